import { ownPath } from '@hearth/client/view/own-path'
import { textOf } from './refusals.ts'

/** Where a way in leads back to, from the page's address or its form; `/` for anything outside the shop. */
export const nextOf = (url: URL): string => ownPath(url.searchParams.get('next'))
export const nextIn = (form: FormData): string => ownPath(textOf(form, 'next'))

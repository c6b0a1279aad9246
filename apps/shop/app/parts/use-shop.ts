import type { Language } from '@hearth/client/view/language'
import { useRouteLoaderData } from 'react-router'
import type { loader } from '../root.tsx'

export type Shop = Awaited<ReturnType<typeof loader>>

const bare: Shop = { language: 'zh', publicUrl: '', user: null, cartCount: 0, channels: [] }

/** What the whole shop knows: language, person, cart count, channels. An error page may have to do without. */
export function useShop(): Shop {
  return useRouteLoaderData<typeof loader>('root') ?? bare
}

/** A page's words in the person's language. */
export function useTexts<T>(texts: Record<Language, T>): T {
  return texts[useShop().language]
}

import type { Sentence } from '@hearth/kernel/errors'
import type { Files } from '../platform/files.ts'
import { refuseField } from './required-text.ts'

export const PICTURE: Sentence = {
  zh: '应为已上传文件的地址或 http(s) 网址。', en: 'Must be the address of an uploaded file or an http(s) URL.',
}

/**
 * What is stored for a picture or a file that a caller named: the path of one of ours, another's http(s) URL as it
 * is, '' for none; null for what is neither.
 */
export function storedPath(files: Files, given: string): string | null {
  const own = files.path(given.trim())
  if (own === '') return ''
  if (/^https?:\/\//i.test(own)) return URL.canParse(own) ? own : null
  const path = own.replace(/^\/media\//, '')
  const isPlain = /^[\p{L}\p{N}_][\p{L}\p{N}_./-]*$/u.test(path)
  return isPlain && path.split('/').every((part) => part !== '' && !part.startsWith('.')) ? path : null
}

/** One picture field, left out or read. Throws http.invalid. */
export function pictureSaid(files: Files, field: string, given: string | undefined): string | undefined {
  return given === undefined ? undefined : storedPath(files, given) ?? refuseField(field, PICTURE)
}

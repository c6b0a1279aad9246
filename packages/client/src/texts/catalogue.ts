/** A page's words in both languages. */
export type Texts<T> = { readonly zh: T; readonly en: T }

const english: Record<string, unknown> = {}

/**
 * Chinese is always there. English is put in place where it is wanted (`shop-english.ts`), so that a browser loads one
 * language only; until then English falls back to Chinese.
 */
export function catalogue<T>(page: string, zh: T): Texts<T> {
  return {
    zh,
    get en() {
      return (english[page] as T | undefined) ?? zh
    },
  }
}

export function putEnglish(words: Record<string, unknown>): void {
  Object.assign(english, words)
}

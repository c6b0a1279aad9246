export type Language = 'zh' | 'en'

/** The person's language: `?lang=`, else the cookie `hearth_lang`, else Chinese. */
export function languageOf(url: URL, cookieHeader: string | null): Language {
  const asked = url.searchParams.get('lang')
  if (asked === 'zh' || asked === 'en') return asked
  return /(?:^|;\s*)hearth_lang=en(?:;|$)/.test(cookieHeader ?? '') ? 'en' : 'zh'
}

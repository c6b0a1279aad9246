import { putEnglish } from './catalogue.ts'
import { en as account } from './shop-account.en.ts'
import { en as addresses } from './shop-addresses.en.ts'
import { en as codes } from './shop-codes.en.ts'
import { en as profile } from './shop-profile.en.ts'
import { en as register } from './shop-register.en.ts'

/** The English words of the account's own pages, which a browser fetches only when it opens one of them. */
export function speakEnglishAccount(): void {
  putEnglish({ account, addresses, codes, profile, register })
}

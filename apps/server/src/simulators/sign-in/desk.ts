import { readLoginUrl, signIn } from './plugin.ts'
import type { SignInCompany } from './plugin.ts'

/** `refused` is in words for a person; `isForeign`: the address is not this company's at all. */
export type DeskRefusal = { refused: string; isForeign: boolean }

/** Signing in at a company by hand, for the developer desk and tests. */
export type SignInDesk = {
  /** Somebody opens this sign-in address and says that he is `openid`. */
  authorize(loginUrl: string, openid: string): Promise<{ code: string; state: string } | DeskRefusal>
}

/** `pages` are the addresses under which the company's authorize page can be reached. */
export function openSignInDesk(company: SignInCompany, pages: readonly string[]): SignInDesk {
  return {
    authorize: async (loginUrl, openid) => {
      const query = readLoginUrl(loginUrl, pages)
      if (!query) return { refused: '不是这家公司的登录地址', isForeign: true }
      const problem = company.problemOf(query)
      if (problem) return { refused: problem, isForeign: false }
      const { code, state } = await signIn(company, { query, openid })
      return { code, state }
    },
  }
}

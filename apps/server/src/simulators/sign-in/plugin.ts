import type { FastifyInstance } from 'fastify'
import type { Db } from '../../platform/db.ts'
import type { Look } from '../company/page.ts'
import { html, open, readForms, stylesRoute, textsOf } from '../company/routes.ts'
import { issueCode } from './grants.ts'
import type { Company } from './grants.ts'
import { refusalPage, signInCss, signInPage } from './page.ts'
import { OPENID, avatarSvg } from './people.ts'
import type { SamplePerson } from './people.ts'

/** A company where browsers sign in. `redirectUri` is the one address that its customer has registered. */
export type SignInCompany = {
  db: Db
  now(): Date
  name: Company
  look: Look
  people: readonly SamplePerson[]
  redirectUri: string
  /** Path of the authorize page below the place where the company is mounted. */
  path: string
  /** What is wrong with a request, in words for a person; null when nothing is. */
  problemOf(query: Record<string, string>): string | null
  /** What the browser carries back; without a code when the person cancelled. */
  answerOf(query: Record<string, string>, code: string | null): Record<string, string>
}

/** One sign-in: what the browser brought, and who says he is who. */
export type SignIn = { query: Record<string, string>; openid: string }
export type SignedIn = { code: string; state: string; returnUrl: string }

/** The pages that somebody's browser sees: who are you, and back to the shop. */
export function signInRoutes(app: FastifyInstance, company: SignInCompany): void {
  readForms(app)
  app.get(company.path, { config: open }, async (request, reply) => {
    const query = textsOf(request.query)
    const problem = company.problemOf(query)
    if (problem) return html(reply.code(400), refusalPage(app.prefix, company.look, problem))
    const form = { action: `${app.prefix}${company.path}`, hidden: query, people: company.people }
    return html(reply, signInPage(app.prefix, company.look, form))
  })
  app.post(company.path, { config: open }, async (request, reply) => {
    const { openid = '', cancel, ...query } = textsOf(request.body)
    const problem = company.problemOf(query) ?? (cancel || OPENID.test(openid) ? null : 'openid 只能用字母、数字、- 和 _')
    if (problem) return html(reply.code(400), refusalPage(app.prefix, company.look, problem))
    if (cancel) return reply.redirect(returnUrl(company, query, null), 303)
    return reply.redirect((await signIn(company, { query, openid })).returnUrl, 303)
  })
  stylesRoute(app, signInCss(company.look))
  app.get<{ Params: { openid: string } }>('/avatar/:openid(^[\\w-]+).svg', { config: open }, async (request, reply) =>
    reply.type('image/svg+xml').header('cache-control', 'max-age=86400').send(avatarSvg(request.params.openid)))
}

/** Somebody signs in. The request has been checked. */
export async function signIn(company: SignInCompany, { query, openid }: SignIn): Promise<SignedIn> {
  const { db, name, redirectUri } = company
  const code = await issueCode(db, { company: name, openid, redirectUri, at: company.now() })
  return { code, state: query.state ?? '', returnUrl: returnUrl(company, query, code) }
}

/** What a shop's sign-in address asks for; null when it leads to none of these pages. */
export function readLoginUrl(address: string, pages: readonly string[]): Record<string, string> | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  if (!pages.includes(`${url.origin}${url.pathname}`)) return null
  return textsOf(Object.fromEntries(url.searchParams))
}

function returnUrl(company: SignInCompany, query: Record<string, string>, code: string | null): string {
  const url = new URL(company.redirectUri)
  for (const [name, value] of Object.entries(company.answerOf(query, code))) url.searchParams.set(name, value)
  if (query.state !== undefined) url.searchParams.set('state', query.state)
  return url.toString()
}

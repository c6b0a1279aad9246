import { request, test as base } from '@playwright/test'
import type { APIRequestContext, Browser, BrowserContext, Page } from '@playwright/test'

export { expect } from '@playwright/test'

const passwords = {
  xiaoming: 'hearth-demo-2026', xiaohong: 'hearth-demo-2026', support1: 'hearth-support-2026', admin: 'hearth-admin-2026',
} as const
export type Person = keyof typeof passwords
export const passwordOf = (person: Person): string => passwords[person]

/** The shop under test, and its API as four people of the living shop use it. */
export type Shop = {
  url: string
  api: Record<Person | 'anyone', APIRequestContext>
  /** Signs a browser context in without its sign-in page. */
  signIn(context: BrowserContext, person: Person): Promise<void>
}

export const test = base.extend<object, { shop: Shop }>({
  baseURL: async ({ shop }, use) => use(shop.url),
  shop: [async ({}, use, { parallelIndex }) => {
    const urls = (process.env.HEARTH_E2E_URL ?? '').split(' ')
    const url = urls[parallelIndex % urls.length] ?? ''
    const anyone = await request.newContext({ baseURL: url, extraHTTPHeaders: { origin: url } })
    await anyone.post('/dev/api/throttles/reset/')
    const [xiaoming, xiaohong, support1, admin] = await Promise.all([
      apiOf(url, 'xiaoming'), apiOf(url, 'xiaohong'), apiOf(url, 'support1'), apiOf(url, 'admin'),
    ])
    const api = { anyone, xiaoming, xiaohong, support1, admin }
    const signIn = async (context: BrowserContext, person: Person) =>
      context.addCookies((await api[person].storageState()).cookies)
    await use({ url, api, signIn })
    await Promise.all(Object.values(api).map((each) => each.dispose()))
  }, { scope: 'worker', timeout: 60_000 }],
})

async function apiOf(url: string, person: Person): Promise<APIRequestContext> {
  const api = await request.newContext({ baseURL: url, extraHTTPHeaders: { origin: url } })
  await json(api.post('/api/authorizations/', { data: { username: person, password: passwords[person] } }))
  return api
}

/** The body of an answer that has to be a success. */
export async function json<T = unknown>(asked: ReturnType<APIRequestContext['get']>): Promise<T> {
  const answer = await asked
  if (!answer.ok()) throw new Error(`${answer.url()} answered ${answer.status()}: ${await answer.text()}`)
  return await answer.json() as T
}

/** A second person at a desk of their own, whatever the test's own screen is. */
export function atDesk(browser: Browser, shop: Shop): Promise<BrowserContext> {
  return browser.newContext({
    baseURL: shop.url, viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1, isMobile: false, hasTouch: false,
    userAgent: undefined,
  })
}

/** Whether this page is held upright in a hand. */
export const isPhone = (page: Page): boolean => (page.viewportSize()?.width ?? 0) < 768

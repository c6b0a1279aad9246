import { randomInt, randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { request } from '@playwright/test'
import { expect, json } from './test.ts'
import type { Shop } from './test.ts'

export type Newcomer = { username: string; mobile: string; password: string }
type Message = { to: string; code: string | null; created_at: string }

/** Somebody the shop does not know yet. */
export function aNewcomer(): Newcomer {
  const digits = String(randomInt(1e8)).padStart(8, '0')
  return { username: `guest_${digits}`, mobile: `139${digits}`, password: `Stove-${digits}` }
}

/** What the picture of this code says, from the developer desk. */
export async function pictureText(shop: Shop, id: string): Promise<string> {
  return (await json<{ text: string }>(shop.api.anyone.get(`/dev/api/captchas/${id}/`))).text
}

/** Reads the picture that the form shows into its field. */
export async function typePicture(page: Page, shop: Shop): Promise<void> {
  const field = page.locator('input[name="image_code_id"]').filter({ visible: false }).first()
  const id = await field.inputValue()
  // The picture is drawn when the browser fetches it.
  await expect.poll(async () => (await shop.api.anyone.get(`/dev/api/captchas/${id}/`)).ok()).toBe(true)
  await page.getByLabel('图形验证码', { exact: true }).fill(await pictureText(shop, id))
}

/** How many messages with a code went to this number. */
async function codesTo(shop: Shop, mobile: string): Promise<string[]> {
  const messages = await json<Message[]>(shop.api.anyone.get(`/dev/api/messages/?to=${mobile}`))
  return messages.toSorted((a, b) => (a.created_at < b.created_at ? -1 : 1)).flatMap(({ code }) => (code ? [code] : []))
}

/** The newest code sent to this number, once there are `count` of them. */
export async function newestCode(shop: Shop, mobile: string, count = 1): Promise<string> {
  await expect.poll(async () => (await codesTo(shop, mobile)).length).toBeGreaterThanOrEqual(count)
  return (await codesTo(shop, mobile)).at(-1) ?? ''
}

/** Registers somebody past the page; nobody is signed in by it here. */
export async function registered(shop: Shop): Promise<Newcomer> {
  const person = aNewcomer()
  const { username, mobile, password } = person
  const api = await request.newContext({ baseURL: shop.url, extraHTTPHeaders: { origin: shop.url } })
  const id = randomUUID()
  await api.get(`/api/image_codes/${id}/`)
  await json(api.get(`/api/sms_codes/${mobile}/`, { params: { image_code_id: id, text: await pictureText(shop, id) } }))
  const sms_code = await newestCode(shop, mobile)
  await json(api.post('/api/users/', { data: { username, mobile, sms_code, password, password2: password, allow: true } }))
  await json(api.post('/api/auth/logout/', { data: {} }))
  await api.dispose()
  return person
}

/** A minute passes between two messages to one number, and nobody has to wait for it. */
export async function forgetThrottles(shop: Shop): Promise<void> {
  await json(shop.api.anyone.post('/dev/api/throttles/reset/'))
}

import type { Answer, Call } from '@hearth/client/http'
import { expect, test } from 'vitest'
import { isMobile, isUsername, maskedMobile, strengthOf } from '../parts/account-rules.ts'
import type { ShopRequest } from '../shop-context.ts'
import { readPasted } from './address-form.ts'
import { codeStep, stateOf } from './form-state.ts'
import { keepWaiting, readWaiting } from './oauth.ts'

/** A page's request whose API gives these answers, by method and path. */
function shopWith(answers: Record<string, Answer>, publicUrl = 'http://shop.example') {
  const asked: Call[] = []
  const http = async (call: Call) => {
    asked.push(call)
    return answers[`${call.method} ${call.path}`] ?? { status: 404, body: {} }
  }
  return { shop: { http, language: 'zh', publicUrl } as unknown as ShopRequest, asked }
}

function formOf(values: Record<string, string>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(values)) form.set(name, value)
  return form
}

const asking = { intent: 'sms', username: 'linlin', mobile: '13912345678', image_code_id: 'a', text: 'x7Kq', password: 'secret-1', password2: 'secret-1', next: '/cart' }
const sendingTo = 'GET /api/sms_codes/13912345678/'

test('a form that comes back brings everything but passwords and the spent picture', () => {
  const { values, pictureId } = stateOf(formOf(asking))
  expect(values).toEqual({ username: 'linlin', mobile: '13912345678', next: '/cart' })
  expect(pictureId).not.toBe('a')
})

test('a sent code is said with a masked number, and a minute has to pass', async () => {
  const { shop, asked } = shopWith({ [sendingTo]: { status: 200, body: { message: 'OK' } } })
  const state = await codeStep(shop, formOf(asking))
  expect(asked.map((call) => call.query)).toEqual([{ image_code_id: 'a', text: 'x7Kq' }])
  expect(state?.sms).toMatchObject({ isSent: true, waitS: 60, errors: {} })
  expect(state?.sms?.message).toContain('139****5678')
})

test.each([
  [{ status: 400, body: { message: '请检查', errors: { text: ['不正确'] } } }, { waitS: 0, message: '请检查', errors: { text: ['不正确'] } }],
  [{ status: 429, body: { message: '太频繁', facts: { retry_after_seconds: 37 } } }, { waitS: 37, message: '刚刚发过一条，请 37 秒后再试。' }],
  [{ status: 429, body: { message: '太频繁', facts: { retry_after_seconds: 50_000 } } }, { waitS: 0, message: '今天要的验证码太多了，请明天再试，或者联系客服。' }],
  [{ status: 503, body: { message: 'down' } }, { waitS: 0, message: '短信暂时发不出去，请过几分钟再试。你填的内容都在。' }],
])('a code that is refused says why (%#)', async (answer, said) => {
  const { shop } = shopWith({ [sendingTo]: answer })
  expect((await codeStep(shop, formOf(asking)))?.sms).toMatchObject({ isSent: false, ...said })
})

test('what cannot be sent is not asked for', async () => {
  const { shop, asked } = shopWith({})
  expect((await codeStep(shop, formOf({ ...asking, mobile: '139' })))?.sms?.errors).toHaveProperty('mobile')
  expect((await codeStep(shop, formOf({ ...asking, text: '' })))?.sms?.errors).toHaveProperty('text')
  expect(await codeStep(shop, formOf({ ...asking, intent: 'register' }))).toBeNull()
  expect(asked).toEqual([])
})

const cities = { status: 200, body: { id: 440000, name: '广东省', subs: [{ id: 440600, name: '佛山市' }] } }
const districts = { status: 200, body: { id: 440600, name: '佛山市', subs: [{ id: 440605, name: '南海区' }] } }
const typed = { receiver: '林新', mobile: '', province_id: '110000', city_id: '110100', district_id: '110101', detail: '', pasted: '…' }

test('a pasted text fills in what it says, keeps what was typed, and leaves the unknown district to choose', async () => {
  const said = { receiver: '', mobile: '13812345678', postal_code: '', province: '广东省', province_id: 440000, city: '佛山市', city_id: 440600, district: '', district_id: null, detail: '大良街道 1 号' }
  const { shop } = shopWith({
    'POST /api/addresses/parse/': { status: 200, body: { success: true, message: '', data: said } },
    'GET /api/areas/440000/': cities, 'GET /api/areas/440600/': districts,
  })
  const answer = await readPasted(shop, formOf(typed), '/me/addresses/new')
  if (!('draft' in answer)) throw new Error('refused')
  expect(answer.draft.values).toMatchObject({ receiver: '林新', mobile: '13812345678', province_id: '440000', city_id: '440600', district_id: '', detail: '大良街道 1 号' })
  expect(answer.draft.reading).toEqual({
    isRead: true, found: ['13812345678', '广东省 佛山市', '大良街道 1 号'], unmatched: ['区县'], missing: ['收货人'],
  })
})

test('who waits to be bound is kept in a cookie, which leads nowhere but into the shop', () => {
  const { shop } = shopWith({}, 'https://shop.example')
  const waiting = { provider: 'qq', proof: 'sealed', purpose: 'link', next: '/me/profile?linked=qq' } as const
  const back = (line: string) => readWaiting(new Request('http://x/', { headers: { cookie: `a=1; ${line.split(';', 1)[0]}` } }))
  const line = keepWaiting(shop, waiting)
  expect(line).toMatch(/; Path=\/; Max-Age=600; HttpOnly; SameSite=Lax; Secure$/)
  expect(back(line)).toEqual(waiting)
  expect(back(keepWaiting(shop, { ...waiting, next: '//evil.example' }))?.next).toBe('/')
  for (const broken of ['', 'hearth_bind=', 'hearth_bind=nonsense', 'hearth_bind=e30']) expect(back(broken)).toBeNull()
})

test('names, numbers and passwords are judged as the API judges them', () => {
  expect(['linlin', '林林林林林', 'a_b_1', '123456', 'four', 'with space', 'x'.repeat(21)].map(isUsername)).toEqual([true, true, true, false, false, false, false])
  expect(['13912345678', '12912345678', '1391234567'].map(isMobile)).toEqual([true, false, false])
  expect(maskedMobile('13912345678')).toBe('139****5678')
  expect(['short1', 'aaaaaaaa', 'abcdefgh', 'abcdefg1', 'Abcdefg-12'].map(strengthOf)).toEqual(['short', 'weak', 'weak', 'fair', 'strong'])
})

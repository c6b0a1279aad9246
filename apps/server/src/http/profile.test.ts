import { existsSync, readdirSync } from 'node:fs'
import { Readable } from 'node:stream'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aBuyer, onSale, place } from '../../tests/support/order-builders.ts'
import { whileFirstIsOpen } from '../../tests/support/race.ts'
import { aMobile, aName, otherThan, sentCode, signInWith } from '../../tests/support/registration.ts'
import { openWorld } from '../../tests/support/world.ts'
import type { SignedIn, World } from '../../tests/support/world.ts'
import { createPerson } from '../modules/accounts/index.ts'

let w: World
beforeAll(async () => { w = await openWorld({ listen: true }) })
afterAll(() => w[Symbol.asyncDispose]())

const TAKEN = ['已被使用。']
const MISSING = ['此项必填。']
const WRONG_CODE = { sms_code: ['短信验证码不正确或已过期。'] }
const BAD_FILE = { success: false, code: 400, error_code: 'INVALID_FILE' }
const TOO_LARGE = { success: false, code: 413, error_code: 'PAYLOAD_TOO_LARGE' }
const MIB = 1_048_576
const invalid = (errors: object) => ({ success: false, code: 400, error_code: 'VALIDATION_ERROR', errors })

const someone = (username = aName(), mobile = aMobile()) => w.signIn(username, { mobile })
const rowOf = ({ userId }: SignedIn) => w.db.selectFrom('accounts.users').selectAll().where('id', '=', userId).executeTakeFirstOrThrow()
const profileOf = async ({ headers }: SignedIn) => (await w.app.inject({ url: '/api/user/profile/', headers })).json()
const patch = ({ headers }: Pick<SignedIn, 'headers'>, payload: object) =>
  w.app.inject({ method: 'PATCH', url: '/api/user/profile/', headers, payload: { password: 'test-password-1', ...payload } })

test('what is one\'s own is for who is signed in', async () => {
  const mine = [
    ['GET', 'profile'], ['PATCH', 'profile'], ['GET', 'statistics'], ['POST', 'avatar'], ['POST', 'deletion'], ['DELETE', 'deletion'],
  ] as const
  for (const [method, path] of mine) {
    const answer = await w.app.inject({ method, url: `/api/user/${path}/` })
    expect(answer.json(), path).toMatchObject({ code: 401, error_code: 'UNAUTHORIZED' })
  }
})

test('the numbers are of one\'s own orders; spent is what was completed', async () => {
  const [ann, fan, filter] = [await aBuyer(w, 'ann'), await onSale(w, { onHandQty: 9 }), await onSale(w, { priceFen: 12_345 })]
  await place(w, await aBuyer(w, 'bob'), fan)
  for (const [what, state] of [[fan, 'pending'], [fan, 'completed'], [filter, 'completed'], [fan, 'cancelled']] as const) {
    const { order } = (await place(w, ann, what)).json()
    await w.db.updateTable('orders.orders').set({ state }).where('id', '=', order.id).execute()
  }
  expect((await w.app.inject({ url: '/api/user/statistics/', headers: ann.headers })).json()).toEqual({
    orders_count: 4, completed_orders_count: 2, pending_orders_count: 1, total_spent: 5122.45,
  })
  expect(await profileOf(ann)).toMatchObject({ orders_count: 4 })
})

describe('the profile', () => {
  test('takes a name, an e-mail address and a picture; what is left out stays', async () => {
    const [ann, username] = [await someone(), aName()]
    const avatar_url = `${w.config.mediaBaseUrl}/images/a.webp`
    const changed = await patch(ann, { username, email: ' ann@example.cn ', avatar_url })
    expect([changed.statusCode, changed.json()]).toEqual([200, await profileOf(ann)])
    expect(changed.json()).toMatchObject({ username, email: 'ann@example.cn', avatar_url })
    expect(await rowOf(ann)).toMatchObject({ username, email: 'ann@example.cn', avatar_url: 'images/a.webp' })
    expect((await patch(ann, {})).json()).toEqual(changed.json())
    expect((await patch(ann, { email: '', avatar_url: '' })).json()).toMatchObject({ username, email: '', avatar_url: '' })
    expect((await patch(ann, { username: username.toUpperCase() })).json().username).toBe(username.toUpperCase())
    const { body } = await w.db.selectFrom('platform.events').select('body').orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow()
    expect(body).toEqual({ userId: ann.userId, actorId: ann.userId, fields: ['username'] })
  })

  test('keeps an old name that would not be given today', async () => {
    const short = await someone('li')
    expect((await patch(short, { username: 'li', email: 'li@example.cn' })).json()).toMatchObject({ username: 'li', email: 'li@example.cn' })
  })

  test('gives no rights', async () => {
    const ann = await someone()
    const before = await rowOf(ann)
    const rights = { role: 'admin', is_agent: true, is_staff: true, is_active: false, id: 1, password: 'x', has_company_info: true }
    expect((await patch(ann, rights)).json()).toMatchObject({ role: 'individual', is_agent: false, is_staff: false, has_company_info: false })
    expect(await rowOf(ann)).toEqual(before)
  })

  test.each([
    [{ username: 'TAKENNAME' }, { username: TAKEN }],
    [{ username: 'tаkenname' }, { username: ['不能混用不同文字里相似的字母。'] }],
    [{ username: 'admin2026' }, { username: ['这个用户名不能使用。'] }],
    [{ username: 'ab c' }, { username: ['最多 150 个字：汉字、字母、数字、下划线或 . @ + -。'] }],
    [{ username: '' }, { username: MISSING }],
    [{ email: 'ann@' }, { email: ['邮箱格式不正确。'] }],
    [{ avatar_url: 'javascript:alert(1)' }, { avatar_url: ['应为图片网址。'] }],
    [{ avatar_url: `https://e.cn/${'x'.repeat(188)}` }, { avatar_url: ['最多 200 个字。'] }],
    [{ phone: '12000000000', sms_code: '000000' }, { phone: ['请填写 11 位手机号。'] }],
    [{ mobile: '1380000', sms_code: '000000' }, { mobile: ['请填写 11 位手机号。'] }],
    [{ phone: '13911112222' }, { sms_code: MISSING }],
  ])('refuses %j and keeps what was', async (said, errors) => {
    await someone('takenname')
    const ann = await someone()
    const before = await rowOf(ann)
    expect((await patch(ann, { ...said, ...('email' in said ? {} : { email: 'new@example.cn' }) })).json()).toMatchObject(invalid(errors))
    expect(await rowOf(ann)).toEqual(before)
  })

  test('takes a new mobile with the code that was sent to it, as mobile or as phone', async () => {
    const [first, second, third] = [aMobile(), aMobile(), aMobile()]
    const ann = await someone(aName(), first)
    const [toFirst, toSecond] = [await sentCode(w, first), await sentCode(w, second)]
    for (const sms_code of [toFirst, otherThan(toSecond)]) {
      expect((await patch(ann, { mobile: second, sms_code })).json()).toMatchObject(invalid(WRONG_CODE))
    }
    expect((await rowOf(ann)).mobile).toBe(first)
    const asMobile = await patch(ann, { mobile: second, sms_code: toSecond })
    expect(asMobile.json()).toMatchObject({ mobile: second, phone: second })
    expect((await patch(ann, { phone: second })).statusCode).toBe(200)
    const noPassword = await patch(ann, { phone: third, sms_code: await sentCode(w, third), password: undefined })
    expect(noPassword.json()).toMatchObject(invalid({ password: MISSING }))
    const wrong = await patch(ann, { phone: third, sms_code: '000000', password: 'wrong' })
    expect(wrong.json()).toMatchObject(invalid({ password: ['密码不正确。'] }))
    w.advanceMinutes(2)
    const asPhone = await patch(ann, { phone: third, sms_code: await sentCode(w, third) })
    expect(asPhone.json()).toMatchObject({ mobile: third, phone: third })
    expect([(await signInWith(w, third, 'test-password-1')).statusCode, (await signInWith(w, first, 'test-password-1')).statusCode]).toEqual([200, 401])
  })

  test('does not take a mobile that somebody has, or takes at that moment', async () => {
    const [ann, [theirs, soonTheirs]] = [await someone(), [aMobile(), aMobile()]]
    await someone(aName(), theirs)
    const before = await rowOf(ann)
    const [toTheirs, toSoonTheirs] = [await sentCode(w, theirs), await sentCode(w, soonTheirs)]
    expect((await patch(ann, { mobile: theirs, sms_code: toTheirs })).json()).toMatchObject(invalid({ mobile: TAKEN }))
    const other = { username: aName(), mobile: soonTheirs, passwordHash: null, actorId: null, at: w.deps.now() }
    const race = await whileFirstIsOpen(w,
      (tx) => createPerson(tx, other), () => patch(ann, { mobile: soonTheirs, sms_code: toSoonTheirs }))
    if (race.rival.status !== 'fulfilled') throw race.rival.reason
    expect([race.first.status, race.rivalWaited]).toEqual(['fulfilled', true])
    expect(race.rival.value.json()).toMatchObject(invalid({ mobile: TAKEN }))
    expect(await rowOf(ann)).toEqual(before)
  })
})

type Part = { name?: string; filename?: string; content: Buffer | string }
/** A form of one part, as a browser sends it. */
function aForm({ name = 'file', filename, content }: Part) {
  const about = `form-data; name="${name}"${filename === undefined ? '' : `; filename="${filename}"`}`
  const head = `--edge\r\ncontent-disposition: ${about}\r\n${filename === undefined ? '' : 'content-type: image/png\r\n'}\r\n`
  return Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from('\r\n--edge--\r\n')])
}
const send = ({ headers }: Pick<SignedIn, 'headers'>, payload: Buffer | Readable, url = '/api/user/avatar/', method: 'POST' | 'PATCH' = 'POST') =>
  w.app.inject({ method, url, payload, headers: { ...headers, 'content-type': 'multipart/form-data; boundary=edge' } })
const upload = (who: SignedIn, part: Part) => send(who, aForm({ filename: 'me.png', ...part }))
const plain = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#336699' } })
const filesKept = () => existsSync(w.deps.files.folder)
  ? readdirSync(w.deps.files.folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile()).length
  : 0

describe('a picture of oneself', () => {
  test('is kept as a square WebP under a name of ours', async () => {
    const ann = await someone()
    const answer = await upload(ann, { content: await plain(640, 400).png().toBuffer(), filename: '../../me.png' })
    const { avatar_url: path } = await rowOf(ann)
    expect(path).toMatch(new RegExp(`^avatars/${ann.userId}/[0-9a-f-]{36}\\.webp$`))
    expect([answer.statusCode, answer.json()]).toEqual([200, { ...(await profileOf(ann)), avatar_url: `${w.config.mediaBaseUrl}/${path}` }])
    const kept = await sharp(await w.deps.files.disk.getBytes(path)).metadata()
    expect(kept).toMatchObject({ format: 'webp', width: 320, height: 320 })
    expect((await w.app.inject({ url: `/media/${path}` })).headers['content-type']).toBe('image/webp')
  })

  test('takes the one before away, and never somebody else\'s', async () => {
    const [ann, bob] = [await someone(), await someone()]
    const content = await plain(100, 100).png().toBuffer()
    await upload(bob, { content })
    const { avatar_url: bobs } = await rowOf(bob)
    await upload(ann, { content })
    const { avatar_url: first } = await rowOf(ann)
    await w.app.inject({ url: `/media/${first}?w=240` })
    await upload(ann, { content })
    const { avatar_url: second } = await rowOf(ann)
    const isKept = (path: string) => w.deps.files.disk.exists(path)
    expect(await Promise.all([first, `sizes/240/${first}.webp`, second].map(isKept))).toEqual([false, false, true])
    await patch(ann, { avatar_url: `${w.config.mediaBaseUrl}/${bobs}` })
    expect(await isKept(second)).toBe(false)
    await upload(ann, { content })
    expect(await isKept(bobs)).toBe(true)
  })

  test('is turned upright and keeps nothing but what is seen', async () => {
    const ann = await someone()
    const red = await sharp({ create: { width: 100, height: 200, channels: 3, background: '#f00' } }).png().toBuffer()
    const lying = await plain(200, 200).composite([{ input: red, left: 0, top: 0 }]).withExif({ IFD0: { Copyright: 'Ann' } })
      .withMetadata({ orientation: 6 }).jpeg().toBuffer()
    expect(await sharp(lying).metadata()).toMatchObject({ orientation: 6, exif: expect.anything() })
    expect((await upload(ann, { content: lying })).statusCode).toBe(200)
    const image = sharp(await w.deps.files.disk.getBytes((await rowOf(ann)).avatar_url))
    const { orientation, exif } = await image.metadata()
    expect([orientation, exif]).toEqual([undefined, undefined])
    // Its left was red; lying on its side, that is the top.
    const { data } = await image.raw().toBuffer({ resolveWithObject: true })
    expect([data[300 * 3], data[(320 * 300 + 20) * 3]].map((each) => (each ?? 0) > 200)).toEqual([true, false])
  })

  test('is refused when it is none, and nothing is kept', async () => {
    const ann = await someone()
    const [before, png] = [filesKept(), await plain(300, 300).png().toBuffer()]
    const contents = ['just text', '', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', png.subarray(0, png.length - 40)]
    for (const content of contents) expect((await upload(ann, { content })).json()).toMatchObject(BAD_FILE)
    expect((await upload(ann, { content: await plain(7_100, 7_100).png().toBuffer() })).json()).toMatchObject(BAD_FILE)
    expect((await upload(ann, { name: 'picture', content: png })).json()).toMatchObject(BAD_FILE)
    expect((await send(ann, aForm({ content: 'no file' }))).json()).toMatchObject(BAD_FILE)
    const json = await w.app.inject({ method: 'POST', url: '/api/user/avatar/', headers: ann.headers, payload: { file: 'x' } })
    expect(json.json()).toMatchObject(BAD_FILE)
    expect([filesKept(), (await rowOf(ann)).avatar_url]).toEqual([before, ''])
  })

  test('may be 20 MiB, and forms without one 1 MiB', async () => {
    const ann = await someone()
    const filled = (bytes: number) => aForm({ filename: 'me.png', content: Buffer.alloc(bytes) })
    expect((await send(ann, filled(20 * MIB - 1))).json()).toMatchObject(BAD_FILE)
    expect((await send(ann, filled(20 * MIB + 1))).json()).toMatchObject(TOO_LARGE)
    expect((await send(ann, filled(21 * MIB))).json()).toMatchObject(TOO_LARGE)
    expect((await send(ann, Readable.from([filled(100)]))).json()).toMatchObject(TOO_LARGE)
    for (const [method, url] of [['PATCH', '/api/user/profile/'], ['POST', '/api/users/']] as const) {
      expect((await send(ann, filled(MIB), url, method)).json()).toMatchObject(TOO_LARGE)
    }
    const email = aForm({ name: 'email', content: 'ann@example.cn' })
    expect((await send(ann, email, '/api/user/profile/', 'PATCH')).json()).toMatchObject({ email: 'ann@example.cn' })
  })
})

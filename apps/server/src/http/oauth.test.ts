import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { comeBack, cookiesOf, goAndComeBack, setOut, signInThere } from '../../tests/support/outside.ts'
import type { Company } from '../../tests/support/outside.ts'
import { whileFirstIsOpen } from '../../tests/support/race.ts'
import { countOf, openWorld } from '../../tests/support/world.ts'
import type { World } from '../../tests/support/world.ts'
import { bindIdentity, linkIdentity } from '../modules/accounts/index.ts'

let w: World
beforeAll(async () => { w = await openWorld({ listen: true }) })
afterAll(() => w[Symbol.asyncDispose]())
beforeEach(() => w.deps.store.resetHits())

const PASSWORD = 'blue-kettle-7'
let serial = 0
const nobody = () => `newcomer-${serial += 1}`
const aMobile = () => `1390000${String(serial += 1).padStart(4, '0')}`

/** As if D-04 had sent it. */
async function smsCode(mobile: string): Promise<string> {
  const until = new Date(w.deps.now().getTime() + 300_000)
  await w.deps.store.keep({ key: `sms:verify:${mobile}`, value: '246810', until })
  return '246810'
}
const post = (company: Company, payload: object, cookie?: string) =>
  w.app.inject({ method: 'POST', url: `/api/oauth/${company}/user/`, payload, headers: cookie ? { cookie } : {} })
const proofOf = async (company: Company, openid: string) =>
  (await goAndComeBack(w, company, openid)).json<{ access_token: string }>().access_token

describe.each<Company>(['qq', 'alipay'])('signing in by %s', (company) => {
  test('a newcomer gets a proof, binds a new account named by his mobile, and next time goes straight in', async () => {
    const [openid, mobile] = [nobody(), aMobile()]
    const first = await goAndComeBack(w, company, openid, '?next=%2Fcheckout%3Fa%3D1')
    expect([first.statusCode, first.json()]).toEqual([200, {
      access_token: expect.any(String), purpose: 'sign-in', next: '/checkout?a=1',
    }])
    const { access_token } = first.json()
    expect(access_token).not.toContain(openid)
    const bound = await post(company, { mobile, password: PASSWORD, sms_code: await smsCode(mobile), access_token })
    expect([bound.statusCode, bound.json()]).toEqual([201, {
      id: expect.any(Number), username: mobile, token: bound.json().access, access: expect.any(String),
      refresh: expect.any(String),
    }])
    expect(bound.body).not.toContain(openid)
    const again = await goAndComeBack(w, company, openid)
    expect([again.statusCode, again.json()]).toMatchObject([200, { id: bound.json().id, username: mobile, next: '/' }])
    const who = await w.app.inject({ url: '/api/user/', headers: { cookie: cookiesOf(again) } })
    expect(who.json()).toMatchObject({ id: bound.json().id, mobile })
    const byPassword = await w.app.inject({
      method: 'POST', url: '/api/authorizations/', payload: { username: mobile, password: PASSWORD },
    })
    expect(byPassword.json().user_id).toBe(bound.json().id)
  })

  test('an account with this mobile is bound by its password; a wrong one leaves the code good', async () => {
    const [openid, mobile] = [nobody(), aMobile()]
    const { userId } = await w.signIn(`known_${mobile}`, { mobile })
    const access_token = await proofOf(company, openid)
    const sms_code = await smsCode(mobile)
    const wrong = await post(company, { mobile, password: 'not-his-password', sms_code, access_token })
    expect([wrong.statusCode, wrong.json().errors]).toEqual([400, { password: ['密码不正确。'] }])
    const right = await post(company, { mobile, password: 'test-password-1', sms_code, access_token })
    expect([right.statusCode, right.json().id]).toEqual([200, userId])
    const spent = await post(company, { mobile, password: 'test-password-1', sms_code, access_token })
    expect(spent.json().errors).toEqual({ sms_code: ['短信验证码不正确或已过期。'] })
  })

  test('the state is sealed, for this company, for ten minutes, and a code is good once', async () => {
    const way = await setOut(w, company)
    const code = await signInThere(w, company, way.loginUrl, nobody())
    const other = await setOut(w, company === 'qq' ? 'alipay' : 'qq', '', { cookie: way.cookie })
    const altered = way.state.replace(/.(?=.$)/, (letter) => (letter === 'A' ? 'B' : 'A'))
    for (const state of ['', 'x', altered, other.state]) {
      const refused = await comeBack(w, company, { ...way, code, state })
      expect([refused.statusCode, refused.json().error_code]).toEqual([400, 'BUSINESS_ERROR'])
    }
    expect((await comeBack(w, company, { ...way, code: '' })).json().errors).toEqual({ code: ['此项必填。'] })
    expect((await comeBack(w, company, { ...way, code: 'invented' })).statusCode).toBe(400)
    expect((await comeBack(w, company, { ...way, code })).statusCode).toBe(200)
    expect((await comeBack(w, company, { ...way, code })).statusCode).toBe(400)
    w.advanceMinutes(10.1)
    expect((await comeBack(w, company, { ...way, code })).json().message).toBe('登录请求已失效或不是从这里发起的，请重新开始。')
  })

  test.each([
    'https://evil.example/', '//evil.example', '/\\evil.example', '\\evil', 'javascript:alert(1)', '/%09/evil.example',
    '/a%0d%0aset-cookie:x=1', 'checkout',
  ])('never leads to %s afterwards', async (next) => {
    const answer = await w.app.inject({ url: `/api/oauth/${company}/authorization/`, query: { next: decodeURIComponent(next) } })
    expect([answer.statusCode, Object.keys(answer.json().errors)]).toEqual([400, ['next']])
  })
})

describe('only the browser that set out', () => {
  test('another browser is refused, a page too; a program gets tokens and no cookies', async () => {
    const openid = nobody()
    const mobile = aMobile()
    const access_token = await proofOf('qq', openid)
    await post('qq', { mobile, password: PASSWORD, sms_code: await smsCode(mobile), access_token })
    const ways = await Promise.all([0, 1].map(async () => {
      const way = await setOut(w, 'qq')
      return { ...way, code: await signInThere(w, 'qq', way.loginUrl, openid) }
    }))
    const [mine, theirs] = ways
    if (!mine || !theirs) throw new Error('two ways')
    expect((await comeBack(w, 'qq', { ...mine, cookie: theirs.cookie })).statusCode).toBe(400)
    expect((await comeBack(w, 'qq', { ...mine, cookie: 'hearth_guest=x' })).statusCode).toBe(400)
    const query = new URLSearchParams({ code: mine.code, state: mine.state }).toString()
    const headers = { 'sec-fetch-site': 'cross-site' }
    const navigated = await w.app.inject({ url: `/api/oauth/qq/user/?${query}`, headers })
    expect(navigated.statusCode).toBe(400)
    const program = await comeBack(w, 'qq', { code: mine.code, state: mine.state })
    expect(program.statusCode).toBe(200)
    expect(program.cookies.map(({ name }) => name)).not.toContain('hearth_access')
  })
})

describe('the proof', () => {
  test('is for its company, for ten minutes, and no other text will do', async () => {
    const mobile = aMobile()
    const access_token = await proofOf('qq', nobody())
    const { state } = await setOut(w, 'qq')
    const { headers } = await w.signIn('proof_reader')
    const token = headers.authorization.slice(7)
    for (const [company, text] of [['alipay', access_token], ['qq', state], ['qq', token], ['qq', 'x.y.z']] as const) {
      const sms_code = await smsCode(mobile)
      const refused = await post(company, { mobile, password: PASSWORD, sms_code, access_token: text })
      expect([refused.statusCode, Object.keys(refused.json().errors)]).toEqual([400, ['access_token']])
      await w.deps.store.resetHits()
    }
    w.advanceMinutes(10.1)
    const late = await post('qq', { mobile, password: PASSWORD, sms_code: await smsCode(mobile), access_token })
    expect(Object.keys(late.json().errors)).toEqual(['access_token'])
  })

  test('comes before the code, the code before the password', async () => {
    const mobile = aMobile()
    const wrong = { mobile, password: 'short', sms_code: '000000' }
    expect(Object.keys((await post('qq', { ...wrong, access_token: 'x' })).json().errors)).toEqual(['access_token'])
    const access_token = await proofOf('qq', nobody())
    expect(Object.keys((await post('qq', { ...wrong, access_token })).json().errors)).toEqual(['sms_code'])
    const sms_code = await smsCode(mobile)
    expect(Object.keys((await post('qq', { ...wrong, sms_code, access_token })).json().errors)).toEqual(['password'])
    const none = await post('qq', { mobile, access_token })
    expect(none.json().errors).toEqual({ password: ['此项必填。'], sms_code: ['此项必填。'] })
  })

  test('guessing passwords of an account by it is held to five a minute', async () => {
    const mobile = aMobile()
    const access_token = await proofOf('qq', nobody())
    const guess = () => post('qq', { mobile, password: 'guess-guess-1', sms_code: '000000', access_token })
    for (let n = 0; n < 5; n += 1) expect((await guess()).statusCode).toBe(400)
    expect((await guess()).statusCode).toBe(429)
  })

  test('two who bind it at the same moment make one link', async () => {
    const [openid, one, two] = [nobody(), aMobile(), aMobile()]
    const proof = { provider: 'qq' as const, person: { openid, unionid: null, nickname: '', avatarUrl: '' } }
    const at = w.deps.now()
    const bind = async (mobile: string) => {
      const bound = await bindIdentity(w.deps, { proof, mobile, password: PASSWORD, code: await smsCode(mobile), at })
      return bound.find
    }
    const [first, second] = [await bind(one), await bind(two)]
    const people = await countOf(w, 'accounts.users')
    const { first: won, rival, rivalWaited } = await whileFirstIsOpen(w, first, () => w.inTx(second))
    expect([won.status, rival.status, rivalWaited]).toEqual(['fulfilled', 'rejected', true])
    expect((rival as PromiseRejectedResult).reason).toMatchObject({ key: 'accounts.identity_taken' })
    expect(await countOf(w, 'accounts.users')).toBe(people + 1)
  })
})

describe('links in the profile', () => {
  const list = (headers: Record<string, string>) => w.app.inject({ url: '/api/user/identities/', headers })
  const link = (headers: Record<string, string>, access_token: string) =>
    w.app.inject({ method: 'POST', url: '/api/user/identities/', headers, payload: { access_token } })
  const unlink = (headers: Record<string, string>, provider: string) =>
    w.app.inject({ method: 'DELETE', url: `/api/user/identities/${provider}/`, headers })

  test('are made by a proof, shown without the id, and taken away', async () => {
    const openid = nobody()
    const { headers } = await w.signIn('linker')
    const back = await goAndComeBack(w, 'alipay', openid, '?purpose=link&next=%2Fme%2Fprofile')
    expect(back.json()).toMatchObject({ purpose: 'link', next: '/me/profile' })
    const linked = await link(headers, back.json().access_token)
    expect([linked.statusCode, linked.json()]).toEqual([201, [
      { provider: 'alipay', nickname: expect.any(String), linked_at: expect.stringContaining('+08:00') },
    ]])
    expect(linked.body).not.toContain(openid)
    expect((await link(headers, back.json().access_token)).statusCode).toBe(409)
    const other = await w.signIn('another_linker')
    expect((await link(other.headers, back.json().access_token)).statusCode).toBe(409)
    expect((await link(headers, 'nonsense')).statusCode).toBe(400)
    expect((await goAndComeBack(w, 'alipay', openid, '?purpose=link')).json()).toMatchObject({ purpose: 'link' })
    expect((await unlink(headers, 'alipay')).statusCode).toBe(204)
    expect((await unlink(headers, 'alipay')).statusCode).toBe(404)
    expect((await unlink(headers, 'weibo')).statusCode).toBe(400)
    expect((await list(headers)).json()).toEqual([])
  })

  test('the last way in stays', async () => {
    const at = w.deps.now()
    const { headers, userId } = await w.signIn('only_by_qq')
    await w.db.updateTable('accounts.users').set({ password_hash: null }).where('id', '=', userId).execute()
    const linkOf = (provider: string) => w.inTx((tx) =>
      linkIdentity(tx, { provider, person: { openid: nobody(), unionid: null, nickname: '', avatarUrl: '' }, userId, at }))
    await linkOf('qq')
    expect((await unlink(headers, 'qq')).json()).toMatchObject({ code: 409, error_code: 'RESOURCE_CONFLICT' })
    await linkOf('alipay')
    expect((await unlink(headers, 'qq')).statusCode).toBe(204)
    expect((await unlink(headers, 'alipay')).statusCode).toBe(409)
  })
})

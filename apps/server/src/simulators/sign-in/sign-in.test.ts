import { expect, test } from 'vitest'
import { whileFirstIsOpen } from '../../../tests/support/race.ts'
import { companiesOf } from '../../../tests/support/sign-ins.ts'
import { openWorld } from '../../../tests/support/world.ts'
import type { World } from '../../../tests/support/world.ts'
import { issueCode, takeCode } from './grants.ts'

function loginUrls(w: World) {
  const { qq, alipay } = w.deps.identities
  return { qq: new URL(qq?.loginUrl('/me?a=<b>&c="d"') ?? ''), alipay: new URL(alipay?.loginUrl('/me?a=<b>&c="d"') ?? '') }
}

type Form = { action: string; fields: Record<string, string> }

/** The forms of a page as a browser would send them: where to, with which hidden fields. */
function formsOf(html: string): Form[] {
  const unescaped = (text: string) => text.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
  const forms = html.matchAll(/<form method="post" action="([^"]*)">([\s\S]*?)<\/form>/g)
  return [...forms].map(([, action = '', body = '']) => ({
    action: unescaped(action),
    fields: Object.fromEntries([...body.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)]
      .map(([, name = '', value = '']) => [unescaped(name), unescaped(value)])),
  }))
}

async function submit(w: World, form: Form, more: Record<string, string>) {
  const body = new URLSearchParams({ ...form.fields, ...more })
  return fetch(new URL(form.action, w.baseUrl), { method: 'POST', body, redirect: 'manual' })
}

test.each([
  'qq', 'alipay',
] as const)('the page of %s asks who signs in and sends the browser back with a code', async (name) => {
  await using w = await openWorld({ listen: true })
  const page = await fetch(loginUrls(w)[name])
  const html = await page.text()
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
  expect(html).toContain(name === 'qq' ? '李明' : '张伟')
  expect(html).not.toContain('<b>')
  const forms = formsOf(html)
  expect(forms).toHaveLength(5)
  const [form] = forms
  if (!form) throw new Error('no form')
  const answer = await submit(w, form, { openid: 'ann' })
  expect(answer.status).toBe(303)
  const back = new URL(answer.headers.get('location') ?? '')
  expect(`${back.origin}${back.pathname}`).toBe(`${w.baseUrl}/oauth/${name}`)
  const { code, auth_code: authCode, ...rest } = Object.fromEntries(back.searchParams)
  expect(rest).toEqual(name === 'qq'
    ? { state: '/me?a=<b>&c="d"' }
    : { state: '/me?a=<b>&c="d"', app_id: '9021000000000001', source: 'alipay_wallet', scope: 'auth_user' })
  expect(await w.deps.identities[name]?.exchange(code ?? authCode ?? '')).toMatchObject({ openid: 'ann' })
  const cancelled = new URL((await submit(w, form, { cancel: '1' })).headers.get('location') ?? '')
  expect([cancelled.searchParams.get('code'), cancelled.searchParams.get('auth_code')]).toEqual([null, null])
  expect(cancelled.searchParams.get('state')).toBe('/me?a=<b>&c="d"')
})

test.each([
  'qq', 'alipay',
] as const)('%s refuses a way back that is not registered, an app it does not know, an odd openid', async (name) => {
  await using w = await openWorld({ listen: true })
  const asked = loginUrls(w)[name]
  const [form] = formsOf(await (await fetch(asked)).text())
  if (!form) throw new Error('no form')
  for (const [field, value] of [
    ['redirect_uri', 'https://evil.example/oauth'], ['redirect_uri', `${w.baseUrl}/oauth/${name}/more`],
    [name === 'qq' ? 'client_id' : 'app_id', '999'], [name === 'qq' ? 'response_type' : 'scope', 'token'],
  ] as const) {
    const odd = new URL(asked)
    odd.searchParams.set(field, value)
    const page = await fetch(odd)
    expect([page.status, (await page.text()).includes('登录请求有误')]).toEqual([400, true])
    const answer = await submit(w, { ...form, fields: { ...form.fields, [field]: value } }, { openid: 'ann' })
    expect([answer.status, answer.headers.get('location')]).toEqual([400, null])
  }
  expect((await submit(w, form, { openid: '<b>' })).status).toBe(400)
  expect((await submit(w, form, {})).status).toBe(400)
})

test('a look and faces come with the page, and everything opens again over the same books', async () => {
  await using w = await openWorld({ listen: true })
  for (const company of ['qq', 'alipay-login']) {
    const css = await fetch(`${w.baseUrl}/dev/sim/${company}/pages.css`)
    const face = await fetch(`${w.baseUrl}/dev/sim/${company}/avatar/ann_1-x.svg`)
    const none = await fetch(`${w.baseUrl}/dev/sim/${company}/avatar/a%2Fb.svg`)
    expect([css.status, face.status, none.status]).toEqual([200, 200, 404])
  }
  const { openSimulators } = await import('../../wiring/providers.ts')
  const { now, log } = w.deps
  const again = await openSimulators(w.config, { db: w.db, secretKeys: [w.config.secretKey], now, log })
  expect(again?.qq.config).toEqual(companiesOf(w).qq.config)
})

test('QQ answers without fmt=json in its older forms', async () => {
  await using w = await openWorld({ listen: true })
  const { desk, config } = companiesOf(w).qq
  const done = await desk.authorize(loginUrls(w).qq.toString(), 'ann')
  if ('refused' in done) throw new Error(done.refused)
  const token = new URL(`${config.baseUrl}/oauth2.0/token`)
  token.search = new URLSearchParams({
    grant_type: 'authorization_code', client_id: config.clientId, client_secret: config.clientSecret,
    redirect_uri: config.redirectUri, code: done.code,
  }).toString()
  const granted = await (await fetch(token)).text()
  expect(granted).toMatch(/^access_token=[0-9A-F]{32}&expires_in=7776000&refresh_token=[0-9A-F]{32}$/)
  expect(await (await fetch(token)).text())
    .toBe('callback( {"error":100020,"error_description":"code is reused error"} );\n')
  const me = await fetch(`${config.baseUrl}/oauth2.0/me?${granted}`)
  expect(await me.text()).toBe('callback( {"client_id":"101000001","openid":"ann"} );\n')
})

test('two bring one code at once: one gets a token, the other hears that it was used', async () => {
  await using w = await openWorld()
  const at = w.deps.now()
  const code = await issueCode(w.db, { company: 'qq', openid: 'ann', redirectUri: 'http://shop.test/', at })
  const { first, rival, rivalWaited } = await whileFirstIsOpen(
    w, (tx) => takeCode(tx, 'qq', code, at), () => w.inTx((tx) => takeCode(tx, 'qq', code, at)),
  )
  expect(rivalWaited).toBe(true)
  expect(first).toMatchObject({ status: 'fulfilled', value: { openid: 'ann' } })
  expect(rival).toEqual({ status: 'fulfilled', value: 'used' })
})

import { AlipayRequestError, AlipaySdk } from 'alipay-sdk'
import { expect, test } from 'vitest'
import { codeFor, companiesOf } from '../../../tests/support/sign-ins.ts'
import { openWorld } from '../../../tests/support/world.ts'
import type { World } from '../../../tests/support/world.ts'
import { privateKeyText, publicKeyText } from '../../providers/alipay-keys.ts'

/** A merchant's server with the official SDK, as bare as it comes. */
function aMerchant(w: World) {
  const { config } = companiesOf(w).alipay
  const sdk = new AlipaySdk({
    appId: config.appId, privateKey: privateKeyText(config.privateKey), keyType: 'PKCS8', camelcase: false,
    alipayPublicKey: publicKeyText(config.alipayPublicKey), gateway: config.gateway, signType: 'RSA2',
  })
  return (method: string, params: Record<string, string>) => sdk.exec(method, params, { validateSign: true })
}

const signIn = (w: World, openid: string) =>
  codeFor(companiesOf(w).alipayLogin.desk, w.deps.identities.alipay?.loginUrl('/') ?? '', openid)

test('a token comes signed and without a code, as at the company, and tells who signed in', async () => {
  await using w = await openWorld({ listen: true })
  const ask = aMerchant(w)
  const granted = await ask('alipay.system.oauth.token', { grant_type: 'authorization_code', code: await signIn(w, 'ann') })
  expect(granted).toEqual({
    open_id: 'ann', access_token: expect.stringMatching(/^[0-9A-F]{32}$/), refresh_token: expect.any(String),
    expires_in: 1_296_000, re_expires_in: 2_592_000,
  })
  expect(await ask('alipay.user.info.share', { auth_token: String(granted.access_token) })).toEqual({
    code: '10000', msg: 'Success', open_id: 'ann', nick_name: '访客ann',
    avatar: `${w.baseUrl}/dev/sim/alipay-login/avatar/ann.svg`,
  })
})

test('refusals about a code come as error_response, those about a token under the method', async () => {
  await using w = await openWorld({ listen: true })
  const ask = aMerchant(w)
  const said = async (params: Record<string, string>) => {
    const fault = await ask('alipay.system.oauth.token', params).catch((thrown: unknown) => thrown)
    return fault instanceof AlipayRequestError ? JSON.parse(fault.responseDataRaw ?? '{}') : fault
  }
  expect(await said({ grant_type: 'authorization_code', code: 'invented' })).toEqual({
    error_response: { code: '40002', msg: 'Invalid Arguments', sub_code: 'isv.code-invalid', sub_msg: '授权码code无效' },
    sign: expect.any(String),
  })
  expect(await said({ grant_type: 'refresh_token', code: await signIn(w, 'ann') }))
    .toMatchObject({ error_response: { sub_code: 'isv.grant-type-invalid' } })
  expect(await ask('alipay.user.info.share', { auth_token: 'invented' }))
    .toMatchObject({ code: '20001', sub_code: 'aop.invalid-auth-token' })
})

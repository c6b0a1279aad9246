import { expect, test } from 'vitest'
import { aCompany, companiesOf } from '../../../tests/support/sign-ins.ts'
import { openWorld } from '../../../tests/support/world.ts'
import { openAliyunSms } from '../../providers/sms-aliyun.ts'
import { isSigned, readAuthorization } from './signature.ts'
import type { SignedCall } from './signature.ts'

const SECRET = 'a secret'

/** A call as the official SDK makes it. */
async function aCall(): Promise<SignedCall> {
  const calls: SignedCall[] = []
  await using company = await aCompany((request, response) => {
    calls.push({ method: request.method ?? '', url: request.url ?? '', headers: { ...request.headers }, body: '' })
    response.end(JSON.stringify({ Code: 'OK', Message: 'OK' }))
  })
  const templates = { verify: 'SMS_1', reset_password: 'SMS_2' }
  const config = { accessKeyId: 'K', accessKeySecret: SECRET, signName: '海棠 (电器)*!', templates, endpoint: `${company.url}/a/b` }
  await openAliyunSms(config).sendCode({ mobile: '13800000002', code: '123456', purpose: 'verify' })
  const [call] = calls
  if (!call) throw new Error('The SDK did not call')
  return call
}

function isGenuine(call: SignedCall, secret = SECRET): boolean {
  const signer = readAuthorization(String(call.headers.authorization ?? ''))
  return signer !== null && isSigned(call, signer, secret)
}

test('the signature of the official SDK is proved, and nothing of the call can be changed', async () => {
  const call = await aCall()
  expect(isGenuine(call)).toBe(true)
  const { headers, url } = call
  const changed: SignedCall[] = [
    { ...call, method: 'GET' },
    { ...call, url: url.replace('13800000002', '13800000003') },
    { ...call, url: url.replace('/a/b', '/a') },
    { ...call, url: `${url}&More=1` },
    { ...call, body: 'a=1' },
    { ...call, headers: { ...headers, host: 'elsewhere' } },
    { ...call, headers: { ...headers, 'x-acs-action': 'QuerySendDetails' } },
    { ...call, headers: { ...headers, 'x-acs-date': '2020-01-01T00:00:00Z' } },
    { ...call, headers: { ...headers, 'x-acs-more': '1' } },
    { ...call, headers: { ...headers, 'x-acs-content-sha256': undefined } },
    { ...call, headers: { ...headers, authorization: String(headers.authorization).replace(/.$/, 'x') } },
    { ...call, headers: { ...headers, authorization: undefined } },
  ]
  expect(changed.map((each) => isGenuine(each))).toEqual(changed.map(() => false))
  expect(isGenuine(call, 'another secret')).toBe(false)
})

test('answers have the form of the company', async () => {
  await using w = await openWorld({ listen: true })
  const { config } = companiesOf(w).sms
  const unsigned = await fetch(`${config.endpoint}/?PhoneNumbers=13800000002`, { method: 'POST' })
  expect([unsigned.status, await unsigned.json()]).toEqual([400, {
    Code: 'MissingAuthorization', Message: 'Authorization is mandatory for this action.',
    RequestId: expect.stringMatching(/^[0-9A-F-]{36}$/), HostId: `127.0.0.1:${w.config.port}`,
  }])
})

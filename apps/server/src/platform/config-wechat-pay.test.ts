import { generateKeyPairSync } from 'node:crypto'
import { join } from 'node:path'
import { writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { tempFolder } from '../../tests/support/database.ts'
import { readConfig } from './config.ts'

const pair = generateKeyPairSync('rsa', {
  modulusLength: 2048, publicKeyEncoding: { type: 'spki', format: 'pem' }, privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
})
const whole = {
  WECHAT_PAY_ENABLE_REAL: 'true', WECHAT_PAY_MCHID: '1900000109', WECHAT_PAY_API_V3_KEY: 'k'.repeat(32),
  WECHAT_PAY_SERIAL_NO: 'ab12cd34', WECHAT_PAY_PRIVATE_KEY: pair.privateKey, WECHAT_PAY_APPID: 'wx1',
  WECHAT_PAY_PUBLIC_KEY_ID: 'PUB_KEY_ID_01', WECHAT_PAY_PUBLIC_KEY: pair.publicKey,
}
const complaints = (env: Record<string, string>) => readConfig(env).problems.map(({ variable }) => variable)

describe('WeChat Pay', () => {
  test('is there whole: public keys by their ids, PEM with real line breaks or \\n, or from files', () => {
    const folder = tempFolder()
    writeFileSync(join(folder, 'a.pem'), pair.publicKey)
    writeFileSync(join(folder, 'key.pem'), pair.privateKey)
    const { WECHAT_PAY_PRIVATE_KEY: _, WECHAT_PAY_PUBLIC_KEY: __, ...rest } = whole
    const fromFiles = {
      ...rest, WECHAT_PAY_PRIVATE_KEY_PATH: join(folder, 'key.pem'),
      WECHAT_PAY_PUBLIC_KEY_ID: 'PUB_KEY_ID_01,PUB_KEY_ID_02', WECHAT_PAY_PUBLIC_KEY_PATH: `${join(folder, 'a.pem')},${join(folder, 'a.pem')}`,
    }
    const { config, problems } = readConfig(fromFiles)
    expect(problems).toEqual([])
    expect(config.wechatPay).toMatchObject({
      mchId: '1900000109', appId: 'wx1', serial: 'AB12CD34', baseUrl: 'https://api.mch.weixin.qq.com', certificates: [],
      publicKeys: [{ id: 'PUB_KEY_ID_01' }, { id: 'PUB_KEY_ID_02' }],
    })
    expect(complaints({ ...whole, WECHAT_PAY_PRIVATE_KEY: pair.privateKey.replaceAll('\n', '\\n') })).toEqual([])
    expect(complaints({ ...fromFiles, WECHAT_PAY_PRIVATE_KEY_PATH: '/nowhere' })).toEqual(['WECHAT_PAY_PRIVATE_KEY_PATH'])
  })

  test('switched on without its parts it names each of them', () => {
    expect(complaints({ WECHAT_PAY_ENABLE_REAL: 'true' })).toEqual([
      'WECHAT_PAY_MCHID', 'WECHAT_APPID', 'WECHAT_PAY_API_V3_KEY', 'WECHAT_PAY_SERIAL_NO', 'WECHAT_PAY_PRIVATE_KEY',
    ])
  })

  test('keys without the switch are told, unless it says false', () => {
    const { WECHAT_PAY_ENABLE_REAL: _, ...keys } = whole
    expect(complaints(keys)).toEqual(['WECHAT_PAY_ENABLE_REAL'])
    expect([complaints({ ...whole, WECHAT_PAY_ENABLE_REAL: 'false' }), readConfig({}).config.wechatPay]).toEqual([[], null])
  })

  test.each([
    ['WECHAT_PAY_MCHID', 'x'], ['WECHAT_PAY_API_V3_KEY', 'short'], ['WECHAT_PAY_SERIAL_NO', 'none'], ['WECHAT_PAY_BASE_URL', 'no address'],
    ['WECHAT_PAY_PRIVATE_KEY', 'no key'], ['WECHAT_PAY_PUBLIC_KEY_ID', 'KEY_01'], ['WECHAT_PAY_PUBLIC_KEY', 'no key'],
    ['WECHAT_PAY_FEE_RATE', '0.6%'],
  ])('%s=%s is refused', (name, value) => expect(complaints({ ...whole, [name]: value })).toEqual([name]))

  test('the fees that were agreed are read in hundredths of a percent', () => {
    expect(readConfig({ ALIPAY_FEE_RATE: '0.38' }).config.feeBasisPoints).toEqual({ alipay: 38, wechat: 60 })
  })

  test('production refuses a simulator', () => {
    const safe = {
      APP_ENV: 'production', SECRET_KEY: 'x'.repeat(40), ALLOWED_HOSTS: 'shop.example', CORS_ALLOWED_ORIGINS: 'https://shop.example',
      DATABASE_URL: 'postgres://u:p@db/h', PUBLIC_URL: 'https://shop.example',
    }
    expect(complaints({ ...safe, ...whole })).toEqual([])
    expect(complaints({ ...safe, ...whole, WECHAT_PAY_BASE_URL: 'http://127.0.0.1:8000/dev/sim/wechat-pay' })).toEqual(['WECHAT_PAY_BASE_URL'])
  })
})

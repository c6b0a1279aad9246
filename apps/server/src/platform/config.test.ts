import { describe, expect, test } from 'vitest'
import { DEMO_BANK_ACCOUNT } from './config-payments.ts'
import { readConfig } from './config.ts'

describe('configuration', () => {
  const safe = {
    APP_ENV: 'production', SECRET_KEY: 'x'.repeat(40), ALLOWED_HOSTS: 'shop.example', CORS_ALLOWED_ORIGINS: 'https://shop.example',
    DATABASE_URL: 'postgres://u:p@db/h', PUBLIC_URL: 'https://shop.example',
  }
  const complaints = (env: Record<string, string>) => readConfig(env).problems.map((problem) => problem.variable)

  test('production starts with safe settings and names every missing one', () => {
    expect(complaints(safe)).toEqual([])
    expect(complaints({ DJANGO_ENV: 'production' })).toEqual([
      'SECRET_KEY', 'ALLOWED_HOSTS', 'CORS_ALLOWED_ORIGINS', 'POSTGRES_DB', 'POSTGRES_USER', 'POSTGRES_PASSWORD',
      'POSTGRES_HOST', 'PUBLIC_URL',
    ])
  })
  test.each([
    ['SECRET_KEY', 'short'], ['ALLOWED_HOSTS', '*'], ['CORS_ALLOWED_ORIGINS', '*'], ['PUBLIC_URL', 'http://shop.example'],
    ['DEBUG', 'true'], ['LIVING_SHOP', '1'], ['HAIER_USE_MOCK_DATA', 'true'], ['PORT', 'eighty'], ['FREIGHT_AMOUNT', '-1'],
  ])('production refuses %s=%s', (name, value) => expect(complaints({ ...safe, [name]: value })).toEqual([name]))
  test('a simulator is refused as payment company in production', () => {
    const alipay = { ALIPAY_APPID: '1', ALIPAY_PRIVATE_KEY: 'k', ALIPAY_PUBLIC_KEY: 'k' }
    expect(complaints({ ...safe, ...alipay, ALIPAY_GATEWAY: 'http://localhost:8000/dev/sim/alipay/gateway.do' })).toEqual(['ALIPAY_GATEWAY'])
    expect(complaints({ ...safe, ALIPAY_APPID: '1' })).toEqual(['ALIPAY_PRIVATE_KEY', 'ALIPAY_PUBLIC_KEY'])
  })
  test('an account at a company is there whole or not at all', () => {
    expect(complaints({ WECHAT_APPID: 'wx1' })).toEqual(['WECHAT_SECRET'])
    expect(complaints({ QQ_CLIENT_SECRET: 's' })).toEqual(['QQ_CLIENT_ID'])
    expect(complaints({ SMS_ACCESS_KEY_ID: 'k', SMS_SIGN_NAME: 'n' }))
      .toEqual(['SMS_ACCESS_KEY_SECRET', 'SMS_TEMPLATE_VERIFY', 'SMS_TEMPLATE_RESET'])
    const { config, problems } = readConfig({})
    expect([problems, config.wechat, config.qq, config.sms]).toEqual([[], null, null, null])
    expect(config.loginRedirects).toEqual({ qq: 'http://localhost:8000/oauth/qq', alipay: 'http://localhost:8000/oauth/alipay' })
  })
  test('accounts that are there are read, with the companies\' own addresses', () => {
    const { config, problems } = readConfig({
      WECHAT_APPID: 'wx1', WECHAT_SECRET: 's', QQ_CLIENT_ID: '1', QQ_CLIENT_SECRET: 's', QQ_REDIRECT_URI: 'https://a.example/qq',
      SMS_ACCESS_KEY_ID: 'k', SMS_ACCESS_KEY_SECRET: 's', SMS_SIGN_NAME: 'n', SMS_TEMPLATE_VERIFY: 'V', SMS_TEMPLATE_RESET: 'R',
    })
    expect(problems).toEqual([])
    expect(config.wechat).toEqual({ appId: 'wx1', secret: 's', baseUrl: 'https://api.weixin.qq.com', isSimulated: false })
    expect(config.qq).toEqual({
      clientId: '1', clientSecret: 's', redirectUri: 'https://a.example/qq', baseUrl: 'https://graph.qq.com', pageBaseUrl: null,
    })
    expect(config.sms).toEqual({
      accessKeyId: 'k', accessKeySecret: 's', signName: 'n', templates: { verify: 'V', reset_password: 'R' },
      endpoint: 'https://dysmsapi.aliyuncs.com',
    })
  })
  test.each([
    ['WECHAT_BASE_URL', 'http://127.0.0.1:8000/wechat'], ['SMS_ENDPOINT', 'https://shop.example/dev/sim/sms'],
    ['SMS_ENDPOINT', 'http://[::1]:8000/'], ['QQ_REDIRECT_URI', 'http://shop.example/oauth/qq'],
    ['ALIPAY_LOGIN_REDIRECT_URI', 'http://shop.example/oauth/alipay'],
  ])('production refuses the address %s=%s', (name, value) => expect(complaints({ ...safe, [name]: value })).toEqual([name]))
  test('an address that is none is named once', () => {
    expect(complaints({ WECHAT_BASE_URL: 'wechat', SMS_ENDPOINT: 'sms' })).toEqual(['WECHAT_BASE_URL', 'SMS_ENDPOINT'])
  })
  test('an empty variable is one that is not set, and a broken address is named', () => {
    const { config, problems } = readConfig({ PUBLIC_URL: '', CDN_MEDIA_URL: '', HEARTH_DATA_DIR: '', ALLOWED_HOSTS: '' })
    expect([problems, config.mediaBaseUrl, config.allowedHosts]).toEqual([[], 'http://localhost:8000/media', ['*']])
    expect(complaints({ PUBLIC_URL: 'shop' })).toEqual(['PUBLIC_URL'])
  })
  test('only the demo shop has an account to transfer money to that nobody has entered', () => {
    const accountOf = (env: Record<string, string>) => readConfig(env).config.bankAccount
    expect(accountOf({})).toEqual(DEMO_BANK_ACCOUNT)
    const others: Record<string, string>[] = [safe, { ...safe, LIVING_SHOP: 'true' }, { LIVING_SHOP: 'false' }, { APP_ENV: 'test' }]
    for (const env of others) {
      expect(accountOf(env)).toBeNull()
    }
    const own = { BANK_ACCOUNT_NAME: '海尔商城', BANK_NAME: '招商银行', BANK_ACCOUNT_NUMBER: '62' }
    expect(accountOf(own)).toEqual({ accountName: '海尔商城', bank: '招商银行', accountNumber: '62' })
  })
  test('development needs nothing', () => {
    const { config, problems } = readConfig({})
    expect(problems).toEqual([])
    expect([config.publicUrl, config.orderTimeoutMs, config.freightFen, config.freeShippingFen]).toEqual([
      'http://localhost:8000', 600_000, 1_000, 9_900,
    ])
  })
})

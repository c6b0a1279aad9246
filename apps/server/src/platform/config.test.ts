import { describe, expect, test } from 'vitest'
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
  test('an empty variable is one that is not set, and a broken address is named', () => {
    const { config, problems } = readConfig({ PUBLIC_URL: '', CDN_MEDIA_URL: '', HEARTH_DATA_DIR: '', ALLOWED_HOSTS: '' })
    expect([problems, config.mediaBaseUrl, config.allowedHosts]).toEqual([[], 'http://localhost:8000/media', ['*']])
    expect(complaints({ PUBLIC_URL: 'shop' })).toEqual(['PUBLIC_URL'])
  })
  test('development needs nothing', () => {
    const { config, problems } = readConfig({})
    expect(problems).toEqual([])
    expect([config.publicUrl, config.orderTimeoutMs, config.freightFen, config.freeShippingFen]).toEqual([
      'http://localhost:8000', 600_000, 1_000, 9_900,
    ])
  })
})

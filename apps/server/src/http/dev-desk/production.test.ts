import { expect, test } from 'vitest'
import { openWorld } from '../../../tests/support/world.ts'

test('in production there is neither desk nor simulator', async () => {
  await using w = await openWorld({ env: {
    APP_ENV: 'production', ALLOWED_HOSTS: 'shop.example', PUBLIC_URL: 'https://shop.example', TRUSTED_PROXIES: '127.0.0.1',
  } })
  const headers = { host: 'shop.example', 'x-forwarded-proto': 'https' }
  const paths = [
    '/dev/', '/dev/desk.js', '/dev/payments.js', '/dev/desk.css', '/dev/api/clock/', '/dev/api/alipay/keys/', '/dev/api/wechat/keys/',
    '/dev/api/messages/', '/dev/api/jobs/', '/dev/sim/alipay/gateway.do', '/dev/sim/alipay/pages.css', '/dev/sim/wechat-pay/v3/certificates',
    '/dev/sim/wechat-pay/scan/x', '/dev/sim/qq/oauth2.0/authorize', '/dev/sim/alipay-login/oauth2/publicAppAuthorize.htm',
  ]
  for (const url of paths) expect((await w.app.inject({ url, headers })).statusCode, url).toBe(404)
  const asked = await w.app.inject({ method: 'POST', url: '/dev/api/alipay/keys/', headers, payload: { add: true } })
  expect(asked.statusCode).toBe(404)
  expect(w.server.desk).toBe(null)
})

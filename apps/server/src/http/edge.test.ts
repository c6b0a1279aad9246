import { describe, expect, test } from 'vitest'
import { openWorld } from '../../tests/support/world.ts'

const json = { 'content-type': 'application/json' }

describe('refusals have one shape', () => {
  test('an unknown path', async () => {
    await using w = await openWorld()
    const answer = await w.app.inject({ url: '/api/nothing/here/' })
    expect(answer.statusCode).toBe(404)
    expect(answer.json()).toEqual({
      success: false, code: 404, message: '没有找到。', detail: '没有找到。', error_code: 'NOT_FOUND', facts: {},
    })
  })

  test('English when it is asked for', async () => {
    await using w = await openWorld()
    const answer = await w.app.inject({ url: '/api/nothing/', headers: { 'accept-language': 'en-GB,zh;q=0.5' } })
    expect(answer.json().message).toBe('Not found.')
  })

  test.each([
    ['malformed JSON', '{"username":', 400, 'VALIDATION_ERROR'],
    ['a number as JSON text', '{"username":"a","password":12345678}', 400, 'VALIDATION_ERROR'],
    ['a missing field', '{"username":"a"}', 400, 'VALIDATION_ERROR'],
    ['null', 'null', 400, 'VALIDATION_ERROR'],
    ['a list', '[]', 400, 'VALIDATION_ERROR'],
    ['more than 1 MiB', JSON.stringify({ username: 'a'.repeat(1_048_577), password: 'b' }), 413, 'PAYLOAD_TOO_LARGE'],
  ])('%s', async (_, payload, status, code) => {
    await using w = await openWorld()
    const answer = await w.app.inject({ method: 'POST', url: '/api/authorizations/', headers: json, payload })
    expect(answer.statusCode).toBe(status)
    expect(answer.json()).toMatchObject({ success: false, code: status, error_code: code })
    expect(answer.body).not.toMatch(/at .*\.(ts|js):\d+|node_modules/)
  })

  test('a NUL in a text is bad input, not a fault', async () => {
    await using w = await openWorld()
    const boss = await w.signIn('boss', { role: 'admin' })
    const answer = await w.app.inject({
      method: 'POST', url: '/api/lifecycle/product-types/', headers: boss.headers, payload: { name: 'a\u0000b', model: 'M1' },
    })
    expect(answer.json()).toMatchObject({ status: 'error', error_code: 'VALIDATION_ERROR' })
  })

  test('a content type nobody reads is 415', async () => {
    await using w = await openWorld()
    const answer = await w.app.inject({ method: 'POST', url: '/api/authorizations/', headers: { 'content-type': 'text/xml' }, payload: '<a/>' })
    expect(answer.json()).toMatchObject({ code: 415, error_code: 'UNSUPPORTED_MEDIA_TYPE' })
  })

  test('a fault says nothing of itself', async () => {
    await using w = await openWorld()
    await w.db.schema.dropTable('catalog.brands').cascade().execute()
    const answer = await w.app.inject({ url: '/api/brands/' })
    expect(answer.statusCode).toBe(500)
    expect(answer.json()).toMatchObject({ error_code: 'INTERNAL_ERROR', facts: {} })
    expect(answer.body).not.toMatch(/catalog\.brands|relation|select/)
  })
})

describe('paths', () => {
  test('with and without trailing slash, and under /api/v1', async () => {
    await using w = await openWorld()
    for (const url of ['/api/areas/', '/api/areas', '/api/v1/areas/', '/api/v1/areas']) {
      expect((await w.app.inject({ url })).statusCode, url).toBe(200)
    }
  })

  test('source 001\'s own paths, and its profile for those that clash', async () => {
    await using w = await openWorld()
    const boss = await w.signIn('boss', { role: 'admin' })
    for (const url of ['/api/product-types/', '/api/repair-records', '/api/users/me/']) {
      expect((await w.app.inject({ url, headers: boss.headers })).json().status, url).toBe('success')
    }
    const profile = { ...boss.headers, 'x-api-profile': 'lifecycle' }
    expect((await w.app.inject({ url: '/api/products/', headers: profile })).json()).toMatchObject({ status: 'success', pagination: { count: 0 } })
    expect((await w.app.inject({ url: '/api/products/' })).json()).toMatchObject({ results: [], count: 0 })
  })

  test('hosts that are set up for it', async () => {
    await using w = await openWorld({ env: { LIFECYCLE_HOSTS: 'units.example', LEGACY_ROOT_HOSTS: 'old.example' } })
    expect((await w.app.inject({ url: '/areas/', headers: { host: 'old.example' } })).statusCode).toBe(200)
    const boss = await w.signIn('boss', { role: 'admin' })
    const units = await w.app.inject({ url: '/api/products/', headers: { ...boss.headers, host: 'units.example:8000' } })
    expect(units.json().status).toBe('success')
  })
})

describe('operation', () => {
  test('health says how each service is, under all its names', async () => {
    await using w = await openWorld()
    for (const url of ['/health/', '/health', '/healthz', '/api/health/']) {
      const answer = await w.app.inject({ url })
      expect(answer.statusCode, url).toBe(200)
      expect(answer.json()).toMatchObject({ success: true, code: 200, data: { status: 'healthy', services: { database: { status: 'healthy' }, cache: { status: 'healthy' } } } })
    }
  })

  test('metrics are open in development and need their token when one is set', async () => {
    await using w = await openWorld({ env: { METRICS_TOKEN: 'm-token' } })
    expect((await w.app.inject({ url: '/metrics/' })).statusCode).toBe(401)
    const answer = await w.app.inject({ url: '/metrics/', headers: { authorization: 'Bearer m-token' } })
    expect(answer.body).toContain('http_request_duration_seconds_bucket')
  })

  test('headers that browsers obey are there', async () => {
    await using w = await openWorld()
    const { headers } = await w.app.inject({ url: '/api/areas/' })
    expect(headers['content-security-policy']).toMatch(/default-src 'self'.*frame-ancestors 'none'/)
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('the API describes itself, as YAML and as JSON', async () => {
    await using w = await openWorld()
    const yaml = await w.app.inject({ url: '/api/schema/' })
    expect(yaml.headers['content-type']).toContain('yaml')
    expect(yaml.body).toMatch(/^openapi: 3\.1\.0/)
    const described = (await w.app.inject({ url: '/api/schema/?format=json' })).json()
    expect(Object.keys(described.paths)).toContain('/api/orders/settlement/')
    expect(Object.keys(described.paths).filter((path) => path.startsWith('/dev/'))).toEqual([])
    const docs = await w.app.inject({ url: '/api/docs/' })
    expect(docs.statusCode).toBe(200)
    expect(docs.body).toContain('swagger-ui')
    const redoc = await w.app.inject({ url: '/api/redoc/' })
    const nonce = /'nonce-([^']+)'/.exec(String(redoc.headers['content-security-policy']))?.[1]
    expect(redoc.body).toContain(`<script nonce="${nonce}">Redoc.init('/api/schema/?format=json'`)
    const script = await w.app.inject({ url: '/api/redoc/redoc.js' })
    expect(script.headers['content-type']).toContain('javascript')
    expect(script.body).toContain('Redoc')
  })

  test('in production only an administrator reads the description', async () => {
    await using w = await openWorld({ env: {
      APP_ENV: 'production', ALLOWED_HOSTS: 'shop.example', PUBLIC_URL: 'https://shop.example', TRUSTED_PROXIES: '127.0.0.1',
    } })
    const headers = { host: 'shop.example', 'x-forwarded-proto': 'https' }
    for (const url of ['/api/schema/', '/api/docs/', '/api/redoc/', '/api/redoc/redoc.js']) {
      expect((await w.app.inject({ url, headers })).statusCode, url).toBe(401)
    }
  })
})

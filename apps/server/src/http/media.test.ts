import sharp from 'sharp'
import { expect, test } from 'vitest'
import { catalogue } from '../../seeds/catalogue/index.ts'
import { demoPicturePath } from '../../seeds/demo-pictures.ts'
import { openWorld } from '../../tests/support/world.ts'
import { formatFor } from './media.ts'

const png = () => sharp({ create: { width: 1000, height: 500, channels: 3, background: '#c2410c' } }).png().toBuffer()

test('a stored picture is served for a year, and smaller on request', async () => {
  await using w = await openWorld()
  await w.deps.files.disk.put('images/2026/11/20/a.png', await png())
  const whole = await w.app.inject({ url: '/media/images/2026/11/20/a.png' })
  expect([whole.statusCode, whole.headers['content-type'], whole.headers['cache-control']])
    .toEqual([200, 'image/png', 'public, max-age=31536000, immutable'])
  expect(whole.headers.vary ?? '').not.toContain('Accept')
  for (const [accept, wanted] of [['image/avif,image/webp,*/*;q=0.8', 'webp'], ['image/png,*/*', 'jpeg'], ['image/webp', 'webp'], [undefined, 'jpeg']]) {
    const small = await w.app.inject({ url: '/media/images/2026/11/20/a.png?w=240', headers: accept ? { accept } : {} })
    const { width, height, format } = await sharp(small.rawPayload).metadata()
    expect([small.headers['content-type'], width, height, format]).toEqual([`image/${wanted}`, 240, 120, wanted])
    expect([small.headers['cache-control'], small.headers.vary]).toEqual(['public, max-age=31536000, immutable', expect.stringMatching(/(?:^|, )Accept$/)])
  }
})

test.each([
  ['image/webp', 'webp'], ['text/html, image/webp;q=0.5', 'webp'], ['IMAGE/WEBP', 'webp'], ['image/webp;q=0', 'jpeg'],
  ['image/webp; q=0.0, */*', 'jpeg'], ['*/*', 'jpeg'], ['image/*', 'jpeg'], ['', 'jpeg'], [undefined, 'jpeg'],
])('who takes %s gets %s', (accept, format) => {
  expect(formatFor(accept)).toBe(format)
})

test('what was made smaller is not asked for by its own address', async () => {
  await using w = await openWorld()
  await w.deps.files.disk.put('a.png', await png())
  await w.app.inject({ url: '/media/a.png?w=240' })
  expect(await w.deps.files.disk.exists('sizes/240/a.png.jpg')).toBe(true)
  for (const query of ['', '?w=240']) expect((await w.app.inject({ url: `/media/sizes/240/a.png.jpg${query}` })).statusCode).toBe(404)
})

test('many who ask for a size at once all get it', async () => {
  await using w = await openWorld()
  await w.deps.files.disk.put('a.png', await png())
  const all = await Promise.all(Array.from({ length: 8 }, () => w.app.inject({ url: '/media/a.png?w=480' })))
  expect(new Set(all.map((answer) => `${answer.statusCode} ${answer.rawPayload.length}`)).size).toBe(1)
})

test.each([
  '/media/nothing.png', '/media/a.png?w=241', '/media/a.svg', '/media/a.html', '/media/.env', '/media/../../.env',
  '/media/%2e%2e/%2e%2e/package.json', '/media/..%2f..%2fpackage.json', '/media/a%00.png', '/media/demo/kettle.white.nothing.png',
  '/media/demo/unknown-kind.white.c2410c.front.17.webp', `/media/${'a'.repeat(600)}.png`,
])('%s is not found', async (url) => {
  await using w = await openWorld()
  await w.deps.files.disk.put('a.svg', '<svg/>')
  const answer = await w.app.inject({ url })
  expect(answer.statusCode).toBe(404)
})

test('manuals are PDFs in their own folder, and nowhere else', async () => {
  await using w = await openWorld()
  for (const path of ['manuals/a.pdf', 'images/a.pdf']) await w.deps.files.disk.put(path, '%PDF-1.4')
  const answer = await w.app.inject({ url: '/media/manuals/a.pdf' })
  expect([answer.statusCode, answer.headers['content-type'], answer.body]).toEqual([200, 'application/pdf', '%PDF-1.4'])
  for (const url of ['/media/images/a.pdf', '/media/manuals/a.pdf?w=240', '/media/manuals/../images/a.pdf', '/media/manuals/.a.pdf']) {
    expect((await w.app.inject({ url })).statusCode, url).toBe(404)
  }
})

test('a demo picture is drawn when it is first asked for, and kept', async () => {
  await using w = await openWorld()
  const kind = catalogue.categories.find((category) => category.level === 'item')?.pictureKind ?? 'kettle'
  const path = demoPicturePath({ of: 'category', kind })
  const answer = await w.app.inject({ url: `/media/${path}` })
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'image/webp'])
  expect(await w.deps.files.disk.exists(path)).toBe(true)
})

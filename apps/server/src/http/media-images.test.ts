import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aProduct } from '../../tests/support/builders.ts'
import { aForm, plainPicture, sendForm } from '../../tests/support/forms.ts'
import type { FormFile } from '../../tests/support/forms.ts'
import { countOf, openWorld } from '../../tests/support/world.ts'
import type { SignedIn, World } from '../../tests/support/world.ts'

const URL = '/api/media-images/'
const BAD_FILE = { success: false, code: 400, error_code: 'INVALID_FILE' }
const MIB = 1_048_576
const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'

let w: World
let ann: SignedIn
let bob: SignedIn
let boss: SignedIn
beforeAll(async () => {
  w = await openWorld()
  ann = await w.signIn('ann')
  bob = await w.signIn('bob')
  boss = await w.signIn('boss', { role: 'admin' })
})
afterAll(() => w[Symbol.asyncDispose]())

const upload = (who: SignedIn | null, file: FormFile | null, fields: Record<string, string> = {}) =>
  sendForm(w, who, URL, aForm(file, fields))
const pathOf = (url: string) => w.deps.files.path(url)
const bytesOf = async (url: string) => Buffer.from(await w.deps.files.disk.getBytes(pathOf(url)))
const filesKept = async () => (await w.deps.files.list('')).length

describe('an upload', () => {
  test('is answered with its address, size and placeholder, and lies in the folder of its Shanghai day', async () => {
    w.setNow('2026-11-20T16:30:00.000Z')
    const answer = await upload(ann, { content: await plainPicture(640, 320).png().toBuffer(), filename: '..\\..\\冰箱 正面.png' })
    const { id, url, placeholder, size, ...rest } = answer.json()
    expect([answer.statusCode, rest]).toEqual([201, {
      file: url, original_name: '冰箱 正面.png', content_type: 'image/png', width: 640, height: 320,
      uploaded_by: ann.userId, created_at: '2026-11-21T00:30:00.000+08:00',
    }])
    expect(pathOf(url)).toMatch(new RegExp(`^images/2026/11/21/${UUID}\\.png$`))
    const kept = await bytesOf(url)
    expect([id > 0, kept.length]).toEqual([true, size])
    const small = await sharp(Buffer.from(String(placeholder).replace('data:image/webp;base64,', ''), 'base64')).metadata()
    expect(small).toMatchObject({ format: 'webp', width: 16, height: 8 })
    expect((await w.app.inject({ url: `/media/${pathOf(url)}` })).headers['content-type']).toBe('image/png')
    w.setNow('2026-11-20T02:00:00.000Z')
  })

  test.each<[string, () => Promise<Buffer>, Record<string, string>, string, string]>([
    ['jpeg', () => plainPicture(30, 20).jpeg().toBuffer(), {}, 'image/jpeg', 'jpg'],
    ['webp', () => plainPicture(30, 20).webp().toBuffer(), {}, 'image/webp', 'webp'],
    ['gif', () => plainPicture(30, 20).gif().toBuffer(), {}, 'image/gif', 'gif'],
    ['png', () => plainPicture(30, 20).png().toBuffer(), { format: 'webp' }, 'image/webp', 'webp'],
    ['png', () => plainPicture(30, 20).png().toBuffer(), { format: 'jpeg', compress: 'yes' }, 'image/jpeg', 'jpg'],
    ['gif', () => plainPicture(30, 20).gif().toBuffer(), { format: 'png' }, 'image/png', 'png'],
    ['bmp', async () => aBitmap(24), {}, 'image/png', 'png'],
    ['bmp of a palette', async () => aBitmap(8), { format: 'webp' }, 'image/webp', 'webp'],
  ])('%s is kept as asked: %#', async (_, make, fields, type, ending) => {
    const { content_type, url, width } = (await upload(ann, { content: await make(), filename: 'lies.txt' }, fields)).json()
    const stored = await sharp(await bytesOf(url)).metadata()
    expect([content_type, url.split('.').at(-1), `image/${stored.format}`, stored.width]).toEqual([type, ending, type, width])
  })

  test('a bitmap keeps its colours and its right way up', async () => {
    const { url } = (await upload(ann, { content: aBitmap(24) })).json()
    const { data, info } = await sharp(await bytesOf(url)).raw().toBuffer({ resolveWithObject: true })
    const corners = [[...data.subarray(0, 3)], [...data.subarray(-3)]]
    expect([info.width, info.height, ...corners]).toEqual([3, 2, [255, 0, 0], [0, 0, 255]])
  })

  test('compressed is smaller', async () => {
    const noise = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 128, sigma: 40 } } }).png().toBuffer()
    const sizes = []
    for (const compress of ['false', 'true']) sizes.push((await upload(ann, { content: noise }, { format: 'jpeg', compress })).json().size)
    expect(sizes[1]).toBeLessThan(sizes[0])
  })

  test('a moving gif keeps moving, and stands still as jpeg', async () => {
    const content = await movingGif()
    const gif = (await upload(ann, { content })).json()
    expect([gif.width, gif.height, (await sharp(await bytesOf(gif.url)).metadata()).pages]).toEqual([20, 10, 3])
    const jpeg = (await upload(ann, { content }, { format: 'jpeg' })).json()
    expect([jpeg.width, jpeg.height]).toEqual([20, 10])
  })

  test('is turned upright and keeps nothing but what is seen', async () => {
    const red = await plainPicture(100, 200, '#f00').png().toBuffer()
    const lying = await plainPicture(300, 200).composite([{ input: red, left: 0, top: 0 }]).withExif({ IFD0: { Copyright: 'Ann' } })
      .withMetadata({ orientation: 6 }).jpeg().toBuffer()
    const { url, width, height } = (await upload(ann, { content: lying })).json()
    const image = sharp(await bytesOf(url))
    const { orientation, exif, xmp, iptc } = await image.metadata()
    expect([width, height]).toEqual([200, 300])
    expect([orientation, exif, xmp, iptc]).toEqual(Array(4).fill(undefined))
    const { data } = await image.raw().toBuffer({ resolveWithObject: true })
    expect([data[0], data[200 * 299 * 3]].map((each) => (each ?? 0) > 200)).toEqual([true, false])
  })

  test('twice by one person is one picture and one file; by another, another', async () => {
    const content = await plainPicture(77, 33).png().toBuffer()
    const first = (await upload(ann, { content, filename: 'one.png' })).json()
    const before = [await countOf(w, 'media.images'), await filesKept()]
    const again = await upload(ann, { content, filename: 'two.png' })
    expect([again.statusCode, again.json()]).toEqual([201, first])
    expect([await countOf(w, 'media.images'), await filesKept()]).toEqual(before)
    const others = (await upload(bob, { content })).json()
    expect([others.id === first.id, others.url === first.url]).toEqual([false, false])
  })

  test('eight times at once is one picture and one file', async () => {
    const content = await plainPicture(78, 34).png().toBuffer()
    const before = [await countOf(w, 'media.images'), await filesKept()] as const
    const all = await Promise.all(Array.from({ length: 8 }, () => upload(ann, { content })))
    expect(new Set(all.map((each) => `${each.statusCode} ${each.json().id} ${each.json().url}`)).size).toBe(1)
    expect([await countOf(w, 'media.images'), await filesKept()]).toEqual([before[0] + 1, before[1] + 1])
  })
})

describe('what is refused, keeping nothing', () => {
  let before: number[]
  beforeEach(async () => { before = [await countOf(w, 'media.images'), await filesKept()] })
  const nothingKept = async () => expect([await countOf(w, 'media.images'), await filesKept()]).toEqual(before)
  const png = () => plainPicture(300, 300).png().toBuffer()
  const jpeg = () => plainPicture(300, 300).jpeg().toBuffer()

  test.each<[string, () => Promise<Buffer | string>]>([
    ['no bytes', async () => ''],
    ['text', async () => 'just text'],
    ['a page', async () => '<!doctype html><script>alert(1)</script>'],
    ['an SVG', async () => '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'],
    ['an SVG behind a declaration', async () => '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'],
    ['a PNG cut short', async () => (await png()).subarray(0, 200)],
    ['a JPEG cut short', async () => (await jpeg()).subarray(0, 300)],
    ['a PNG\'s head alone', async () => Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')],
    ['a GIF that is a script', async () => 'GIF89a/*\x00\x00\x00\x00*/=1;alert(1)'],
    ['a GIF that is a page', async () => Buffer.concat([await plainPicture(3, 3).gif().toBuffer(), Buffer.from('<ScRipt>alert(1)</script>')])],
    ['a JPEG that is PHP', async () => Buffer.concat([await jpeg(), Buffer.from('<?php system($_GET[0]);')])],
    ['a PNG that is a PDF', async () => Buffer.concat([await png(), Buffer.from('%PDF-1.7')])],
    ['a JPEG that is an archive', async () => Buffer.concat([await jpeg(), Buffer.from('PK\x05\x06'), Buffer.alloc(18)])],
    ['a TIFF', () => plainPicture(9, 9).tiff().toBuffer()],
    ['an AVIF', () => plainPicture(9, 9).avif({ effort: 0 }).toBuffer()],
    ['a bitmap of 30,000 × 30,000 in 60 bytes', async () => aBitmap(24, [30_000, 30_000])],
    ['a bitmap of no height', async () => aBitmap(24, [3, 0])],
    ['a bitmap cut short', async () => aBitmap(24).subarray(0, 60)],
    ['a picture of 20,000 × 20,000', () => sharp({ create: { width: 20_000, height: 20_000, channels: 3, background: '#fff' }, limitInputPixels: false }).png({ compressionLevel: 1 }).toBuffer()],
    ['a picture of just more than 50 megapixels', () => plainPicture(7_100, 7_100).png().toBuffer()],
  ])('%s', async (_, make) => {
    expect((await upload(ann, { content: await make() })).json()).toMatchObject(BAD_FILE)
    await nothingKept()
  }, 30_000)

  test.each<[string, () => Promise<Buffer | string>, RegExp]>([
    ['no bytes', async () => '', /空的/],
    ['a page called a PNG', async () => '<!doctype html><script>alert(1)</script>', /不是图片/],
    ['a PNG that is a PDF', async () => Buffer.concat([await png(), Buffer.from('%PDF-1.7')]), /不是图片/],
    ['an SVG', async () => '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', /SVG/],
    ['a PNG cut short', async () => (await png()).subarray(0, 200), /损坏/],
    ['more than 50 megapixels', () => plainPicture(7_100, 7_100).png().toBuffer(), /5000 万/],
  ])('%s, in words of its own', async (_, make, words) => {
    const answer = (await upload(ann, { content: await make() })).json()
    expect(answer).toMatchObject({ ...BAD_FILE, message: expect.stringMatching(words) })
  }, 30_000)

  test('no file, a file by another name, a text called file, and JSON', async () => {
    expect((await upload(ann, null)).json()).toMatchObject(BAD_FILE)
    expect((await upload(ann, { name: 'picture', content: await png() })).json()).toMatchObject(BAD_FILE)
    expect((await upload(ann, null, { file: 'x' })).json()).toMatchObject(BAD_FILE)
    const json = await w.app.inject({ method: 'POST', url: URL, headers: ann.headers, payload: { file: { type: 'Buffer', data: [137] } } })
    expect(json.json()).toMatchObject(BAD_FILE)
    await nothingKept()
  })

  test('more than 20 MiB', async () => {
    const answers = []
    for (const bytes of [20 * MIB + 1, 21 * MIB]) answers.push(await upload(ann, { content: Buffer.alloc(bytes) }))
    expect(answers.map((each) => [each.statusCode, each.json().error_code])).toEqual(Array(2).fill([413, 'PAYLOAD_TOO_LARGE']))
    await nothingKept()
  })

  test('a form that says something else than it may', async () => {
    const content = await png()
    const wrong: [SignedIn | null, Record<string, string>, number, string[]][] = [
      [ann, { format: 'svg' }, 400, ['format']],
      [ann, { compress: 'perhaps' }, 400, ['compress']],
      [boss, { product_id: '1' }, 400, ['field_name']],
      [boss, { field_name: 'main_images' }, 400, ['product_id']],
      [boss, { product_id: '0', field_name: 'main_images' }, 400, ['product_id']],
      [boss, { product_id: '1', field_name: 'name' }, 400, ['field_name']],
      [boss, { product_id: '999999999', field_name: 'main_images' }, 404, []],
      [ann, { product_id: '1', field_name: 'main_images' }, 403, []],
      [null, {}, 401, []],
    ]
    for (const [who, fields, code, errors] of wrong) {
      const answer = await upload(who, { content }, fields)
      const found = [answer.statusCode, Object.keys(answer.json().errors ?? {})]
      expect(found, JSON.stringify(fields)).toEqual([code, errors])
    }
    await nothingKept()
  })
})

/** Red, green and black above white, white and blue, or of a palette; `size` is what its head says instead. */
function aBitmap(bits: 8 | 24, size?: [number, number]): Buffer {
  const [width, height] = size ?? [3, 2]
  const palette = bits === 8 ? [0, 0, 255, 0, 0, 255, 0, 0, 255, 0, 0, 0, 255, 255, 255, 0] : []
  const rows = bits === 8 ? [3, 3, 2, 0, 0, 1, 2, 0]
    : [255, 255, 255, 255, 255, 255, 255, 0, 0, 0, 0, 0, 0, 0, 255, 0, 255, 0, 255, 0, 0, 0, 0, 0]
  const head = Buffer.alloc(54)
  head.write('BM', 'latin1')
  head.writeUInt32LE(54 + palette.length, 10)
  head.writeUInt32LE(40, 14)
  head.writeInt32LE(width, 18)
  head.writeInt32LE(height, 22)
  head.writeUInt16LE(1, 26)
  head.writeUInt16LE(bits, 28)
  return Buffer.concat([head, Buffer.from(palette), Buffer.from(rows)])
}

async function movingGif(): Promise<Buffer> {
  const colours = ['#f00', '#0f0', '#00f']
  const frames = await Promise.all(colours.map((colour) => plainPicture(20, 10, colour).png().toBuffer()))
  return sharp(frames, { join: { animated: true } }).gif().toBuffer()
}

describe('a picture for a product', () => {
  const picturesOf = (id: number) => w.db.selectFrom('catalog.products').select(['main_images', 'detail_images'])
    .where('id', '=', id).executeTakeFirstOrThrow()

  test('is put behind its others, once, and says so', async () => {
    const { productId } = await aProduct(w, { mainImages: ['p/a.webp'] })
    const fields = { product_id: String(productId), field_name: 'main_images' }
    const content = await plainPicture(50, 51).png().toBuffer()
    const first = (await upload(boss, { content }, fields)).json()
    expect(first).toMatchObject({ product_updated: true, product_id: productId, field_name: 'main_images' })
    await upload(boss, { content }, fields)
    expect(await picturesOf(productId)).toEqual({ main_images: ['p/a.webp', pathOf(first.url)], detail_images: [] })
    const detail = (await upload(boss, { content }, { ...fields, field_name: 'detail_images' })).json()
    expect((await picturesOf(productId)).detail_images).toEqual([pathOf(detail.url)])
  })

  test('ten at once are all there', async () => {
    const { productId } = await aProduct(w, { mainImages: [] })
    const contents = await Promise.all(Array.from({ length: 10 }, (_, at) => plainPicture(60 + at, 9).png().toBuffer()))
    await Promise.all(contents.map((content) => upload(boss, { content }, { product_id: String(productId), field_name: 'main_images' })))
    expect((await picturesOf(productId)).main_images).toHaveLength(10)
  })
})

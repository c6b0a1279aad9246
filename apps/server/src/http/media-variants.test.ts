import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { aForm, anImage, plainPicture, sendForm } from '../../tests/support/forms.ts'
import { openWorld } from '../../tests/support/world.ts'
import type { SignedIn, World } from '../../tests/support/world.ts'
import { makeVariants, variantOf } from '../modules/media/index.ts'
import { variantWidths } from '../modules/media/variants.ts'

let w: World
let boss: SignedIn
beforeAll(async () => {
  w = await openWorld()
  boss = await w.signIn('boss', { role: 'admin' })
})
afterAll(() => w[Symbol.asyncDispose]())

let shade = 0
async function upload(width: number, height = 60): Promise<{ id: number; url: string; path: string }> {
  shade += 1
  const content = await plainPicture(width, height, `#1122${shade.toString(16).padStart(2, '0')}`).png().toBuffer()
  const image = (await sendForm(w, boss, '/api/media-images/', aForm({ content }))).json()
  return { ...image, path: w.deps.files.path(image.url) }
}
const variantsOf = async (path: string) => (await w.deps.files.list('sizes')).filter((each) => each.includes(path))
  .map((each) => each.replace(path, '')).sort()
const jobsFor = async (path: string) => {
  const sent = await w.server.deps.db.selectFrom('pgboss.job' as never).selectAll().execute() as { name: string; data: { path?: string } }[]
  return sent.filter(({ name, data }) => name === 'make-variants' && data.path === path).length
}
const run = (name: string, body = {}) => w.deps.jobs.find((job) => job.name === name)?.run(body)
const ALL = ['sizes/240/.jpg', 'sizes/240/.webp', 'sizes/480/.jpg', 'sizes/480/.webp', 'sizes/800/.jpg', 'sizes/800/.webp']

test.each([
  [100, ['240']], [240, ['240']], [241, ['240', '480']], [500, ['240', '480', '800']], [800, ['240', '480', '800']], [4000, ['240', '480', '800']],
])('a picture %i wide is made to %j', (width, widths) => {
  expect(variantWidths(width)).toEqual(widths)
})

describe('after an upload', () => {
  test('its variants are made in every width and both formats, and made once', async () => {
    const { path } = await upload(1000, 500)
    expect([await jobsFor(path), await variantsOf(path)]).toEqual([1, []])
    expect(await run('make-variants', { path })).toMatchObject({ done: 6 })
    expect(await variantsOf(path)).toEqual(ALL)
    for (const [width, format] of [[480, 'webp'], [800, 'jpg']] as const) {
      const made = await sharp(await w.deps.files.disk.getBytes(`sizes/${width}/${path}.${format}`)).metadata()
      expect([made.width, made.height, made.format]).toEqual([width, width / 2, format === 'jpg' ? 'jpeg' : format])
    }
    const put = vi.spyOn(w.deps.files.disk, 'put')
    expect(await run('make-variants', { path })).toMatchObject({ done: 6 })
    for (const width of ['240', '480', '800']) await w.app.inject({ url: `/media/${path}?w=${width}`, headers: { accept: 'image/webp' } })
    expect(put).not.toHaveBeenCalled()
    put.mockRestore()
  })

  test('a half-done run is taken up where it ended', async () => {
    const { path } = await upload(1000)
    await variantOf(w.deps.files, { path, width: '480', format: 'webp' })
    await run('make-variants', { path })
    expect(await variantsOf(path)).toEqual(ALL)
  })

  test('the job exists only if the upload does, and not again for the same picture', async () => {
    const form = aForm({ content: await plainPicture(77, 33).png().toBuffer() })
    const first = (await sendForm(w, boss, '/api/media-images/', form)).json()
    await sendForm(w, boss, '/api/media-images/', form)
    expect(await jobsFor(w.deps.files.path(first.url))).toBe(1)
    const before = await countOfJobs()
    const forNobody = { product_id: '999999999', field_name: 'main_images' }
    const other = await plainPicture(78, 33).png().toBuffer()
    const gone = await sendForm(w, boss, '/api/media-images/', aForm({ content: other }, forNobody))
    expect([gone.statusCode, await countOfJobs()]).toEqual([404, before])
  })

  test('nothing is enlarged, and beyond its own size it has one variant', async () => {
    const { path } = await upload(100)
    expect(await run('make-variants', { path })).toMatchObject({ done: 2 })
    for (const width of ['240', '480', '800']) {
      const answer = await w.app.inject({ url: `/media/${path}?w=${width}`, headers: { accept: 'image/webp' } })
      expect([answer.statusCode, (await sharp(answer.rawPayload).metadata()).width]).toEqual([200, 100])
    }
    expect(await variantsOf(path)).toEqual(['sizes/240/.jpg', 'sizes/240/.webp'])
  })

  test('what is clear in a picture is white in its JPEG', async () => {
    const create = { width: 300, height: 30, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } as const
    const content = await sharp({ create }).png().toBuffer()
    const { url } = (await sendForm(w, boss, '/api/media-images/', aForm({ content }))).json()
    const small = await w.app.inject({ url: `/media/${w.deps.files.path(url)}?w=240` })
    const [red, green, blue] = await sharp(small.rawPayload).raw().toBuffer()
    expect([red, green, blue]).toEqual([255, 255, 255])
  })

  test('a picture that is gone when its turn comes leaves nothing behind', async () => {
    const { id, path } = await upload(900)
    await w.app.inject({ method: 'DELETE', url: `/api/media-images/${id}/`, headers: boss.headers })
    expect([await run('make-variants', { path }), await variantsOf(path)]).toEqual([expect.objectContaining({ done: 0 }), []])
    const late = await upload(901)
    const exists = vi.spyOn(w.deps.files.disk, 'exists').mockImplementation(async (key) => {
      if (key === late.path && (await variantsOf(late.path)).length > 0) {
        await w.deps.files.disk.delete(late.path)
        return false
      }
      return key === late.path
    })
    expect(await makeVariants(w.deps.files, late.path)).toBe(0)
    exists.mockRestore()
    expect(await variantsOf(late.path)).toEqual([])
  })

  async function countOfJobs() {
    const row = await w.db.selectFrom('pgboss.job' as never).select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()
    return Number((row as { n: number }).n)
  }
})

test('a worker makes them by itself, and deleting takes them away', async () => {
  await using own = await openWorld({ works: true })
  const chief = await own.signIn('chief', { role: 'admin' })
  const { id, url } = await anImage(own, chief)
  const made = async () => (await own.deps.files.list('sizes')).filter((each) => each.includes(own.deps.files.path(url)))
  await expect.poll(made, { timeout: 15_000 }).toHaveLength(2)
  expect((await own.app.inject({ method: 'DELETE', url: `/api/media-images/${id}/`, headers: chief.headers })).statusCode).toBe(204)
  expect(await made()).toEqual([])
}, 30_000)

describe('the sweep', () => {
  const days = (count: number) => w.advanceMinutes(count * 24 * 60)
  const isThere = (path: string) => w.deps.files.disk.exists(path)

  test('takes away what a process left that ended between writing and committing, and nothing else', async () => {
    const kept = await upload(600)
    await run('make-variants', { path: kept.path })
    const folder = kept.path.slice(0, kept.path.lastIndexOf('/'))
    const lost = `${folder}/00000000-0000-4000-8000-000000000000.png`
    const unfinished = `sizes/240/${kept.path}.webp.00000000-0000-4000-8000-000000000001.part`
    const leftOf = `sizes/480/${folder}/00000000-0000-4000-8000-000000000002.png.jpg`
    const foreign = ['avatars/1/a.webp', 'images/plain.png', 'demo/a.webp']
    for (const path of [lost, unfinished, leftOf, ...foreign]) await w.deps.files.disk.put(path, 'x')
    days(1)
    expect([await run('sweep-files'), await isThere(lost)]).toMatchObject([{ done: 0 }, true])
    days(1)
    expect(await run('sweep-files')).toMatchObject({ done: 3 })
    expect(await Promise.all([lost, unfinished, leftOf].map(isThere))).toEqual([false, false, false])
    expect(await Promise.all([kept.path, `sizes/240/${kept.path}.webp`, ...foreign].map(isThere))).toEqual([true, true, true, true, true])
    expect(await run('sweep-files')).toMatchObject({ done: 0 })
  })

  test('takes away the files of a row that was deleted without them', async () => {
    const { id, path } = await upload(700)
    await run('make-variants', { path })
    await w.db.deleteFrom('media.images').where('id', '=', id).execute()
    days(2)
    expect(await run('sweep-files')).toMatchObject({ done: 7 })
    expect([await isThere(path), await variantsOf(path)]).toEqual([false, []])
  })

  test('does nothing where nothing was uploaded yet', async () => {
    await using own = await openWorld()
    expect(await own.deps.jobs.find(({ name }) => name === 'sweep-files')?.run({})).toMatchObject({ done: 0 })
  })
})

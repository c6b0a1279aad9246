import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aBrand, aCategory, aProduct } from '../../tests/support/builders.ts'
import { aForm, anImage, plainPicture, sendForm } from '../../tests/support/forms.ts'
import { whileFirstIsOpen } from '../../tests/support/race.ts'
import { openWorld } from '../../tests/support/world.ts'
import type { SignedIn, World } from '../../tests/support/world.ts'
import { removeImage } from '../modules/media/index.ts'
import { makeJobs } from '../wiring/jobs.ts'

const URL = '/api/media-images/'
let w: World
let ann: SignedIn
let boss: SignedIn
beforeAll(async () => {
  w = await openWorld()
  ann = await w.signIn('ann')
  boss = await w.signIn('boss', { role: 'admin' })
})
afterAll(() => w[Symbol.asyncDispose]())

const pathOf = (url: string) => w.deps.files.path(url)
const isKept = (url: string) => w.deps.files.disk.exists(pathOf(url))
const ask = (who: SignedIn | null, method: 'GET' | 'DELETE', url: string) => w.app.inject({ method, url, headers: who?.headers })
const remove = (who: SignedIn | null, id: number) => ask(who, 'DELETE', `${URL}${id}/`)
const isThere = async (id: number) => (await ask(boss, 'GET', `${URL}${id}/`)).statusCode === 200

describe('the pictures there are', () => {
  test('are listed for administrators, the newest first, and found by their names', async () => {
    const names = ['Fridge.png', 'washer.png', 'fridge_50%.png']
    for (const [at, filename] of names.entries()) {
      w.advanceMinutes(1)
      await sendForm(w, ann, URL, aForm({ content: await plainPicture(200 + at, 9).png().toBuffer(), filename }))
    }
    const namesOf = async (query: string) => (await ask(boss, 'GET', `${URL}?${query}`)).json<{ results: { original_name: string }[] }>()
      .results.map((each) => each.original_name)
    expect(await namesOf('')).toEqual([...names].reverse())
    expect(await namesOf('search=FRIDGE')).toEqual(['fridge_50%.png', 'Fridge.png'])
    expect(await namesOf('search=50%25')).toEqual(['fridge_50%.png'])
    expect((await ask(boss, 'GET', `${URL}?page_size=2&page=2`)).json()).toMatchObject({
      total: 3, page: 2, total_pages: 2, has_next: false, previous: `${w.config.publicUrl}${URL}?page_size=2&page=1`,
    })
    for (const query of ['page=0', 'page=x', 'page_size=0', `search=${'x'.repeat(201)}`]) {
      expect((await ask(boss, 'GET', `${URL}?${query}`)).json().error_code, query).toBe('VALIDATION_ERROR')
    }
  })

  test('are found by their address', async () => {
    const [made] = [await anImage(w, ann), await anImage(w, ann)]
    const found = async (url: string) => (await ask(boss, 'GET', `${URL}?url=${encodeURIComponent(url)}`)).json().results
    expect(await found(made.url)).toEqual([made])
    expect(await found(pathOf(made.url))).toEqual([made])
    expect(await found(`${made.url}x`)).toEqual([])
  })

  test('say what shows them, by name', async () => {
    const { id, url } = await anImage(w, ann)
    const none = {
      products: 0, skus: 0, brands: 0, categories: 0, avatars: 0, banners: 0, cases: 0, contents: 0, proofs: 0,
    }
    const uses = async () => (await ask(boss, 'GET', `${URL}${id}/uses/`)).json()
    expect(await uses()).toEqual({ counts: none, uses: [] })
    const { productId } = await aProduct(w, { name: '十字门冰箱', mainImages: [pathOf(url)] })
    const made = await w.db.insertInto('content.banners').values({ image_id: id, title: '双十一', ...dates() }).returning('id').executeTakeFirstOrThrow()
    const slot = await w.db.insertInto('content.slots').values({ key: 'uses', name: 'uses' }).returning('id').executeTakeFirstOrThrow()
    const entry = await w.db.insertInto('content.entries').values({ slot_id: slot.id, title: '快讯', image_id: id, ...dates() }).returning('id').executeTakeFirstOrThrow()
    expect(await uses()).toEqual({
      counts: { ...none, products: 1, banners: 1, contents: 1 },
      uses: [
        { kind: 'products', id: productId, name: '十字门冰箱' }, { kind: 'banners', id: made.id, name: '双十一' },
        { kind: 'contents', id: entry.id, name: '快讯' },
      ],
    })
    expect((await ask(boss, 'GET', `${URL}999999999/uses/`)).statusCode).toBe(404)
  })

  test('are for administrators to see, one and all', async () => {
    const made = await anImage(w, ann)
    expect((await ask(boss, 'GET', `${URL}${made.id}/`)).json()).toEqual(made)
    const answers = [await ask(ann, 'GET', URL), await ask(null, 'GET', URL), await ask(ann, 'GET', `${URL}${made.id}/`), await ask(boss, 'GET', `${URL}999999999/`)]
    expect(answers.map((each) => each.statusCode)).toEqual([403, 401, 403, 404])
  })
})

describe('a picture is deleted', () => {
  test('by who uploaded it or an administrator, with its file and the smaller ones', async () => {
    const [own, others] = [await anImage(w, ann), await anImage(w, ann)]
    await w.app.inject({ url: `/media/${pathOf(own.url)}?w=240` })
    const bob = await w.signIn('bob')
    expect([(await remove(null, own.id)).statusCode, (await remove(bob, own.id)).statusCode]).toEqual([401, 404])
    const answers = [await remove(ann, own.id), await remove(boss, others.id), await remove(ann, own.id)]
    expect(answers.map((each) => each.statusCode)).toEqual([204, 204, 404])
    expect(await Promise.all([own.url, others.url, `sizes/240/${pathOf(own.url)}.jpg`].map(isKept))).toEqual([false, false, false])
  })

  test.each<[string, (path: string, id: number) => Promise<unknown>]>([
    ['products', (path) => aProduct(w, { mainImages: ['a.webp', path] })],
    ['products', (path) => aProduct(w, { detailImages: [path] })],
    ['skus', (path) => aProduct(w, { skus: [{ image: path }] })],
    ['brands', async (path) => w.db.updateTable('catalog.brands').set({ logo: path }).where('id', '=', await aBrand(w)).execute()],
    ['categories', (path) => aCategory(w, { logo: path })],
    ['avatars', (path) => w.db.updateTable('accounts.users').set({ avatar_url: path }).where('id', '=', ann.userId).execute()],
    ['banners', (_, id) => w.db.insertInto('content.banners').values({ image_id: id, ...dates() }).execute()],
    ['cases', (_, id) => w.db.insertInto('content.cases').values({ title: 'a', cover_image_id: id, ...dates() }).execute()],
    ['cases', async (_, id) => {
      const cover = await anImage(w, boss)
      const made = await w.db.insertInto('content.cases').values({ title: 'a', cover_image_id: cover.id, ...dates() }).returning('id').executeTakeFirstOrThrow()
      await w.db.insertInto('content.case_blocks').values({ case_id: made.id, block_type: 'image', image_id: id }).execute()
    }],
    ['contents', async (_, id) => {
      const slot = await w.db.insertInto('content.slots').values({ key: 'top', name: 'top' }).returning('id').executeTakeFirstOrThrow()
      await w.db.insertInto('content.entries').values({ slot_id: slot.id, title: 'a', image_id: id, ...dates() }).execute()
    }],
  ])('not while %s show it: %#', async (kind, use) => {
    const { id, url } = await anImage(w, ann)
    await use(pathOf(url), id)
    const none = {
      products: 0, skus: 0, brands: 0, categories: 0, avatars: 0, banners: 0, cases: 0, contents: 0, proofs: 0,
    }
    for (const who of [ann, boss]) {
      expect((await remove(who, id)).json()).toMatchObject({
        code: 409, error_code: 'RESOURCE_CONFLICT', facts: { counts: { ...none, [kind]: 1 } },
      })
    }
    expect([await isThere(id), await isKept(url)]).toEqual([true, true])
  })

  test('not while it is being taken into use: who came second waits', async () => {
    const { id } = await anImage(w, boss)
    const race = await whileFirstIsOpen(w,
      (tx) => tx.insertInto('content.banners').values({ image_id: id, ...dates() }).execute(), () => remove(boss, id))
    expect(race.rivalWaited).toBe(true)
    expect(race.rival).toMatchObject({ value: { statusCode: 409 } })
  })

  test('and the same upload at that moment is a new picture', async () => {
    const form = aForm({ content: await plainPicture(321, 9).png().toBuffer() })
    const { id } = (await sendForm(w, boss, URL, form)).json()
    const asked = { id, actorId: boss.userId, isAdmin: true, countUses: async () => ({}) }
    const race = await whileFirstIsOpen(w, (tx) => removeImage(tx, asked), () => sendForm(w, boss, URL, form))
    expect(race.rivalWaited).toBe(true)
    const answer = race.rival.status === 'fulfilled' ? race.rival.value.json() : null
    expect([answer.id === id, await isThere(answer.id), await isKept(answer.url)]).toEqual([false, true, true])
  })
})

describe('the clean-up', () => {
  const cleanUp = () => makeJobs(w.deps, null).find((job) => job.name === 'clean-up')?.run({})
  const dayLater = () => w.advanceMinutes(24 * 60)

  test('takes away what nothing shows after seven days, and nothing of an administrator\'s', async () => {
    const [idle, shown, again] = [await anImage(w, ann), await anImage(w, ann), await anImage(w, ann)]
    const bosses = await anImage(w, boss)
    const form = aForm({ content: await plainPicture(543, 9).png().toBuffer() })
    const repeated = (await sendForm(w, ann, URL, form)).json()
    await aProduct(w, { mainImages: [pathOf(shown.url)] })
    await w.db.insertInto('content.banners').values({ image_id: again.id, ...dates() }).execute()
    const all = [idle, shown, again, bosses, repeated]
    for (let day = 0; day < 7; day += 1) dayLater()
    await cleanUp()
    expect(await Promise.all(all.map(({ url }) => isKept(url)))).toEqual([true, true, true, true, true])
    const { headers } = await freshSignIn('ann')
    expect((await sendForm(w, { ...ann, headers }, URL, form)).json().id).toBe(repeated.id)
    w.advanceMinutes(1)
    await cleanUp()
    expect(await Promise.all(all.map(({ url }) => isKept(url)))).toEqual([false, true, true, true, true])
    expect(await w.db.selectFrom('media.images').select('id').where('id', '=', idle.id).execute()).toEqual([])
  })

  async function freshSignIn(username: string) {
    const answer = await w.app.inject({ method: 'POST', url: '/api/authorizations/', payload: { username, password: 'test-password-1' } })
    return { headers: { authorization: `Bearer ${answer.json().access}` } }
  }
})

function dates() {
  return { created_at: w.deps.now(), updated_at: w.deps.now() }
}

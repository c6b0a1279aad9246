import { createBanner, createCase, createChannel, createEntry } from '../../src/modules/content/index.ts'
import { keepImage, newImagePath } from '../../src/modules/media/index.ts'
import type { Asked, Call, Cell } from './access-cell.ts'

const NO_ID = 999_999_999
let made = 0

/** A picture of the owner's; its file is not there. */
async function picture({ w, owner }: Cell): Promise<number> {
  made += 1
  const at = w.deps.now()
  const drawn = {
    bytes: Buffer.from('x'), extension: 'webp' as const, contentType: 'image/webp', widthPx: 1, heightPx: 1,
    sha256: made.toString(16).padStart(64, '0'), placeholder: '',
  }
  const row = { path: newImagePath('webp', at), name: `picture ${made}`, picture: drawn, uploadedBy: owner.userId, at }
  return (await w.inTx((tx) => keepImage(tx, row))).id
}

const banner = (isActive: boolean) => async (cell: Cell) => {
  const fields = { title: '', linkUrl: '', position: 'home' as const, sortOrder: 0, startsAt: null, endsAt: null, isActive }
  const imageId = await picture(cell)
  return cell.w.inTx((tx) => createBanner(tx, { ...fields, imageId, at: cell.w.deps.now() }))
}
const aCase = (isActive: boolean) => async (cell: Cell) => {
  const fields = { title: '案例', coverImageId: await picture(cell), sortOrder: 0, isActive, blocks: [] }
  return cell.w.inTx((tx) => createCase(tx, { ...fields, at: cell.w.deps.now() }))
}
const entry = async ({ w }: Cell) => {
  const fields = { title: '广告', url: '', imageId: null, text: null, sequence: 0, isActive: true, startsAt: null, endsAt: null }
  return w.inTx((tx) => createEntry(tx, { ...fields, slot: { key: 'matrix', name: undefined }, at: w.deps.now() }))
}
const channel = async ({ w, categoryId }: Cell) =>
  w.inTx((tx) => createChannel(tx, { groupId: 1, categoryId, name: undefined, url: '', sequence: 0 }))

type Make = (cell: Cell) => Promise<number>
type Rest = Asked | ((cell: Cell) => Promise<Asked>)
const restOf = async (rest: Rest, cell: Cell) => (typeof rest === 'function' ? rest(cell) : rest)

/** A path with `:id`, for one that is there and one that is not. */
const one = (makes: Record<string, Make>, rest: Rest = {}): Call => ({
  kinds: [...Object.keys(makes), 'absent'],
  ask: async (cell) => ({ params: { id: (await makes[cell.kind]?.(cell)) ?? NO_ID }, ...(await restOf(rest, cell)) }),
})
const plain = (rest: Rest): Call => ({ kinds: [''], ask: (cell) => restOf(rest, cell) })
/** A write of one, for the objects of a list. */
const there = (make: Make, rest: Rest = {}) => one({ there: make }, rest)
const ordered = (make: Make): Call => ({
  kinds: ['there', 'absent'],
  ask: async (cell) => ({ body: { ids: [cell.kind === 'absent' ? NO_ID : await make(cell)] } }),
})

const newBanner: Rest = async (cell) => ({ body: { image: await picture(cell) } })
const newCase: Rest = async (cell) => ({ body: { title: '案例', cover_image_id: await picture(cell) } })
const newEntry: Rest = { body: { key: 'matrix', title: '广告' } }
const newChannel: Rest = async ({ categoryId }) => ({ body: { group_id: 1, category_id: categoryId } })

/** How the routes of pictures, banners, cases, advertising and channels are asked. */
export const contentCalls: Record<string, Call> = {
  'GET /api/media-images/:id/': one({ 'own': picture, "shopper's": picture }),
  'GET /api/media-images/:id/uses/': one({ 'own': picture, "shopper's": picture }),
  'DELETE /api/media-images/:id/': one({ 'own': picture, "shopper's": picture }),
  'GET /api/home-banners/:id/': one({ active: banner(true), inactive: banner(false) }),
  'POST /api/home-banners/': plain(newBanner),
  'PUT /api/home-banners/:id/': there(banner(true), newBanner),
  'PATCH /api/home-banners/:id/': there(banner(true), { body: { title: '新品' } }),
  'DELETE /api/home-banners/:id/': there(banner(true)),
  'POST /api/home-banners/reorder/': ordered(banner(true)),
  'GET /api/cases/:id/': one({ active: aCase(true), inactive: aCase(false) }),
  'POST /api/cases/': plain(newCase),
  'PUT /api/cases/:id/': there(aCase(true), newCase),
  'PATCH /api/cases/:id/': there(aCase(true), { body: { title: '新案例' } }),
  'DELETE /api/cases/:id/': there(aCase(true)),
  'POST /api/cases/reorder/': ordered(aCase(true)),
  'GET /api/contents/': plain({ query: 'key=matrix' }),
  'GET /api/contents/:id/': there(entry),
  'POST /api/contents/': plain(newEntry),
  'PUT /api/contents/:id/': there(entry, newEntry),
  'PATCH /api/contents/:id/': there(entry, { body: { title: '新广告' } }),
  'DELETE /api/contents/:id/': there(entry),
  'POST /api/contents/reorder/': ordered(entry),
  'GET /api/channels/:id/': there(channel),
  'POST /api/channels/': plain(newChannel),
  'PUT /api/channels/:id/': there(channel, newChannel),
  'PATCH /api/channels/:id/': there(channel, { body: { name: '频道' } }),
  'DELETE /api/channels/:id/': there(channel),
  'POST /api/channels/reorder/': ordered(channel),
}

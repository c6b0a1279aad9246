import { keepLooks, logSearches } from '../../src/modules/search/index.ts'
import type { Asked, Call, Cell } from './access-cell.ts'

const NO_ID = 999_999_999
const OWNED = ['own', "shopper's"]
let made = 0

/** A search of the cell's owner; its keyword is its own. */
async function search({ w, owner }: Cell): Promise<{ id: number; keyword: string }> {
  made += 1
  const keyword = `keyword-${made}`
  const searched = { keyword, userId: owner.userId, foundQty: 1, at: w.deps.now() }
  await w.inTx((tx) => logSearches(tx, [searched]))
  const row = await w.db.selectFrom('search.logs').select('id').where('keyword', '=', keyword).executeTakeFirstOrThrow()
  return { id: row.id, keyword }
}

async function look({ w, owner, onSale: { skuId } }: Cell): Promise<{ shows: string }> {
  await w.inTx((tx) => keepLooks(tx, { userId: owner.userId, skuIds: [skuId], at: w.deps.now() }))
  return { shows: `"id":${skuId},` }
}

const list = (ask: (cell: Cell) => Promise<Asked>): Call => ({ kinds: OWNED, ask })
const products = ['on sale', 'hidden', 'absent']

export const searching: Record<string, Call> = {
  'GET /api/search-logs/': list(async (cell) => {
    const { keyword } = await search(cell)
    return { query: `keyword=${keyword}`, shows: keyword }
  }),
  'GET /api/search-logs/:id/': {
    kinds: [...OWNED, 'absent'],
    ask: async (cell) => ({ params: { id: cell.kind === 'absent' ? NO_ID : (await search(cell)).id } }),
  },
  'GET /api/search-logs/my_history/': list(async (cell) => ({ shows: (await search(cell)).keyword })),
  'POST /api/search-logs/clear_history/': list(async (cell) =>
    ({ body: { keyword: (await search(cell)).keyword }, shows: '"cleared":1' })),
  'DELETE /api/search-logs/clear_history/': list(async (cell) =>
    ({ query: `keyword=${(await search(cell)).keyword}`, shows: '"cleared":1' })),
  'GET /api/browse_histories/': list(look),
  'POST /api/browse_histories/': {
    kinds: ['there', 'absent'],
    ask: ({ kind, onSale: { skuId } }) => ({ body: { sku_id: kind === 'absent' ? NO_ID : skuId } }),
  },
  'GET /api/products/:id/related/': {
    kinds: products,
    ask: ({ kind, onSale, hidden }) => {
      const known = kind === 'hidden' ? hidden.productId : onSale.productId
      return { params: { id: kind === 'absent' ? NO_ID : known } }
    },
  },
}

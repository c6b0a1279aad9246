import { takeImport } from '../../src/modules/bulk/index.ts'
import type { Asked, Call, Cell } from './access-cell.ts'
import { aBrand, aCategory, aProduct } from './builders.ts'

const NO_ID = 999_999_999
let made = 0
const fresh = (word: string) => `${word}_${(made += 1)}`

type Made = { id: number; sku_id?: number }
/** A path to something of the catalog that the call may change, and to one that does not exist. */
const thing = (make: (cell: Cell) => Promise<Made>, rest: () => Asked = () => ({})): Call => ({
  kinds: ['there', 'absent'],
  ask: async (cell) => {
    const { id, sku_id = NO_ID } = cell.kind === 'absent' ? { id: NO_ID } : await make(cell)
    return { ...rest(), params: { id, sku_id } }
  },
})
const always = (asked: () => Asked): Call => ({ kinds: [''], ask: asked })

const category = async ({ w }: Cell) => ({ id: await aCategory(w) })
const brand = async ({ w }: Cell) => ({ id: await aBrand(w) })
const product = async ({ w }: Cell): Promise<Made> => {
  const { productId, skuIds } = await aProduct(w, { skus: [{ onHandQty: 0 }] })
  return { id: productId, sku_id: skuIds[0] }
}
const imported = async ({ w }: Cell): Promise<Made> => {
  const { id: actorId } = await w.db.selectFrom('accounts.users').select('id').limit(1).executeTakeFirstOrThrow()
  const rows = [{ line: 1, cells: ['商品编码'] }, { line: 2, cells: [fresh('code')] }]
  const input = { fileName: 'a.csv', rows, actorId, at: w.deps.now() }
  return { id: await w.inTx((tx) => takeImport(tx, input)) }
}
const named = (word: string, more: object = {}) => () => ({ body: { name: fresh(word), ...more } })
const priced = () => ({ body: { price: '1.00' } })

export const catalogCalls: Record<string, Call> = {
  'GET /api/imports/:id/': thing(imported),
  'DELETE /api/imports/:id/': thing(imported),
  'GET /api/imports/:id/lines/': thing(imported),
  'GET /api/imports/:id/refused/': thing(imported),
  'POST /api/imports/:id/apply/': thing(imported, () => ({ body: { mode: 'all' } })),
  'POST /api/categories/': always(named('category', { level: 'major' })),
  'GET /api/categories/:id/': thing(category),
  'PUT /api/categories/:id/': thing(category, named('category', { level: 'major' })),
  'PATCH /api/categories/:id/': thing(category, () => ({ body: { order: 1 } })),
  'DELETE /api/categories/:id/': thing(category),
  'POST /api/brands/': always(named('brand')),
  'GET /api/brands/:id/': thing(brand),
  'PUT /api/brands/:id/': thing(brand, named('brand')),
  'PATCH /api/brands/:id/': thing(brand, () => ({ body: { order: 1 } })),
  'DELETE /api/brands/:id/': thing(brand),
  'PUT /api/products/:id/': thing(product, () => ({ body: {} })),
  'PATCH /api/products/:id/': thing(product, named('product')),
  'DELETE /api/products/:id/': thing(product),
  'GET /api/products/:id/price_history/': thing(product),
  'GET /api/products/:id/changes/': thing(product),
  'POST /api/products/:id/adjust_stock/': thing(product, () => ({ body: { quantity: 1, reason: 'counted' } })),
  'GET /api/products/:id/skus/': thing(product),
  'POST /api/products/:id/skus/': thing(product, () => ({ body: { price: '1.00', specs: {} } })),
  'POST /api/products/:id/skus/matrix/': thing(product, priced),
  'GET /api/products/:id/skus/:sku_id/': thing(product),
  'PATCH /api/products/:id/skus/:sku_id/': thing(product, priced),
  'DELETE /api/products/:id/skus/:sku_id/': thing(product),
}

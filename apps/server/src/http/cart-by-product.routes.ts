import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { CartItemBody, CartItemCount, CartItemRemoval, ProductCartView } from '@hearth/contracts/cart'
import { IdempotencyHeader } from '@hearth/contracts/shared'
import { Refusal } from '@hearth/kernel/errors'
import { addToCart, forgetCart, removeLines, setCartLine } from '../modules/cart/index.ts'
import { defaultSkuOf, skusForSale } from '../modules/catalog/index.ts'
import type { Db, Tx } from '../platform/db.ts'
import { selectCartLines } from '../reads/cart-lines.sql.ts'
import { personOf } from './access.ts'
import { productCartView } from './cart-view.ts'
import type { Deps } from './deps.ts'
import { refuseField } from './required-text.ts'
import { writeOnce } from './write-once.ts'

const config = { access: 'person' } as const
const headers = IdempotencyHeader
const response = { 200: ProductCartView }

/** A person's cart as the mini-program sees it, by product. */
export const cartByProductRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  const shown = async (db: Db, userId: number) =>
    productCartView(userId, await selectCartLines(db, { userId }), deps.files)

  app.get('/cart/my_cart/', { config, schema: { response } }, async (request) => shown(deps.db, personOf(request).id))

  app.post('/cart/add_item/', { config, schema: { headers, body: CartItemBody, response: { 201: ProductCartView } } },
    async (request, reply) => reply.code(201).send(await writeOnce(deps, request, 'addCartItem', async (tx) => {
      const userId = personOf(request).id
      const skuId = await skuMeant(tx, request.body)
      const qty = request.body.quantity ?? 1
      await addToCart(tx, { owner: { userId }, skuId, qty, isSelected: true, at: deps.now() })
      return shown(tx, userId)
    })))

  app.post('/cart/update_item/', { config, schema: { headers, body: CartItemCount, response } },
    async (request) => writeOnce(deps, request, 'setCartItem', async (tx) => {
      const userId = personOf(request).id
      const skuId = await skuMeant(tx, request.body)
      const qty = request.body.quantity
      const stored = (await selectCartLines(tx, { userId })).find((line) => line.sku_id === skuId)
      const isSelected = stored?.is_selected ?? true
      if (qty < 1) await removeLines(tx, userId, [skuId])
      else await setCartLine(tx, { owner: { userId }, skuId, qty, isSelected, at: deps.now() })
      return shown(tx, userId)
    }))

  app.post('/cart/remove_item/', { config, schema: { headers, body: CartItemRemoval, response } },
    async (request) => writeOnce(deps, request, 'removeCartItem', async (tx) => {
      const userId = personOf(request).id
      const { product_id, sku_id } = request.body
      const lines = (await selectCartLines(tx, { userId })).filter((line) =>
        line.product_id === product_id && (sku_id === undefined || line.sku_id === sku_id))
      await removeLines(tx, userId, lines.map((line) => line.sku_id).sort((a, b) => a - b))
      return shown(tx, userId)
    }))

  app.post('/cart/clear/', { config, schema: { headers, response } },
    async (request) => writeOnce(deps, request, 'clearCart', async (tx) => {
      await forgetCart(tx, personOf(request).id)
      return shown(tx, personOf(request).id)
    }))
}

/** The SKU that is named, or the product's default one. Throws http.not_found, http.invalid. */
async function skuMeant(tx: Tx, { product_id, sku_id }: { product_id: number; sku_id?: number }): Promise<number> {
  const defaultId = await defaultSkuOf(tx, product_id)
  if (defaultId === null) throw new Refusal('http.not_found')
  if (sku_id === undefined) return defaultId
  const [sku] = await skusForSale(tx, [sku_id])
  if (sku?.productId !== product_id) refuseField('sku_id', { zh: '商品没有这个规格。', en: 'The product has no such SKU.' })
  return sku_id
}

import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import {
  CartBody, CartLineAnswer, CartLineView, CartRemoval, CartSelected, CartSelection,
} from '@hearth/contracts/cart'
import { IdempotencyHeader } from '@hearth/contracts/shared'
import { Type } from 'typebox'
import { addToCart, removeFromCart, selectAll, setCartLine } from '../modules/cart/index.ts'
import type { CartLine, PutInCart } from '../modules/cart/index.ts'
import { inTransaction } from '../platform/db.ts'
import type { Tx } from '../platform/db.ts'
import { runOnce } from '../platform/idempotency.ts'
import { selectCartLines } from '../reads/cart-lines.sql.ts'
import { cartOwner, ownerForWriting } from './cart-cookie.ts'
import { cartLineView } from './cart-view.ts'
import type { Deps } from './deps.ts'
import { refuseField } from './required-text.ts'

const config = { access: 'public' } as const
const MISSING = { zh: '此项必填。', en: 'This field is required.' }

/** The cart of a person, or of a visitor with a cookie (D-14 to D-18). */
export const cartRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  app.post('/cart/', {
    config, schema: { headers: IdempotencyHeader, body: CartBody, response: { 201: CartLineAnswer } },
  }, async (request, reply) => reply.code(201).send(await putInCart(deps, { request, reply }, 'addToCart', addToCart)))

  app.put('/cart/', { config, schema: { body: CartBody, response: { 200: CartLineAnswer } } },
    async (request, reply) => putInCart(deps, { request, reply }, 'setCartLine', setCartLine))

  app.get('/cart/', { config, schema: { response: { 200: Type.Array(CartLineView) } } }, async (request) => {
    const owner = cartOwner(request)
    const rows = owner ? await selectCartLines(deps.db, owner) : []
    return rows.map((row) => cartLineView(row, deps.files))
  })

  app.delete('/cart/', {
    config, schema: { body: CartRemoval, querystring: CartRemoval, response: { 204: Type.Null() } },
  }, async (request, reply) => {
    const skuId = request.body.sku_id ?? request.query.sku_id ?? refuseField('sku_id', MISSING)
    const owner = cartOwner(request)
    if (owner) await inTransaction(deps.db, (tx) => removeFromCart(tx, { owner, skuId }))
    return reply.code(204).send(null)
  })

  app.put('/cart/selection/', { config, schema: { body: CartSelection, response: { 200: CartSelected } } },
    async (request) => {
      const owner = cartOwner(request)
      const { selected } = request.body
      if (owner) await inTransaction(deps.db, (tx) => selectAll(tx, { owner, isSelected: selected, at: deps.now() }))
      return { message: 'ok' as const }
    })
}

type Call = { request: FastifyRequest; reply: FastifyReply }

async function putInCart(
  deps: Deps, { request, reply }: Call, route: string, put: (tx: Tx, input: PutInCart) => Promise<CartLine>,
) {
  const { sku_id, count, selected = true } = request.body as CartBody
  const { owner, keep } = ownerForWriting(request, deps)
  const at = deps.now()
  const key = request.headers['idempotency-key'] as string | undefined
  const scope = `${route}:${'userId' in owner ? owner.userId : owner.guestHash}`
  const { answer } = await inTransaction(deps.db, (tx) => runOnce(tx, { scope, key, body: request.body, at }, () =>
    put(tx, { owner, skuId: sku_id, qty: count, isSelected: selected, at })))
  keep(reply)
  return { sku_id: answer.skuId, count: answer.qty, selected: answer.isSelected }
}

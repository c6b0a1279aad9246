import { catalogCalls } from './access-calls.catalog.ts'
import { contentCalls } from './access-calls.content.ts'
import { moneyCalls } from './access-calls.money.ts'
import { payingCalls } from './access-calls.payments.ts'
import { reconciliationCalls } from './access-calls.reconciliation.ts'
import { searching } from './access-calls.search.ts'
import type { Asked, Call, Cell } from './access-cell.ts'
import {
  address, cancelledOrder, cartLine, identity,
  machine, machineAtAgent, machineInStock, paidOrder, pendingOrder, qqProof, repair,
  session, shippedOrder,
} from './access-objects.ts'
import { PASSWORD } from './access-people.ts'

const NO_ID = 999_999_999
const NO_UUID = '00000000-0000-4000-8000-000000000000'
const OWNED = ['own', "shopper's"]
const HELD = [...OWNED, "agent's"]
const PICTURE = 'a-picture'
let made = 0
const fresh = (word: string) => `${word}_${(made += 1)}`

type Ask = Asked | ((cell: Cell) => Asked | Promise<Asked>)
const answerOf = async (ask: Ask, cell: Cell) => (typeof ask === 'function' ? ask(cell) : ask)

/** One way to ask, or the named ways. */
const plain = (ask: Ask = {}): Call => ({ kinds: [''], ask: (cell) => answerOf(ask, cell) })
const ways = (asks: Record<string, Ask>): Call =>
  ({ kinds: Object.keys(asks), ask: (cell) => answerOf(asks[cell.kind] ?? {}, cell) })
/** A path with `:id`, for somebody's object and for one that does not exist. */
const one = (make: (cell: Cell) => Promise<{ id: number | string } | number | string>, rest: Ask = {}): Call => ({
  kinds: [...OWNED, 'absent'],
  ask: async (cell) => {
    const asked = await answerOf(rest, cell)
    if (cell.kind === 'absent') return { params: { id: NO_ID }, ...asked }
    const object = await make(cell)
    return { ...asked, params: { id: typeof object === 'object' ? object.id : object } }
  },
})
const held = (call: Call): Call => ({ ...call, kinds: [...HELD, 'absent'] })
/** A list, and whether it shows somebody's object. */
const list = (look: (cell: Cell) => Promise<Asked>, kinds = OWNED): Call => ({ kinds, ask: look })

const login: Ask = ({ owner }) => ({ body: { username: owner.username, password: PASSWORD } })
const person = async ({ owner }: Cell) => owner.userId
const inCart: Ask = ({ onSale }) => ({ body: { sku_id: onSale.skuId, count: 1 } })
const newAddress = {
  receiver: '王小明', mobile: '13800000000', province_id: 370000, city_id: 370200, district_id: 370212, detail: '海尔路 1 号',
}
const direct = async (cell: Cell, given: object = {}) => ({
  body: {
    items: [{ product_id: cell.onSale.productId, sku_id: cell.onSale.skuId }], method: 'alipay',
    address_id: cell.kind === 'absent' ? NO_ID : await address(cell), ...given,
  },
})
const numbered = async (cell: Cell) => {
  const { number } = await pendingOrder(cell)
  return { query: `order_number=${number}`, shows: number }
}
const coded = (make: typeof machine) => async (cell: Cell) => {
  const { code } = await make(cell)
  return { query: `qrcode_id=${code}`, shows: code }
}
const cart = async (cell: Cell) => {
  await cartLine(cell)
  return { shows: `"id":${cell.onSale.skuId},` }
}
const shelf = (id: 'productId' | 'skuId') => ways({
  'on sale': ({ onSale }) => ({ params: { id: onSale[id] } }), hidden: ({ hidden }) => ({ params: { id: hidden[id] } }),
  absent: { params: { id: NO_ID } },
})
const activation = async (cell: Cell, given: object = {}) =>
  ({ body: { qrcode_id: (await machineAtAgent(cell)).code, ...given } })
const wordsOf = ({ owner, kind }: Cell) => ({ username: kind === 'absent' ? fresh('nobody') : owner.username })

const people: Record<string, Call> = {
  'GET /api/usernames/:username/count/': plain({ params: { username: 'somebody' } }),
  'GET /api/mobiles/:mobile/count/': plain({ params: { mobile: '13800000000' } }),
  'GET /api/image_codes/:id/': plain({ params: { id: PICTURE } }),
  'GET /api/sms_codes/:mobile/': plain({ params: { mobile: '13800000000' }, query: `image_code_id=${PICTURE}&text=x` }),
  'POST /api/users/': ways({
    'registers': { body: { sms_code: '000000' } }, 'a person': () => ({ body: { username: fresh('made_by_staff') } }),
  }),
  'POST /api/authorizations/': plain(login),
  'POST /api/auth/password/': plain(login),
  'POST /api/lifecycle/login/': plain(login),
  'POST /api/login/': plain(login),
  'POST /api/auth/refresh/': plain(({ owner }) => ({ body: { refresh: owner.refresh } })),
  'GET /api/user/identities/': list(async (cell) => ({ shows: (await identity(cell)).person.nickname })),
  'POST /api/user/identities/': ways({
    'new': async ({ w }) => ({ body: { access_token: await w.deps.proofs.sealIdentity(qqProof(), w.deps.now()) } }),
    "shopper's": async (cell) =>
      ({ body: { access_token: await cell.w.deps.proofs.sealIdentity(await identity(cell), cell.w.deps.now()) } }),
  }),
  'DELETE /api/user/identities/:provider/': {
    kinds: [...OWNED, 'absent'],
    ask: async (cell) => {
      if (cell.kind !== 'absent') await identity(cell)
      return { params: { provider: 'qq' } }
    },
  },
  'PUT /api/user/password/': plain({ body: { old_password: PASSWORD, password: 'matrix-word-2', password2: 'matrix-word-2' } }),
  'GET /api/user/sessions/': list(async (cell) => ({ shows: await session(cell) })),
  'DELETE /api/user/sessions/:id/': one(session, ({ kind }) => (kind === 'absent' ? { params: { id: NO_UUID } } : {})),
  'PATCH /api/user/profile/': plain({ body: { email: 'other@example.com', role: 'admin' }, shows: '"role":"admin"' }),
  'POST /api/user/deletion/': plain({ body: { password: PASSWORD } }),
  'GET /api/users/': list(async ({ owner }) => ({ query: `search=${owner.username}`, shows: owner.mobile })),
  'GET /api/users/:id/': one(person),
  'PUT /api/users/:id/': one(person, (cell) => ({ body: wordsOf(cell) })),
  'PATCH /api/users/:id/': one(person, { body: { email: 'other@example.com' } }),
  'DELETE /api/users/:id/': one(person),
  'POST /api/users/:id/set_admin/': one(person),
  'POST /api/users/:id/unset_admin/': one(person),
  'POST /api/users/:id/end_sessions/': one(person),
  'GET /api/users/:id/addresses/': one(person),
  'GET /api/lifecycle/users/agents/':
    plain(({ agent }) => ({ query: `search=${agent.username}`, shows: agent.mobile })),
  'POST /api/lifecycle/users/': plain(() => ({ body: { username: fresh('made_by_staff'), user_type: 3 } })),
  'PUT /api/lifecycle/users/:id/': one(person, (cell) => ({ body: { ...wordsOf(cell), user_type: 3 } })),
}

const shopping: Record<string, Call> = {
  'GET /api/areas/:pk/': ways({ there: { params: { pk: 370000 } }, absent: { params: { pk: NO_ID } } }),
  'GET /api/addresses/': list(async (cell) => ({ shows: `"id":${await address(cell)},` })),
  'POST /api/addresses/': plain({ body: newAddress }),
  'POST /api/addresses/parse/': plain({ body: { address: '王小明 13800000000 青岛市崂山区海尔路 1 号' } }),
  'POST /api/addresses/:id/set_default/': one(address),
  'GET /api/addresses/:id/': one(address),
  'PUT /api/addresses/:id/': one(address, { body: newAddress }),
  'PATCH /api/addresses/:id/': one(address, { body: { title: '家' } }),
  'DELETE /api/addresses/:id/': one(address),
  'GET /api/products/:id/': shelf('productId'),
  'GET /api/skus/:id/': shelf('skuId'),
  'GET /api/categories/:category_id/skus': ways({
    there: ({ categoryId }) => ({ params: { category_id: categoryId } }), absent: { params: { category_id: NO_ID } },
  }),
  'POST /api/cart/': plain(inCart),
  'PUT /api/cart/': plain(inCart),
  'GET /api/cart/': list(cart),
  'DELETE /api/cart/': plain(({ onSale }) => ({ body: { sku_id: onSale.skuId } })),
  'PUT /api/cart/selection/': plain({ body: { selected: true } }),
  'GET /api/cart/my_cart/': list(async (cell) => ({ ...(await cart(cell)), shows: `"sku_id":${cell.onSale.skuId},` })),
  'POST /api/cart/add_item/': plain(({ onSale: { productId, skuId } }) => ({ body: { product_id: productId, sku_id: skuId } })),
  'POST /api/cart/update_item/': plain(({ onSale }) => ({ body: { product_id: onSale.productId, quantity: 1 } })),
  'POST /api/cart/remove_item/': plain(({ onSale }) => ({ body: { product_id: onSale.productId } })),
  'POST /api/cart/clear/': plain({ body: {} }),
  'GET /api/orders/settlement/': list(cart),
  'GET /api/orders/my_counts/': plain(),
  'GET /api/orders/export/': list(numbered),
  'GET /api/orders/': list(numbered),
  'GET /api/orders/my_orders/': list(numbered),
  'GET /api/orders/buyers/': list(async ({ owner }) => ({ query: `q=${owner.username}`, shows: owner.username })),
  'GET /api/orders/buyers/:id/addresses/': one(person),
  'POST /api/orders/buyers/:id/addresses/': one(person, { body: newAddress }),
  'GET /api/orders/:id/': one(pendingOrder),
  'POST /api/orders/': { kinds: [...OWNED, 'absent'], ask: (cell) => direct(cell) },
  'POST /api/orders/create_order/': {
    kinds: [...OWNED, 'absent'], ask: (cell) => direct(cell, { user_id: cell.kind === 'absent' ? NO_ID : cell.owner.userId }),
  },
  'POST /api/orders/create_batch_orders/': { kinds: [...OWNED, 'absent'], ask: (cell) => direct(cell) },
  'PUT /api/orders/:id/': one(pendingOrder, { body: { note: 'x' } }),
  'PATCH /api/orders/:id/': one(pendingOrder, { body: { note: 'x', status: 'paid' } }),
  'DELETE /api/orders/:id/': one(cancelledOrder),
  'PATCH /api/orders/:id/cancel/': one(pendingOrder),
  'PATCH /api/orders/:id/ship/': one(paidOrder, { body: { tracking_number: 'SF1' } }),
  'PATCH /api/orders/:id/complete/': one(shippedOrder),
  'PATCH /api/orders/:id/confirm_receipt/': one(shippedOrder),
  'GET /api/orders/:id/payment/': one(async (cell) => (await pendingOrder(cell)).number),
  'GET /api/orders/:id/cashier/': one(pendingOrder),
  'POST /api/payments/callback/:provider/': plain({ params: { provider: 'alipay' } }),
  ...payingCalls(one, list),
}

const machines: Record<string, Call> = {
  'GET /api/lifecycle/product-types/:id/': ways({
    there: ({ typeId }) => ({ params: { id: typeId } }), absent: { params: { id: NO_ID } },
  }),
  'POST /api/lifecycle/product-types/': plain(() => ({ body: { name: '冰箱', model: fresh('BCD') } })),
  'GET /api/lifecycle/products/': list(coded(machine), HELD),
  'GET /api/lifecycle/products/:id/': held(one(machine)),
  'GET /api/lifecycle/products/:id/qrcode/': held(one(machine)),
  'GET /api/lifecycle/products/get_by_qrcode/': list(async (cell) =>
    ({ query: `qrcode_id=${(await machine(cell)).code}`, shows: '"customer_id":' }), HELD),
  'POST /api/lifecycle/products/check_warranty/': ways({
    'by code': async (cell) => ({ body: { qrcode_id: (await machine(cell)).code } }),
    'own': ({ owner }) => ({ body: { phone: owner.mobile } }),
    "shopper's": ({ owner }) => ({ body: { phone: owner.mobile } }),
    'absent': { body: { email: 'nobody@example.com' } },
  }),
  'POST /api/lifecycle/products/': plain(({ typeId }) => ({ body: { product_type_id: typeId } })),
  'POST /api/lifecycle/products/bulk_create/': plain(({ typeId }) => ({ body: { product_type_id: typeId, quantity: 2 } })),
  'POST /api/lifecycle/products/bulk_shipping/': plain(async (cell) =>
    ({ body: { qrcode_ids: [(await machineInStock(cell)).code], agent_id: cell.agent.userId } })),
  'POST /api/lifecycle/products/activate/': ways({
    'own': (cell) => activation(cell), "shopper's": (cell) => activation(cell, { customer_id: cell.owner.userId }),
    "agent's": (cell) => activation(cell, { customer_id: cell.owner.userId }), 'absent': { body: { qrcode_id: 'no-such-code' } },
  }),
  'GET /api/lifecycle/repair-records/': list(coded(repair), HELD),
  'GET /api/lifecycle/repair-records/:id/': held(one(repair)),
  'POST /api/lifecycle/repair-records/': {
    kinds: [...HELD, 'absent'],
    ask: async (cell) =>
      ({ body: { product_id: cell.kind === 'absent' ? NO_ID : (await machine(cell)).id, reason: '不制冷' } }),
  },
  'PUT /api/lifecycle/repair-records/:id/': held(one(repair, { body: { status: 'in_progress' } })),
  'PATCH /api/lifecycle/repair-records/:id/': held(one(repair, { body: { status: 'in_progress' } })),
  'POST /api/lifecycle/repair-records/:id/complete_repair/': held(one(repair, { body: { result: '换了压缩机' } })),
}

const calls = {
  ...people, ...shopping, ...machines, ...searching, ...contentCalls, ...catalogCalls, ...moneyCalls,
  ...reconciliationCalls,
}

/** How a route is asked; one that is not listed here is asked with nothing in its hands. */
export const callOf = (name: string): Call => calls[name] ?? plain()
export const calledRoutes = Object.keys(calls)

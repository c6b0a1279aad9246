import { insertBrand, insertCategory, insertProduct } from '../../src/modules/catalog/index.ts'
import { createAddress } from '../../src/modules/customers/index.ts'
import { setLevel } from '../../src/modules/stock/index.ts'
import { openWorld } from './world.ts'
import type { SignedIn, World, WorldOptions } from './world.ts'

export type Buyer = SignedIn & { addressId: number }
let made = 0

/** A world in which the simulated Alipay can be reached. */
export const openShopWorld = (options: WorldOptions = {}) => openWorld({ listen: true, ...options })

/** One SKU on sale, in a product, brand and category of its own. */
export async function onSale(w: World, given: { onHandQty?: number; priceFen?: number; productTypeId?: number } = {}) {
  made += 1
  const at = w.deps.now()
  return w.inTx(async (tx) => {
    const major = await insertCategory(tx, { name: `大类${made}`, level: 'major', parentId: null, sortOrder: 1, logo: '' })
    const minor = await insertCategory(tx, { name: `中类${made}`, level: 'minor', parentId: major, sortOrder: 1, logo: '' })
    const categoryId = await insertCategory(tx, { name: `小类${made}`, level: 'item', parentId: minor, sortOrder: 1, logo: '' })
    const brandId = await insertBrand(tx, { name: `品牌${made}`, firstLetter: 'P', logo: '', description: '', sortOrder: 1, at })
    const { productId, skuIds } = await insertProduct(tx, {
      categoryId, brandId, name: `冰箱 ${made}`, model: `M${made}`, description: '', keySpec: '', sellingPoints: [], parameters: [],
      options: [], mainImages: [], detailImages: [], warrantyMonths: 12, hasInstallation: false, at,
      skus: [{
        code: `S${made}`, caption: '', specs: { 颜色: '白' }, priceFen: given.priceFen ?? 499900, marketPriceFen: null,
        costPriceFen: null, image: '', productTypeId: given.productTypeId ?? null,
      }],
    })
    const skuId = skuIds[0] ?? 0
    await setLevel(tx, { skuId, onHandQty: given.onHandQty ?? 5, at, actorId: null })
    return { productId, skuId, categoryId }
  })
}

/** A signed-in shopper with an address in 成都市武侯区. */
export async function aBuyer(w: World, username: string): Promise<Buyer> {
  const person = await w.signIn(username)
  const address = await w.inTx((tx) => createAddress(tx, {
    userId: person.userId, isDefault: true, at: w.deps.now(),
    area: { province: 510000, city: 510100, district: 510107 },
    fields: { title: '家', receiver: '王小明', mobile: '13800000002', detail: '人民南路 1 号', postalCode: '' },
  }))
  return { ...person, addressId: address.id }
}

export const call = (w: World, buyer: SignedIn, method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, payload?: object) =>
  w.app.inject({ method, url, headers: buyer.headers, ...(payload ? { payload } : {}) })

export type OnSale = { productId: number; skuId: number }

/** Orders pieces of one SKU directly. */
export function place(w: World, buyer: Buyer, skuOf: OnSale, qty = 1, headers: Record<string, string> = {}) {
  return w.app.inject({
    method: 'POST', url: '/api/orders/create_order/', headers: { ...buyer.headers, ...headers },
    payload: {
      address_id: buyer.addressId, method: 'alipay',
      items: [{ product_id: skuOf.productId, sku_id: skuOf.skuId, quantity: qty }],
    },
  })
}

/** Acts at the simulated Alipay. */
export const atAlipay = (w: World, orderNumber: string, action: string) =>
  w.app.inject({ method: 'POST', url: `/dev/api/alipay/trades/${orderNumber}/`, payload: { action } })

/** Pays as a shopper does: asks where to pay, pays there; the notice comes to us. */
export async function pay(w: World, buyer: SignedIn, orderNumber: string) {
  await call(w, buyer, 'GET', `/api/orders/${orderNumber}/payment/`)
  return atAlipay(w, orderNumber, 'pay')
}

export async function orderState(w: World, orderNumber: string): Promise<string> {
  const row = await w.db.selectFrom('orders.orders').select('state').where('number', '=', orderNumber).executeTakeFirstOrThrow()
  return row.state
}

export async function levelOf(w: World, skuId: number) {
  return w.db.selectFrom('stock.levels').select(['on_hand_qty', 'held_qty']).where('sku_id', '=', skuId).executeTakeFirstOrThrow()
}

export const runJob = (w: World, name: string) => w.deps.jobs.find((job) => job.name === name)?.run({})

/** Ann's pending order of one piece. */
export async function anOrder(w: World, given: { onHandQty?: number; priceFen?: number } = {}) {
  const [ann, fan] = [await aBuyer(w, 'ann'), await onSale(w, given)]
  const { order_id: number, order } = (await place(w, ann, fan)).json()
  return { ann, fan, number: number as string, id: order.id as number }
}

export const paymentRows = (w: World) =>
  w.db.selectFrom('payments.payments').select(['state', 'amount_fen']).orderBy('id').execute()

export const suspenseRows = (w: World) =>
  w.db.selectFrom('payments.suspense').select(['reason', 'state', 'amount_fen']).execute()

/** The simulated Alipay's view of a trade. */
export const tradeAt = async (w: World, number: string) =>
  (await w.app.inject({ url: `/dev/api/alipay/trades/${number}/` })).json()

/** Lets the sweep send what is waiting to go back. */
export async function finishRefundsOf(w: World): Promise<void> {
  w.advanceMinutes(2)
  await runJob(w, 'finish-refunds')
}

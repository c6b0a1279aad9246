import { dayOf } from '@hearth/kernel/dates'
import type { Deps } from '../../src/http/deps.ts'
import { termsOf } from '../../src/http/order-input.ts'
import { NO_WISH, placeOrder } from '../../src/modules/orders/index.ts'
import type { Order } from '../../src/modules/orders/index.ts'
import type { Payment, PaymentMethod } from '../../src/modules/payments/index.ts'
import { adjustStock } from '../../src/modules/stock/index.ts'
import type { Tx } from '../../src/platform/db.ts'
import type { PictureKind } from '../catalogue/index.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS, later, openCalendar } from '../living-shop/calendar.ts'
import { makeGoods } from '../living-shop/goods.ts'
import type { Goods } from '../living-shop/goods.ts'
import { makePeople, personNamed } from '../living-shop/people.ts'
import type { Person } from '../living-shop/people.ts'
import { itemAt } from '../living-shop/random.ts'

/** Where the stories are told: the loaded shop, in one transaction, at instants that have passed. */
export type Stage = {
  tx: Tx
  deps: Deps
  goods: Goods
  people: readonly Person[]
  adminId: number
  supportId: number
  hoursAgo(hours: number): Date
  /** An hour (13.5 is half past one) of a day in Asia/Shanghai. */
  onDay(daysAgo: number, hour: number): Date
}

/** Something that happened to money. Stories are told in the order of their ends, as lists show them. */
export type Story = { endsAt: Date; tell(): Promise<unknown> }

export type Bought = {
  buyer: string
  kind: PictureKind
  method: Extract<PaymentMethod, 'alipay' | 'wechat' | 'bank'>
  note?: string
  at: Date
}

export type Placed = { order: Order; payment: Payment; userId: number; at: Date }

export function openStage(tx: Tx, deps: Deps): Stage {
  const now = deps.now()
  const calendar = openCalendar(now)
  const people = makePeople(calendar)
  const midnight = new Date(`${dayOf(now)}T00:00:00+08:00`)
  return {
    tx, deps, people, goods: makeGoods(calendar), adminId: personNamed(people, 'admin').id,
    supportId: personNamed(people, 'support1').id, hoursAgo: (hours) => later(now, -hours * HOUR_MS),
    onDay: (daysAgo, hour) => later(midnight, hour * HOUR_MS - daysAgo * DAY_MS),
  }
}

/** Somebody orders one piece, which had been delivered for it: what is free stays what the catalogue says. */
export async function order(stage: Stage, { buyer, kind, method, note = '', at }: Bought): Promise<Placed> {
  const { tx, deps } = stage
  const person = personNamed(stage.people, buyer)
  const sku = itemAt(stage.goods.products.filter((product) => product.seed.pictureKind === kind), 0).skus[0]
  if (!sku) throw new Error(`The catalogue has no ${kind}`)
  await adjustStock(tx, {
    skuId: sku.id, change: { by: 1 }, reason: '到货入库', actorId: stage.adminId, at: later(at, -30 * MINUTE_MS),
  })
  const placed = await placeOrder(tx, {
    userId: person.id, placedBy: person.id, addressId: itemAt(person.addresses, 0).id,
    lines: [{ skuId: sku.id, qty: 1 }], leftOut: 'nothing', payMethod: method, note, wish: NO_WISH, expectedFen: null, caps: null, chargesFreight: true,
    terms: termsOf(deps), at,
  })
  return { order: placed.order, payment: placed.payment, userId: person.id, at }
}

import { linkIdentity, selectSessions } from '../../src/modules/accounts/index.ts'
import { shipOrder } from '../../src/modules/fulfilment/index.ts'
import { activateUnit, reportRepair, shipUnitsToAgent } from '../../src/modules/lifecycle/index.ts'
import { NO_WISH, cancelOrder, placeOrder, settlePaidTrade } from '../../src/modules/orders/index.ts'
import { addToCart } from '../../src/modules/cart/index.ts'
import { termsOf } from '../../src/http/order-input.ts'
import type { Cell } from './access-cell.ts'
import { anAddress } from './builders.ts'
import { unitsInStock } from './unit-builders.ts'

let made = 0

export const address = async ({ w, owner }: Cell) => (await anAddress(w, owner.userId)).id

export async function pendingOrder(cell: Cell) {
  const { w, owner: { userId }, onSale: { skuId } } = cell
  const input = { userId, placedBy: userId, addressId: await address(cell), lines: [{ skuId, qty: 1 }], note: '' }
  const { order } = await w.inTx((tx) => placeOrder(tx, {
    ...input, leftOut: 'nothing', wish: NO_WISH, expectedFen: null, caps: null, payMethod: 'alipay', chargesFreight: false,
    terms: termsOf(w.deps), at: w.deps.now(),
  }))
  return order
}

export async function cancelledOrder(cell: Cell) {
  const { id: orderId } = await pendingOrder(cell)
  const because = { actorId: null, by: 'buyer', reason: '', note: '' } as const
  return cell.w.inTx((tx) => cancelOrder(tx, { orderId, ...because, at: cell.w.deps.now() }))
}

export async function paidOrder(cell: Cell) {
  const order = await pendingOrder(cell)
  const trade = { method: 'alipay', tradeNumber: order.number, tradeId: order.number, amountFen: order.payableFen } as const
  await cell.w.inTx((tx) => settlePaidTrade(tx, { ...trade, at: cell.w.deps.now() }))
  return order
}

export async function shippedOrder(cell: Cell): Promise<number> {
  const { w, actorId } = cell
  const { id: orderId } = await paidOrder(cell)
  const parcel = { carrier: '', trackingNumber: 'SF1', codes: null, note: '' }
  await w.inTx((tx) => shipOrder(tx, { orderId, actorId, ...parcel, at: w.deps.now() }))
  return orderId
}

export async function machineInStock({ w, typeId }: Cell): Promise<{ id: number; code: string }> {
  made += 1
  const code = `AM-${made}`
  const [id = 0] = await unitsInStock(w, [code], typeId)
  return { id, code }
}

/** A machine at the cell's agent: nobody's yet. */
export async function machineAtAgent(cell: Cell): Promise<{ id: number; code: string }> {
  const { w, agent, actorId } = cell
  const unit = await machineInStock(cell)
  await w.inTx((tx) => shipUnitsToAgent(tx, { codes: [unit.code], agentId: agent.userId, actorId, at: w.deps.now() }))
  return unit
}

/** The owner's machine, which the cell's agent sold. */
export async function machine(cell: Cell): Promise<{ id: number; code: string }> {
  const { w, owner, actorId } = cell
  const unit = await machineAtAgent(cell)
  const actor = { id: actorId, role: 'admin', isAgent: false } as const
  await w.inTx((tx) => activateUnit(tx, { code: unit.code, customerId: owner.userId, actor, at: w.deps.now() }))
  return unit
}

export async function repair(cell: Cell): Promise<{ id: number; code: string }> {
  const { w, actorId } = cell
  const { id: unitId, code } = await machine(cell)
  const actor = { id: actorId, role: 'admin', isAgent: false } as const
  const words = { reason: '不制冷', remark: '', repairAt: null }
  const id = await w.inTx((tx) => reportRepair(tx, { unit: { id: unitId }, ...words, actor, at: w.deps.now() }))
  return { id, code }
}

export async function session({ w, owner }: Cell): Promise<string> {
  const [row] = await selectSessions(w.db, owner.userId, new Date(0))
  return row?.id ?? ''
}

/** Somebody at QQ; his nickname is his openid. */
export function qqProof() {
  made += 1
  return { provider: 'qq', person: { openid: `qq-${made}`, unionid: null, nickname: `qq-${made}`, avatarUrl: '' } }
}

export async function identity({ w, owner: { userId } }: Cell) {
  const proof = qqProof()
  await w.inTx((tx) => linkIdentity(tx, { ...proof, userId, at: w.deps.now() }))
  return proof
}

export async function cartLine({ w, owner, onSale: { skuId } }: Cell): Promise<void> {
  const line = { owner: { userId: owner.userId }, skuId, qty: 1, isSelected: true, at: w.deps.now() }
  await w.inTx((tx) => addToCart(tx, line))
}

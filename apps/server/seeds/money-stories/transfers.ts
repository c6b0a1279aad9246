import type { Deps } from '../../src/http/deps.ts'
import { confirmTransfer, proveTransfer, rejectTransfer } from '../../src/modules/orders/index.ts'
import { drawAnew, newPrivatePath } from '../../src/modules/media/index.ts'
import { MINUTE_MS, later } from '../living-shop/calendar.ts'
import { drawReceipt, renderWebp } from '../pictures/index.ts'
import { goToPay, sendBack } from './paying.ts'
import type { Bought, Placed, Stage, Story } from './stage.ts'
import { order } from './stage.ts'

/** Bank transfers: three that somebody has to look at, one that arrived, one that did not, and one to be paid back. */
export function transferStories(stage: Stage): Story[] {
  const { hoursAgo } = stage
  const waiting = (asked: Omit<Bought, 'method'>, proof: Proof): Story =>
    ({ endsAt: asked.at, tell: () => proved(stage, asked, proof) })
  return [
    waiting({ buyer: 'zhaomingda', kind: 'refrigerator-french', at: hoursAgo(30) }, { note: '公司账户付款，已到账请确认', picture: true }),
    waiting({ buyer: 'guodongmei', kind: 'television', at: hoursAgo(7) }, { note: '', picture: true }),
    waiting({ buyer: 'zhoukaiwen', kind: 'dishwasher', at: hoursAgo(2) }, { note: '网银转出，流水尾号 7741', picture: false }),
    { endsAt: hoursAgo(47), tell: () => arrived(stage) }, { endsAt: hoursAgo(25), tell: () => missing(stage) },
    { endsAt: hoursAgo(20), tell: () => unwanted(stage) },
  ]
}

async function arrived(stage: Stage): Promise<void> {
  const { hoursAgo } = stage
  const placed = await proved(stage, { buyer: 'xuting0512', kind: 'washer-front', at: hoursAgo(52) }, { note: '', picture: true })
  await confirm(stage, placed, { reference: 'DEMO-BANK-20260001', at: hoursAgo(47) })
}

async function missing(stage: Stage): Promise<void> {
  const { tx, supportId, hoursAgo } = stage
  const placed = await proved(stage, { buyer: 'fanghaoran', kind: 'air-purifier', at: hoursAgo(44) }, { note: '已转', picture: false })
  const reason = '银行流水里没有这笔款'
  await rejectTransfer(tx, { paymentId: placed.payment.id, actorId: supportId, reason, at: hoursAgo(25) })
}

async function unwanted(stage: Stage): Promise<void> {
  const { hoursAgo } = stage
  const placed = await proved(stage, { buyer: 'yelinna', kind: 'fan', at: hoursAgo(70) }, { note: '手机银行转账', picture: false })
  await confirm(stage, placed, { reference: 'DEMO-BANK-20260002', at: hoursAgo(66) })
  await sendBack(stage, { orderId: placed.order.id, reason: '客户改买其他型号', said: null, at: hoursAgo(20) })
}

type Proof = { note: string; picture: boolean }

/** A buyer chooses bank transfer and shows what he did. */
async function proved(stage: Stage, bought: Omit<Bought, 'method'>, { note, picture }: Proof): Promise<Placed> {
  const { tx, deps } = stage
  const placed = await order(stage, { ...bought, method: 'bank' })
  const payment = await goToPay(stage, placed)
  const at = later(placed.at, 8 * MINUTE_MS)
  const imagePath = picture ? await keepReceipt(deps, placed, at) : null
  const { proofHoldMs: holdMs } = deps.config
  await proveTransfer(tx, { paymentId: payment.id, userId: placed.userId, imagePath, note, holdMs, at })
  return { ...placed, payment }
}

/** Where only the buyer and staff see it, as every proof. */
async function keepReceipt({ files }: Deps, { order: { payableFen } }: Placed, at: Date): Promise<string> {
  const picture = await drawAnew(await renderWebp(drawReceipt(payableFen), 600), {})
  const path = newPrivatePath(picture.extension, at)
  await files.disk.put(path, picture.bytes)
  return path
}

type Seen = { reference: string; at: Date }

function confirm({ tx, supportId }: Stage, { order: { payableFen }, payment }: Placed, said: Seen) {
  return confirmTransfer(tx, { paymentId: payment.id, amountFen: payableFen, actorId: supportId, note: '', ...said })
}

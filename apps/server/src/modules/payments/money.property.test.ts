import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Refusal } from '@hearth/kernel/errors'
import { aPaidPayment, senderOf } from '../../../tests/support/payments.ts'
import { openWorld } from '../../../tests/support/world.ts'
import type { World } from '../../../tests/support/world.ts'
import { selectBookFindings } from '../../reads/verify-book.sql.ts'
import {
  giveUpRefund, keepInSuspense, payOutRefund, refundPayment, refundSuspense, retryRefund, selectRefund, sendRefund,
  settleRepeat, writeRefundOutcome,
} from './index.ts'
import type { ProviderName, Refund, RefundOutcome } from './index.ts'

/** What the model knows of a refund: whose money it is, and where that stands. */
type Back = {
  id: number; owner: number | null; by: ProviderName; fen: number; state: string; isGivenUp: boolean
  left: 'bank' | ProviderName | null; isTwice: boolean
}
type Model = {
  paid: { orderId: number; fen: number; by: ProviderName }[]
  backs: Back[]
  alipay: number
  wechat: number
  bank: number
  fees: number
  orders: number
  suspense: number
}
type Step =
  | { do: 'pay'; fen: number; by: ProviderName }
  | { do: 'stray'; fen: number; by: ProviderName }
  | { do: 'refund'; which: number; fen: number }
  | { do: 'send' | 'retry' | 'giveUp' | 'payOut' | 'hearAgain' | 'settle'; which: number; says: RefundOutcome['status'] }

const fen = fc.integer({ min: 1, max: 100_000 })
const which = fc.nat(50)
const by = fc.constantFrom<ProviderName[]>('alipay', 'wechat')
const says = fc.constantFrom<RefundOutcome['status'][]>('succeeded', 'processing', 'failed', 'abnormal', 'no_balance')
const steps = fc.array(fc.oneof(
  { weight: 2, arbitrary: fc.record({ do: fc.constant('pay' as const), fen, by }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('stray' as const), fen, by }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('refund' as const), which, fen }) },
  { weight: 8, arbitrary: fc.record({ do: fc.constantFrom('send', 'send', 'retry', 'giveUp', 'payOut', 'hearAgain', 'settle'), which, says }) },
), { minLength: 10, maxLength: 40 }) as fc.Arbitrary<Step[]>

/** What of a payment could still go back, as the model counts it. */
const leftOf = (model: Model, owner: number) => (model.paid[owner]?.fen ?? 0) -
  model.backs.filter((back) => back.owner === owner && back.state !== 'failed').reduce((sum, back) => sum + back.fen, 0)

test('whatever is paid, refunded, refused and paid out by hand: the accounts are what the model says', async () => {
  await using w = await openWorld()
  const { userId: actorId } = await w.signIn('anna', { role: 'admin' })
  const model: Model = { paid: [], backs: [], alipay: 0, wechat: 0, bank: 0, fees: 0, orders: 0, suspense: 0 }
  // One shop for all plans: each goes on where the one before has ended, so a failure is not made smaller.
  await fc.assert(fc.asyncProperty(steps, async (plan) => {
    for (const step of plan) await take(w, { model, actorId }, step)
    const found = await selectBookFindings(w.db, 10)
    expect(found.faults).toEqual([])
    expect(Object.fromEntries(found.balances.map(({ account, bookedFen }) => [account, bookedFen]))).toEqual({
      alipay: model.alipay, bank: model.bank, wechat: model.wechat, fees: model.fees, orders: 0 - model.orders,
      suspense: 0 - model.suspense,
    })
    for (const back of model.backs) expect((await selectRefund(w.db, back.id))?.state, `refund ${back.id}`).toBe(back.state)
  }), { numRuns: 12, seed: 20261120, endOnFailure: true })
}, 300_000)

async function take(w: World, { model, actorId }: { model: Model; actorId: number }, step: Step): Promise<void> {
  const at = w.deps.now()
  if (step.do === 'pay') {
    const { orderId } = await aPaidPayment(w, { amountFen: step.fen, method: step.by })
    model.paid.push({ orderId, fen: step.fen, by: step.by })
    model[step.by] += step.fen
    model.orders += step.fen
  } else if (step.do === 'stray') await takeStray(w, model, step)
  else if (step.do === 'refund') await takeRefund(w, model, step)
  else if (model.backs.length > 0) {
    const back = model.backs[step.which % model.backs.length]
    const seen = back && await selectRefund(w.db, back.id)
    if (back && seen) await settle(w, { model, back, seen, actorId, at }, step)
  }
}

async function takeStray(w: World, model: Model, stray: { fen: number; by: ProviderName }): Promise<void> {
  const { fen: amountFen, by } = stray
  const at = w.deps.now()
  const number = `stray-${model.backs.length}-${model.alipay}-${model.wechat}-${model.bank}-${amountFen}`
  const money = { provider: by, tradeNumber: number, tradeId: number, orderNumber: number, orderId: null, amountFen }
  const back = await w.inTx(async (tx) =>
    refundSuspense(tx, await keepInSuspense(tx, { ...money, reason: 'unknown_order', at }), at))
  model[by] += amountFen
  model.suspense += amountFen
  model.backs.push({ id: back.id, owner: null, by, fen: amountFen, ...NEW })
}

async function takeRefund(w: World, model: Model, { which: at, fen: amountFen }: { which: number; fen: number }) {
  if (model.paid.length === 0) return
  const owner = at % model.paid.length
  const ask = { orderId: model.paid[owner]?.orderId ?? 0, amountFen, reason: 'r', at: w.deps.now() }
  const made = await refusedOr(w.inTx((tx) => refundPayment(tx, ask)))
  expect(made !== null).toBe(amountFen <= leftOf(model, owner))
  if (made) model.backs.push({ id: made.id, owner, by: model.paid[owner]?.by ?? 'alipay', fen: amountFen, ...NEW })
}

/** What a refund is at first. */
const NEW = { state: 'pending', isGivenUp: false, left: null, isTwice: false }

type Around = { model: Model; back: Back; seen: Refund; actorId: number; at: Date }

async function settle(w: World, around: Around, step: Extract<Step, { says: RefundOutcome['status'] }>): Promise<void> {
  const { model, back, seen, actorId, at } = around
  const deed = { refundId: back.id, actorId, at }
  const fits = back.owner === null || back.state !== 'failed' || leftOf(model, back.owner) >= back.fen
  if (step.do === 'retry') {
    const may = ['pending', 'failed', 'abnormal', 'no_balance'].includes(back.state) && fits
    expect(await refusedOr(w.inTx((tx) => retryRefund(tx, deed))) !== null).toBe(may)
    if (may) Object.assign(back, { state: 'processing', isGivenUp: false })
  } else if (step.do === 'giveUp') {
    w.advanceMinutes(2)
    const input = { ...deed, seen, at: w.deps.now() }
    const may = ['pending', 'processing', 'failed', 'no_balance'].includes(back.state) && !back.isGivenUp
    expect(await refusedOr(w.inTx((tx) => giveUpRefund(tx, input))) !== null).toBe(may)
    if (may) Object.assign(back, { state: 'failed', isGivenUp: true })
  } else if (step.do === 'payOut') {
    const input = { ...deed, seen, paidFrom: 'bank', transactionId: 'B1' } as const
    const may = ['failed', 'abnormal', 'no_balance'].includes(back.state) && !back.isGivenUp && fits
    expect(await refusedOr(w.inTx((tx) => payOutRefund(tx, input))) !== null).toBe(may)
    if (may) leave(model, back, 'bank')
  } else if (step.do === 'hearAgain' || step.do === 'settle') await settleTwice(w, around, step)
  else if (back.state === 'pending' || back.state === 'processing') {
    const outcome = { status: step.says, amountFen: back.fen, answer: step.says }
    const answers = { refund: async () => outcome, findRefund: async () => null }
    expect(await sendRefund(senderOf(w, answers), back.id)).toBe(step.says)
    if (step.says === 'succeeded') leave(model, back, back.by)
    else back.state = step.says
  }
}

/** The company says of a refund that is through that it has done it too; a person says how that ended. */
async function settleTwice(w: World, { model, back, actorId, at }: Around, step: { do: string; says: string }) {
  const owner = back.owner === null ? 'suspense' : 'orders'
  if (step.do === 'hearAgain') {
    if (back.state !== 'succeeded') return
    const outcome = { status: 'succeeded', amountFen: back.fen, answer: 'again' } as const
    await w.inTx((tx) => writeRefundOutcome(tx, back.id, outcome, at))
    if (back.left !== 'bank' || back.isTwice) return
    back.isTwice = true
    model[back.by] -= back.fen
    model[owner] -= back.fen
    return
  }
  const into: 'bank' | 'company' | null = step.says === 'succeeded' ? 'bank'
    : step.says === 'processing' ? 'company' : null
  const said = { refundId: back.id, into, transactionId: 'B2', note: 'n', actorId, at }
  const isOpen = back.isTwice && (await selectRefund(w.db, back.id))?.problem === 'paid_twice'
  expect(await refusedOr(w.inTx((tx) => settleRepeat(tx, said))) !== null).toBe(isOpen)
  if (!isOpen) return
  model[into === null ? 'fees' : into === 'company' ? back.by : 'bank'] += back.fen
  model[owner] += back.fen
}

function leave(model: Model, back: Back, from: 'bank' | ProviderName): void {
  back.state = 'succeeded'
  back.left = from
  model[from] -= back.fen
  model[back.owner === null ? 'suspense' : 'orders'] -= back.fen
}

/** null when it was refused. */
async function refusedOr<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work
  } catch (fault) {
    if (fault instanceof Refusal) return null
    throw fault
  }
}

import { describe, expect, test } from 'vitest'
import {
  aBuyer, anOrder, call, onSale, openShopWorld, orderState, runJob, suspenseRows,
} from '../../tests/support/order-builders.ts'
import type { Buyer } from '../../tests/support/order-builders.ts'
import { aForm, plainPicture, sendForm } from '../../tests/support/forms.ts'
import { auditOf, countOf } from '../../tests/support/world.ts'
import type { SignedIn, World } from '../../tests/support/world.ts'
import { whileFirstIsOpen } from '../../tests/support/race.ts'
import { confirmTransfer } from '../modules/orders/index.ts'
import { readConfig } from '../platform/config.ts'
import type { Tx } from '../platform/db.ts'

const env = { BANK_ACCOUNT_NAME: '海尔商城有限公司', BANK_NAME: '招商银行成都分行', BANK_ACCOUNT_NUMBER: '6225000011112222' }

/** Ann's order, to be paid by transfer, and the people who look at the bank account. */
async function aTransfer(w: World) {
  const { ann, id, number } = await anOrder(w)
  const support = await w.signIn('support', { role: 'support' })
  const { payment } = (await call(w, ann, 'POST', '/api/payments/', { order_id: id })).json()
  const started = (await call(w, ann, 'POST', `/api/payments/${payment.id}/start/`, { provider: 'bank' })).json()
  const at = (move: string) => `/api/payments/${started.payment.id}/${move}/`
  const confirm = (amount: string, reference: string, by: SignedIn = support) => call(w, by, 'POST', at('confirm'), { amount, reference })
  return { ann, id, number, support, started, at, confirm }
}

/** The attempt of one more order of hers, to be paid by transfer. */
async function placeByBank(w: World, ann: Buyer) {
  const fan = await onSale(w)
  const placed = await call(w, ann, 'POST', '/api/orders/', {
    address_id: ann.addressId, method: 'bank', items: [{ product_id: fan.productId, sku_id: fan.skuId, quantity: 1 }],
  })
  return placed.json().payment as { id: number }
}

describe('bank transfer', () => {
  test('without an account of the shop it cannot be started, and half an account is no account', async () => {
    await using w = await openShopWorld()
    const { ann, id } = await anOrder(w)
    const { payment } = (await call(w, ann, 'POST', '/api/payments/', { order_id: id })).json()
    const refused = (await call(w, ann, 'POST', `/api/payments/${payment.id}/start/`, { provider: 'bank' })).json()
    expect(refused).toMatchObject({ code: 400, message: '银行转账暂未开通，请改用其他支付方式。' })
    // Nor does a proof keep stock from others for days.
    const transfer = await placeByBank(w, ann)
    expect((await call(w, ann, 'POST', `/api/payments/${transfer.id}/proof/`, { note: '已转账' })).json().message).toBe(refused.message)
    expect(await countOf(w, 'payments.bank_proofs')).toBe(0)
    expect(readConfig({ BANK_NAME: '招商银行' }).problems.map(({ variable }) => variable)).toEqual(['BANK_ACCOUNT_NAME', 'BANK_ACCOUNT_NUMBER'])
    expect(readConfig({ BANK_PROOF_HOLD_DAYS: '0', PAYMENT_MAX_AMOUNT: 'x' }).problems).toHaveLength(2)
  })

  test('the cashier names account and order; proof keeps the order, once; staff see it waiting and confirm it', async () => {
    await using w = await openShopWorld({ env })
    const { ann, number, support, started, at, confirm } = await aTransfer(w)
    expect(started).toMatchObject({
      pay_way: { kind: 'transfer' },
      pay_params: { account_name: env.BANK_ACCOUNT_NAME, bank: env.BANK_NAME, account_number: env.BANK_ACCOUNT_NUMBER, reference: number, amount: '4999.00' },
      payment: { method: 'bank', status: 'processing', proof: null },
    })
    const waiting = async () => (await call(w, support, 'GET', '/api/payments/?proof=waiting')).json().count
    expect(await waiting()).toBe(0)
    const send = (content: Buffer) => sendForm(w, ann, at('proof'), aForm({ content }, { note: '已转账' }))
    expect((await send(Buffer.from('<svg><script/></svg>'))).json()).toMatchObject({ code: 400, error_code: 'INVALID_FILE' })
    expect((await call(w, ann, 'POST', at('proof'), { note: ' ' })).statusCode).toBe(400)
    const proved = (await send(await plainPicture(40, 30).png().toBuffer())).json().payment
    expect(proved).toMatchObject({ expires_at: '2026-11-23T10:00:00.000+08:00', proof: { note: '已转账' } })
    expect(proved.proof.picture_url).toBe(`${w.deps.config.publicUrl}/api/payments/${started.payment.id}/proof/picture/`)
    expect(await waiting()).toBe(1)
    w.advanceMinutes(60)
    await w.deps.store.resetHits()
    expect((await call(w, ann, 'POST', at('proof'), { note: '请尽快' })).json().payment.expires_at).toBe(proved.expires_at)
    expect(await runJob(w, 'expire-unpaid-orders')).toEqual({ done: 0, failed: 0, skipped: 0 })
    expect((await confirm('4998.99', 'B-1')).json()).toMatchObject({ code: 400, error_code: 'INVALID_PAYMENT_AMOUNT', facts: { due: '4999.00', received: '4998.99' } })
    expect((await confirm('4999.00', 'B-1', ann)).statusCode).toBe(403)
    expect(await orderState(w, number)).toBe('pending')
    const done = (await confirm('4999.00', 'B-1')).json()
    expect(done).toMatchObject({ settlement: 'settled', payment: { status: 'succeeded', trade_id: 'B-1' } })
    expect([await orderState(w, number), await waiting()]).toEqual(['paid', 0])
    expect((await confirm('4999.00', 'B-1')).json().settlement).toBe('repeated')
    expect((await auditOf(w)).filter(({ event }) => event === 'transfer_confirmed')).toMatchObject([
      { verdict: 'settled', tradeId: 'B-1', amountFen: 499_900, actorId: support.userId }, { verdict: 'repeated' },
    ])
  })

  test('its picture is for the buyer and for staff, and for nobody under the address of the media', async () => {
    await using w = await openShopWorld({ env })
    const { ann, support, at } = await aTransfer(w)
    const picture = (who: SignedIn | null, url = at('proof/picture')) => w.app.inject({ url, headers: who?.headers ?? {} })
    expect((await picture(ann)).statusCode).toBe(404)
    await sendForm(w, ann, at('proof'), aForm({ content: await plainPicture(900, 30).png().toBuffer() }))
    const [{ image_path: path }] = await w.db.selectFrom('payments.bank_proofs').select('image_path').execute() as [{ image_path: string }]
    const bob = await aBuyer(w, 'bob')
    const answers = await Promise.all([ann, support, bob, null].map((who) => picture(who)))
    expect(answers.map((answer) => answer.statusCode)).toEqual([200, 200, 404, 401])
    expect(answers[0]?.headers).toMatchObject({ 'content-type': 'image/png', 'cache-control': 'private, no-store' })
    expect(answers[0]?.rawPayload).toEqual(Buffer.from(await w.deps.files.disk.getBytes(path)))
    for (const address of [`/media/${path}`, `/media/${path}?w=240`, `/media/sizes/240/${path}.webp`]) {
      expect((await picture(support, address)).statusCode).toBe(404)
    }
    expect(await countOf(w, 'media.images')).toBe(0)
    // A newer one takes its place; the older goes when the files are swept.
    await w.deps.store.resetHits()
    await sendForm(w, ann, at('proof'), aForm({ content: await plainPicture(800, 30).png().toBuffer() }))
    w.advanceMinutes(3 * 24 * 60)
    expect(await runJob(w, 'sweep-files')).toMatchObject({ done: 1 })
    expect([await w.deps.files.disk.exists(path), (await picture(support)).statusCode]).toEqual([false, 200])
  })

  test('an amount with three places is none, and nobody is told that nothing had arrived', async () => {
    await using w = await openShopWorld({ env })
    const { confirm } = await aTransfer(w)
    expect((await confirm('4999.001', 'B-1')).json()).toMatchObject({ code: 400, error_code: 'VALIDATION_ERROR', errors: { amount: [expect.stringContaining('两位小数')] } })
  })

  test('one bank reference confirms one payment, also when two people confirm at once', async () => {
    await using w = await openShopWorld({ env })
    const first = await aTransfer(w)
    await w.deps.store.resetHits()
    const second = await aTransfer(w)
    const answers = await Promise.all([first.confirm('4999.00', 'B-1'), second.confirm('4999.00', 'B-1')])
    expect(answers.map((answer) => answer.statusCode).toSorted()).toEqual([200, 409])
    expect([await orderState(w, first.number), await orderState(w, second.number)].toSorted()).toEqual(['paid', 'pending'])
  })

  test('who confirms under a reference that is being used waits, and is told', async () => {
    await using w = await openShopWorld({ env })
    const { userId: actorId } = await w.signIn('boss', { role: 'admin' })
    const first = await aTransfer(w)
    await w.deps.store.resetHits()
    const second = await aTransfer(w)
    const confirm = ({ started }: typeof first) => (tx: Tx) => confirmTransfer(tx, {
      paymentId: started.payment.id, amountFen: 499900, reference: 'B-1', actorId, note: '', at: w.deps.now(),
    })
    const race = await whileFirstIsOpen(w, confirm(first), () => w.inTx(confirm(second)))
    expect(race).toMatchObject({ rivalWaited: true, first: { value: 'settled' }, rival: { reason: { key: 'payments.reference_used' } } })
    expect([await orderState(w, first.number), await orderState(w, second.number)]).toEqual(['paid', 'pending'])
  })

  test('a transfer that came too late for its order confirms no other one; told again, it changes nothing', async () => {
    await using w = await openShopWorld({ env })
    const first = await aTransfer(w)
    await call(w, first.ann, 'PATCH', `/api/orders/${first.number}/cancel/`, {})
    expect((await first.confirm('4999.00', 'B-1')).json().settlement).toBe('refunded')
    w.advanceMinutes(1)
    await w.deps.store.resetHits()
    const second = await aTransfer(w)
    expect((await second.confirm('4999.00', 'B-1')).json()).toMatchObject({ code: 409, facts: { payment: first.started.payment.id } })
    expect([await orderState(w, second.number), await countOf(w, 'payments.suspense')]).toEqual(['pending', 1])
    expect((await first.confirm('4999.00', 'B-1')).json().settlement).toBe('refunded')
    expect([await countOf(w, 'payments.suspense'), await countOf(w, 'payments.refunds')]).toEqual([1, 1])
  })

  test('a rejected transfer tells why; the buyer may try again while the order waits', async () => {
    await using w = await openShopWorld({ env })
    const { ann, id, number, support, at, started } = await aTransfer(w)
    const bob = await aBuyer(w, 'bob')
    await call(w, ann, 'POST', at('proof'), { note: '已转账' })
    expect((await call(w, bob, 'POST', at('proof'), { note: '我的' })).statusCode).toBe(404)
    expect((await call(w, support, 'POST', at('reject'), {})).statusCode).toBe(400)
    const rejected = (await call(w, support, 'POST', at('reject'), { reason: '没有查到这笔款' })).json().payment
    expect(rejected).toMatchObject({ status: 'failed', logs: [{}, {}, { event: 'reject', note: '没有查到这笔款' }] })
    expect((await call(w, support, 'POST', at('reject'), { reason: '再来' })).statusCode).toBe(400)
    expect((await auditOf(w)).filter(({ event }) => event === 'transfer_rejected'))
      .toMatchObject([{ verdict: 'rejected', actorId: support.userId }])
    w.advanceMinutes(60)
    await w.deps.store.resetHits()
    const next = await call(w, ann, 'POST', '/api/payments/', { order_id: id, method: 'bank' })
    expect([next.statusCode, await orderState(w, number)]).toEqual([201, 'pending'])
    expect(next.json().id).not.toBe(started.payment.id)
  })

  test('without proof the order expires like any other; money that is seen later is late money', async () => {
    await using w = await openShopWorld({ env })
    const { ann, number, id, confirm } = await aTransfer(w)
    w.advanceMinutes(11)
    expect(await runJob(w, 'expire-unpaid-orders')).toEqual({ done: 1, failed: 0, skipped: 0 })
    expect((await confirm('4999.00', 'B-9')).json().settlement).toBe('revived')
    expect(await orderState(w, number)).toBe('paid')
    expect(await suspenseRows(w)).toEqual([{ reason: 'late', state: 'revived', amount_fen: 499900 }])
    expect((await call(w, ann, 'GET', `/api/orders/${id}/`)).json().payment_method).toBe('bank')
  })
})

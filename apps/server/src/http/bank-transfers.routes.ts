import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import {
  ConfirmTransferBody, PaymentAnswer, ProofBody, RejectTransferBody, TransferConfirmed,
} from '@hearth/contracts/payments'
import { IdPath, IdempotencyHeader } from '@hearth/contracts/shared'
import { Refusal } from '@hearth/kernel/errors'
import { confirmTransfer, proveTransfer, rejectTransfer } from '../modules/orders/index.ts'
import { selectBankProofs, selectPayment } from '../modules/payments/index.ts'
import { noteAudit } from '../platform/audit.ts'
import { inTransaction } from '../platform/db.ts'
import { personOf } from './access.ts'
import { exactFen } from './amount-due.ts'
import type { Deps } from './deps.ts'
import { idOf } from './id-of.ts'
import { countPayAction, ownPayment, shownPayment } from './payment-guards.ts'
import { onePaymentView } from './payment-view.ts'
import { refuseField } from './required-text.ts'
import { sendPrivately } from './media.ts'
import { bankAccountOf } from './pay-params.ts'
import { fileOf, keepPrivately, readUpload } from './uploads.ts'
import { writeOnce } from './write-once.ts'

const AMOUNT = { zh: '应为金额，最多两位小数，例如 99.00。', en: 'Must be an amount with two places at most, such as 99.00.' }
const ONE = '/payments/:id(^\\d{1,15}$)/'

/** Paying by bank transfer: the buyer proves it, staff confirm or reject it. */
export const bankTransferRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  app.post(`${ONE}proof/`, {
    config: { access: 'person', takesFiles: true },
    schema: { params: IdPath, consumes: ['multipart/form-data'], body: ProofBody, response: { 200: PaymentAnswer } },
  }, async (request) => {
    await countPayAction(deps, request)
    const { id: paymentId, userId } = await ownPayment(deps, request)
    bankAccountOf(deps.config)
    const note = request.body.note?.trim() ?? ''
    const proof = { paymentId, userId, note, holdMs: deps.config.proofHoldMs, at: deps.now() }
    if (fileOf(request)) {
      const upload = await readUpload(request, { format: undefined, isCompressed: undefined })
      await keepPrivately(deps, upload, (tx, imagePath) => proveTransfer(tx, { ...proof, imagePath }))
    } else if (note !== '') {
      await inTransaction(deps.db, (tx) => proveTransfer(tx, { ...proof, imagePath: null }))
    } else throw new Refusal('payments.no_proof')
    return answer(deps, paymentId)
  })

  app.get(`${ONE}proof/picture/`, { config: { access: 'person' }, schema: { params: IdPath } }, async (request, reply) => {
    const { id } = await shownPayment(deps, request)
    const path = (await selectBankProofs(deps.db, [id])).get(id)?.imagePath
    if (!path) throw new Refusal('http.not_found')
    return sendPrivately(reply, deps, path)
  })

  app.post(`${ONE}confirm/`, {
    config: { access: 'staff' },
    schema: {
      params: IdPath, body: ConfirmTransferBody, headers: IdempotencyHeader, response: { 200: TransferConfirmed },
    },
  }, async (request) => {
    const { body } = request
    const [paymentId, at] = [idOf(request), deps.now()]
    const amountFen = exactFen(body.amount) ?? refuseField('amount', AMOUNT)
    const reference = body.reference.trim()
    const actorId = personOf(request).id
    const settlement = await writeOnce(deps, request, `confirmTransfer:${paymentId}`, async (tx) => {
      const said = { paymentId, amountFen, actorId, at }
      const verdict = await confirmTransfer(tx, { ...said, reference, note: body.note?.trim() ?? '' })
      await noteAudit(tx, { event: 'transfer_confirmed', provider: 'bank', verdict, tradeId: reference, ...said })
      return verdict
    })
    return { ...(await answer(deps, paymentId)), settlement: settlement as TransferConfirmed['settlement'] }
  })

  app.post(`${ONE}reject/`, {
    config: { access: 'staff' }, schema: { params: IdPath, body: RejectTransferBody, response: { 200: PaymentAnswer } },
  }, async (request) => {
    const [paymentId, at, actorId] = [idOf(request), deps.now(), personOf(request).id]
    const reason = request.body.reason.trim()
    await inTransaction(deps.db, async (tx) => {
      await rejectTransfer(tx, { paymentId, actorId, reason, at })
      await noteAudit(tx, { event: 'transfer_rejected', provider: 'bank', verdict: 'rejected', paymentId, actorId, at })
    })
    return answer(deps, paymentId)
  })
}

async function answer(deps: Deps, paymentId: number): Promise<PaymentAnswer> {
  const payment = await selectPayment(deps.db, paymentId)
  if (!payment) throw new Refusal('payments.not_found')
  return { payment: await onePaymentView(deps, payment) }
}

import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { CashierView, PayMethodsView } from '@hearth/contracts/cashier'
import { Refusal } from '@hearth/kernel/errors'
import { isoShanghai } from '@hearth/kernel/dates'
import { yuanText } from '@hearth/kernel/money'
import { selectCashier, selectCashierAttempts } from '../reads/cashier.sql.ts'
import type { CashierAttempt, CashierRow } from '../reads/cashier.sql.ts'
import { personOf } from './access.ts'
import type { Deps } from './deps.ts'
import { openMethods } from './open-methods.ts'
import { orderIdFromPath } from './order-path.ts'

/** What the cashier's page shows: the ways to pay that are open, and where an order stands with its money. */
export const cashierRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  app.get('/payments/methods/', { config: { access: 'open' }, schema: { response: { 200: PayMethodsView } } },
    async () => ({ methods: openMethods(deps) }))

  app.get<{ Params: { id: string } }>('/orders/:id(^\\d{1,64}$)/cashier/', {
    config: { access: 'person' }, schema: { response: { 200: CashierView } },
  }, async (request) => {
    const orderId = await orderIdFromPath(deps.db, request.params.id)
    const row = await selectCashier(deps.db, orderId, personOf(request).id)
    if (!row) throw new Refusal('orders.not_found')
    const attempts = await selectCashierAttempts(deps.db, orderId)
    return {
      order_id: row.id, order_number: row.number, amount: yuanText(row.payable_fen), status: row.state,
      expires_at: row.state === 'pending' ? isoShanghai(row.expires_at) : null,
      attempts: attempts.map(attemptView),
      bank_account: row.state === 'pending' ? accountOf(deps) : null,
      late_money: lateMoney(row),
    }
  })
}

function attemptView(attempt: CashierAttempt): CashierView['attempts'][number] {
  const { proof_sent_at: sentAt, proof_note: note, has_picture } = attempt
  return {
    id: attempt.id, method: attempt.method, status: attempt.state, created_at: isoShanghai(attempt.created_at),
    updated_at: isoShanghai(attempt.updated_at), expires_at: isoShanghai(attempt.expires_at), reason: attempt.reason,
    proof: sentAt && { has_picture, note: note ?? '', sent_at: isoShanghai(sentAt) },
  }
}

function accountOf({ config: { bankAccount } }: Deps): CashierView['bank_account'] {
  if (!bankAccount) return null
  return { account_name: bankAccount.accountName, bank: bankAccount.bank, account_number: bankAccount.accountNumber }
}

const lateWords = { open: 'kept', refunding: 'on_its_way', refunded: 'returned' } as const

function lateMoney({ late_state: state, late_fen: fen }: CashierRow): CashierView['late_money'] {
  return state === null ? null : { status: lateWords[state], amount: yuanText(fen ?? 0) }
}

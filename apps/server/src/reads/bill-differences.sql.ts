import { sql } from 'kysely'
import type { Tx } from '../platform/db.ts'

/** `feeBasisPoints`: what was agreed that the company takes, in hundredths of a percent. */
export type BillAsk = { provider: 'alipay' | 'wechat'; billId: number; from: Date; to: Date; feeBasisPoints: number }

export type BillDifference = {
  kind: 'company_payment' | 'company_refund' | 'our_payment' | 'our_refund' | 'payment_amount' | 'refund_amount' | 'fee'
  tradeNumber: string
  tradeId: string
  refundNumber: string
  companyFen: number | null
  ourFen: number | null
  proposal: 'settle' | 'suspense' | 'ask_company' | 'correct' | 'book_fee' | 'by_hand'
}

/**
 * Holds a company's bill against payments, suspense entries, refunds and the money book, in one statement over whole
 * sets. The bill's lines are looked for by the company's number of the trade and by our number of the refund, whatever
 * day they bear here; what we booked on the day is looked for in every bill of the company, since midnight at the
 * company and midnight here are not the same instant.
 */
export async function selectBillDifferences(tx: Tx, ask: BillAsk): Promise<BillDifference[]> {
  const { provider, billId } = ask
  const { rows } = await sql<BillDifference>`
    with lines as materialized (select * from reconciliation.bill_lines where bill_id = ${billId}),
    paid as (
      select l.trade_number, l.trade_id, l.amount_fen as company_fen, coalesce(p.amount_fen, s.amount_fen) as our_fen,
        exists (select from payments.payments a where a.method = ${provider} and a.trade_number = l.trade_number)
          or exists (select from orders.orders o where o.number = l.trade_number) as is_known
      from lines l
      left join payments.payments p on p.method = ${provider} and p.trade_id = l.trade_id and p.state = 'succeeded'
      left join payments.suspense s on s.provider = ${provider} and s.trade_id = l.trade_id
      where l.kind = 'payment'),
    back as (
      select l.trade_number, l.trade_id, l.refund_number, l.amount_fen as company_fen, r.amount_fen as our_fen, r.state
      from lines l left join payments.refunds r on r.refund_number = l.refund_number and r.provider = ${provider}
      where l.kind = 'refund')
    select 'company_payment' as kind, trade_number as "tradeNumber", trade_id as "tradeId", '' as "refundNumber",
      company_fen as "companyFen", our_fen as "ourFen", case when is_known then 'settle' else 'suspense' end as proposal
    from paid where our_fen is null
    union all
    select 'payment_amount', trade_number, trade_id, '', company_fen, our_fen, 'correct' from paid where our_fen <> company_fen
    union all
    select 'company_refund', trade_number, trade_id, refund_number, company_fen, null,
      case when our_fen is null then 'by_hand' else 'ask_company' end
    from back where our_fen is null or state <> 'succeeded'
    union all
    select 'refund_amount', trade_number, trade_id, refund_number, company_fen, our_fen, 'correct'
    from back where state = 'succeeded' and our_fen <> company_fen
    union all ${feeDifferences(ask)} union all ${oursOnly(ask)}
    order by 1, 3, 4`.execute(tx)
  return rows
}

/** A fen more or less is rounding. Of a refund the company gives back as much as it took, or nothing. */
function feeDifferences({ feeBasisPoints }: BillAsk) {
  return sql`
    select 'fee', trade_number, trade_id, refund_number, fee_fen,
      case kind when 'payment' then agreed_fen else -agreed_fen end, 'book_fee'
    from (select *, round(amount_fen * ${feeBasisPoints}::numeric / 10000)::bigint as agreed_fen from lines) as l
    where case kind when 'payment' then abs(fee_fen - agreed_fen) > 1
      else fee_fen > 0 or fee_fen < -agreed_fen - 1 end`
}

function oursOnly({ provider, from, to }: BillAsk) {
  return sql`
    select case when e.refund_id is null then 'our_payment' else 'our_refund' end,
      coalesce(r.trade_number, p.trade_number, s.trade_number, ''), coalesce(r.trade_id, e.reference),
      coalesce(r.refund_number, ''), null, abs(b.amount_fen), 'ask_company'
    from book.entries e join book.postings b on b.entry_id = e.id and b.account = ${provider}
    left join payments.refunds r on r.id = e.refund_id
    left join payments.payments p on p.id = e.payment_id
    left join payments.suspense s on s.id = e.suspense_id
    where e.at >= ${from} and e.at < ${to} and e.kind in ('receipt', 'suspense_receipt', 'refund', 'suspense_refund')
      and not exists (
        select from reconciliation.bill_lines l join reconciliation.bills c on c.id = l.bill_id
        where l.trade_id = coalesce(r.trade_id, e.reference) and l.refund_number = coalesce(r.refund_number, '')
          and c.provider = ${provider} and c.is_current)`
}

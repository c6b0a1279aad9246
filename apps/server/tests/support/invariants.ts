import { sql } from 'kysely'
import { isSound } from '../../src/cli/verify-book.ts'
import type { Db } from '../../src/platform/db.ts'
import { selectBookFindings } from '../../src/reads/verify-book.sql.ts'

/** What the companies have in their books, each in its own words. */
const TRADES = `(
  select 'alipay' as company, out_trade_no as trade_number, trade_no as trade_id, total_fen, paid_at,
    status = 'WAIT_BUYER_PAY' as is_open from sim.alipay_trades
  union all select 'wechat', out_trade_no, transaction_id, total_fen, paid_at, state = 'NOTPAY' from sim.wechat_pay_trades)`
const BACK = `(
  select 'alipay' as company, out_request_no as refund_number, amount_fen, status = 'REFUND_SUCCESS' as is_done
  from sim.alipay_refunds
  union all select 'wechat', out_refund_no, amount_fen, status = 'SUCCESS' from sim.wechat_pay_refunds)`
const COMPANIES = `('alipay', 'wechat')`

/** A sentence that must be true of the whole database, and the rows that make it false. */
type Invariant = { says: string; offenders: string }

const stock: Invariant[] = [
  { says: 'a level holds what its holds say', offenders: `
    select l.sku_id, l.held_qty, h.qty from stock.levels l
    left join (select sku_id, sum(qty) as qty from stock.holds where state = 'held' group by 1) h using (sku_id)
    where l.held_qty <> coalesce(h.qty, 0)` },
  { says: 'levels follow from the log', offenders: `
    select l.*, m.* from stock.levels l left join (
      select sku_id, coalesce(sum(qty) filter (where change_type in ('adjust', 'ship')), 0) as on_hand,
        coalesce(sum(case change_type when 'ship' then qty when 'adjust' then 0 else -qty end), 0) as held
      from stock.moves group by 1) m using (sku_id)
    where l.on_hand_qty <> coalesce(m.on_hand, 0) or l.held_qty <> coalesce(m.held, 0)` },
  { says: 'an order holds what it ordered', offenders: `
    select * from orders.order_lines l full join stock.holds h on h.order_id = l.order_id and h.sku_id = l.sku_id
    where l.qty is distinct from h.qty` },
  { says: 'holds are as their order is', offenders: `
    select o.id, o.state, h.state from orders.orders o join stock.holds h on h.order_id = o.id
    where h.state <> case when o.state in ('pending', 'paid') then 'held' when o.state = 'cancelled' then 'released'
      when o.state in ('shipped', 'completed') then 'shipped' else h.state end` },
]

const orders: Invariant[] = [
  { says: 'an order is the sum of its lines', offenders: `
    select o.id from orders.orders o left join orders.order_lines l on l.order_id = o.id group by o.id
    having o.goods_fen is distinct from sum(l.qty * l.unit_price_fen) or o.item_qty is distinct from sum(l.qty)` },
  { says: 'the history of an order ends in its state', offenders: `
    select o.id, o.state from orders.orders o where o.state is distinct from (
      select to_state from orders.order_moves m where m.order_id = o.id order by m.id desc limit 1)` },
  { says: 'what happened to an order was recorded as often as it happened', offenders: `
    select * from (select o.id, k.type,
      (select count(*) from orders.order_moves m where m.order_id = o.id and m.move = any(k.moves)) as moves,
      (select count(*) from platform.events e where e.type = k.type and (e.body ->> 'orderId')::bigint = o.id) as events
      from orders.orders o, (values ('orders.order_placed.v1', array['place']), ('orders.order_paid.v1', array['pay', 'revive']),
        ('orders.order_cancelled.v1', array['cancel', 'expire'])) as k (type, moves)) as counted where moves <> events` },
  { says: 'a key that was used has its answer', offenders: `
    select scope, key from platform.idempotency_keys where answer is null` },
  { says: 'a cancelled order has a job that closes its trades', offenders: `
    select e.id from platform.events e where e.type = 'orders.order_cancelled.v1' and not exists (
      select from pgboss.job j where j.name = 'close-trades' and j.data ->> 'orderId' = e.body ->> 'orderId')` },
]

const money: Invariant[] = [
  { says: 'an order is paid once, exactly, if and only if its state says so', offenders: `
    select o.id, o.state, o.payable_fen, count(p.id), sum(p.amount_fen) from orders.orders o
    left join payments.payments p on p.order_id = o.id and p.state = 'succeeded' group by o.id
    having count(p.id) > 1 or (count(p.id) = 0) <> (o.state = 'pending') and o.state <> 'cancelled'
      or sum(p.amount_fen) <> o.payable_fen` },
  { says: 'only a pending order can be paid', offenders: `
    select p.id, p.state, o.state from payments.payments p join orders.orders o on o.id = p.order_id
    where p.state in ('init', 'processing') and o.state <> 'pending'` },
  { says: 'the history of a payment ends in its state', offenders: `
    select p.id, p.state from payments.payments p where p.state is distinct from (
      select to_state from payments.payment_moves m where m.payment_id = p.id order by m.id desc limit 1)` },
  { says: 'never more goes back than was paid', offenders: `
    select p.id from payments.payments p join payments.refunds r on r.payment_id = p.id and r.state <> 'failed'
    group by p.id having sum(r.amount_fen) > p.amount_fen` },
  { says: 'the money of a cancelled order goes back', offenders: `
    select o.id from orders.orders o join payments.payments p on p.order_id = o.id and p.state = 'succeeded'
    where o.state = 'cancelled'
      and p.amount_fen > coalesce((select sum(amount_fen) from payments.refunds r where r.payment_id = p.id), 0)` },
  { says: 'money in suspense has the refund that its state says', offenders: `
    select s.id, s.state, r.state, s.amount_fen, r.amount_fen from payments.suspense s
    left join payments.refunds r on r.suspense_id = s.id and r.given_up_at is null
    where (r.id is not null) <> (s.state in ('refunding', 'refunded')) or (r.state = 'succeeded') <> (s.state = 'refunded')
      or r.amount_fen <> s.amount_fen` },
  { says: 'a refund has a job that sends it', offenders: `
    select r.id from payments.refunds r where r.provider in ${COMPANIES} and not exists (
      select from pgboss.job j where j.name = 'send-refund' and (j.data ->> 'refundId')::bigint = r.id)` },
  { says: 'what came through is in the books of the company too', offenders: `
    select r.id, r.refund_number from payments.refunds r
    left join ${BACK} b on b.company = r.paid_from and b.refund_number = r.refund_number and b.is_done
    where r.state = 'succeeded' and r.paid_from in ${COMPANIES} and r.amount_fen is distinct from b.amount_fen` },
  { says: 'the company sent back nothing that we did not ask for', offenders: `
    select b.* from ${BACK} b left join payments.refunds r on r.provider = b.company and r.refund_number = b.refund_number
    where r.amount_fen is distinct from b.amount_fen` },
]

/** True once nothing is under way: every notice was taken, every job and sweep has run. */
const atRest: Invariant[] = [
  { says: 'paid money is in exactly one place', offenders: `
    select t.trade_id, t.total_fen from ${TRADES} t where t.paid_at is not null and t.total_fen is distinct from (
      select sum(fen) from (
        select amount_fen as fen from payments.payments where state = 'succeeded' and method = t.company and trade_id = t.trade_id
        union all select amount_fen from payments.suspense
        where state not in ('revived', 'matched') and provider = t.company and trade_id = t.trade_id) as places)` },
  { says: 'no refund is under way at a company', offenders: `
    select id, state from payments.refunds where state not in ('succeeded', 'failed') and provider in ${COMPANIES}` },
  { says: 'a company holds what our books say, to the fen', offenders: `
    select * from (select company,
      (select coalesce(sum(total_fen), 0) from ${TRADES} t where t.company = c.company and paid_at is not null)
        - (select coalesce(sum(amount_fen), 0) from ${BACK} b where b.company = c.company and is_done) as theirs,
      (select coalesce(sum(amount_fen), 0) from payments.payments where state = 'succeeded' and method = company)
        + (select coalesce(sum(amount_fen), 0) from payments.suspense
          where state not in ('revived', 'matched') and provider = company)
        - (select coalesce(sum(amount_fen), 0) from payments.refunds
          where state = 'succeeded' and paid_from = company) as ours
      from (values ('alipay'), ('wechat')) as c (company)) as sums where theirs <> ours` },
  { says: 'the trade of a cancelled order can no longer be paid', offenders: `
    select o.number, t.* from orders.orders o join payments.payments p on p.order_id = o.id
    join ${TRADES} t on t.company = p.method and t.trade_number = p.trade_number
    where o.state = 'cancelled' and t.is_open` },
]

/** What is wrong with stock, orders and money right now, whatever is under way; nothing, if all is well. */
export function violations(db: Db): Promise<string[]> {
  return look(db, [...stock, ...orders, ...money])
}

/** The same, and what must be true once nothing is under way. */
export function violationsAtRest(db: Db): Promise<string[]> {
  return look(db, [...stock, ...orders, ...money, ...atRest])
}

async function look(db: Db, invariants: readonly Invariant[]): Promise<string[]> {
  const broken: string[] = []
  for (const { says, offenders } of invariants) {
    const { rows } = await sql.raw(offenders).execute(db)
    if (rows.length > 0) broken.push(`${says}: ${JSON.stringify(rows.slice(0, 3))}`)
  }
  const book = await selectBookFindings(db, 3)
  if (!isSound(book)) broken.push(`the money book agrees with payments and refunds: ${JSON.stringify(book)}`)
  return broken
}

import { sql } from 'kysely'
import type { Db } from '../../src/platform/db.ts'

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
  { says: 'a cancelled order has a job that closes its trade', offenders: `
    select e.id from platform.events e where e.type = 'orders.order_cancelled.v1' and not exists (
      select from pgboss.job j where j.name = 'close-cancelled-trade' and (j.data ->> 'eventId')::bigint = e.id)` },
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
    left join payments.refunds r on r.suspense_id = s.id
    where (r.id is not null) <> (s.state in ('refunding', 'refunded')) or (r.state = 'succeeded') <> (s.state = 'refunded')
      or r.amount_fen <> s.amount_fen` },
  { says: 'a refund has a job that sends it', offenders: `
    select r.id from payments.refunds r where not exists (
      select from pgboss.job j where j.name = 'send-refund' and (j.data ->> 'refundId')::bigint = r.id)` },
  { says: 'what came through is in the books of the company too', offenders: `
    select r.id, r.refund_number from payments.refunds r
    left join sim.alipay_refunds s on s.out_request_no = r.refund_number and s.status = 'REFUND_SUCCESS'
    where r.state = 'succeeded' and r.provider = 'alipay' and r.amount_fen is distinct from s.amount_fen` },
  { says: 'the company sent back nothing that we did not ask for', offenders: `
    select s.* from sim.alipay_refunds s left join payments.refunds r on r.refund_number = s.out_request_no
    where r.amount_fen is distinct from s.amount_fen` },
]

/** True once nothing is under way: every notice was taken, every job and sweep has run. */
const atRest: Invariant[] = [
  { says: 'paid money is in exactly one place', offenders: `
    select t.trade_no, t.total_fen from sim.alipay_trades t where t.paid_at is not null and t.total_fen is distinct from (
      select sum(fen) from (
        select amount_fen as fen from payments.payments where state = 'succeeded' and trade_id = t.trade_no
        union all select amount_fen from payments.suspense where state <> 'revived' and trade_id = t.trade_no) as places)` },
  { says: 'no refund is under way', offenders: `
    select id, state from payments.refunds where state in ('pending', 'processing')` },
  { says: 'the company holds what our books say, to the fen', offenders: `
    select * from (select
      (select coalesce(sum(total_fen), 0) from sim.alipay_trades where paid_at is not null)
        - (select coalesce(sum(amount_fen), 0) from sim.alipay_refunds where status = 'REFUND_SUCCESS') as theirs,
      (select coalesce(sum(amount_fen), 0) from payments.payments where state = 'succeeded' and method = 'alipay')
        + (select coalesce(sum(amount_fen), 0) from payments.suspense where state <> 'revived' and provider = 'alipay')
        - (select coalesce(sum(amount_fen), 0) from payments.refunds where state = 'succeeded' and provider = 'alipay') as ours
    ) as sums where theirs <> ours` },
  { says: 'a cancelled order can no longer be paid', offenders: `
    select o.number from orders.orders o join sim.alipay_trades t on t.out_trade_no = o.number
    where o.state = 'cancelled' and t.status = 'WAIT_BUYER_PAY'` },
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
  return broken
}

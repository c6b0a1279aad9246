import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'

/** Something that the money book and the payments do not agree on. Amounts in fen; null: there is none. */
export type BookFault =
  | { kind: 'unbalanced'; key: string; postings: number; fen: number }
  | { kind: 'differs'; key: string; account: string; bookedFen: number | null; dueFen: number | null }
  | { kind: 'over_refunded'; key: string; bookedFen: number; dueFen: number }

export type BookFindings = {
  entries: number
  balances: { account: string; kind: 'held' | 'owed' | 'spent'; bookedFen: number; dueFen: number }[]
  /** The first of them; `faultCount` counts all. */
  faults: BookFault[]
  faultCount: number
}

/**
 * What the book should say, from the payments, refunds and suspense entries themselves: two postings for each. What
 * companies took and what was corrected stands in the book alone.
 */
const due = sql`
  select facts.business_key, sides.account, sides.amount_fen from (
    select 'payment:' || p.id as business_key, p.amount_fen,
      case when s.id is null then p.method else 'suspense' end as takes, 'orders' as gives
    from payments.payments p
    left join payments.suspense s on s.provider = p.method and s.trade_id = p.trade_id and s.state in ('revived', 'matched')
    where p.state = 'succeeded'
    union all
    select 'suspense:' || id, amount_fen, provider, 'suspense' from payments.suspense
    union all
    select 'refund:' || id, amount_fen, case when suspense_id is null then 'orders' else 'suspense' end, paid_from
    from payments.refunds where state = 'succeeded'
    union all
    select 'refund:' || r.id || ':again', r.amount_fen, case when r.suspense_id is null then 'orders' else 'suspense' end,
      again.account
    from payments.refund_repeats again join payments.refunds r on r.id = again.refund_id
    where again.account is not null) as facts
  cross join lateral (values (facts.takes, facts.amount_fen), (facts.gives, -facts.amount_fen)) as sides (account, amount_fen)`

const booked = sql`
  select e.business_key, p.account, p.amount_fen
  from book.postings p join book.entries e on e.id = p.entry_id where e.kind not in ('fee', 'correction')`

/**
 * Holds the money book against what it is about, in statements over whole tables: every entry balanced; every succeeded
 * payment and refund, what was refunded twice, and every suspense entry booked with its amount, and nothing else; the
 * balances; no payment refunded above what was paid, unless a person has settled that. All of one moment: the caller's
 * transaction is repeatable read.
 */
export async function selectBookFindings(db: Db, limit: number): Promise<BookFindings> {
  const unbalanced = sql`
    select e.business_key, count(p.*) as postings, coalesce(sum(p.amount_fen), 0)::bigint as fen
    from book.entries e left join book.postings p on p.entry_id = e.id
    group by e.id having count(p.*) < 2 or coalesce(sum(p.amount_fen), 0) <> 0`
  const differing = sql`
    select coalesce(b.business_key, d.business_key) as business_key, coalesce(b.account, d.account) as account,
      b.amount_fen as booked_fen, d.amount_fen as due_fen
    from (${booked}) as b full join (${due}) as d on d.business_key = b.business_key and d.account = b.account
    where b.amount_fen is distinct from d.amount_fen`
  const over = sql`
    select 'payment:' || p.id as business_key, sum(r.amount_fen)::bigint as booked_fen, p.amount_fen as due_fen
    from payments.refunds r join payments.payments p on p.id = r.payment_id
    where r.state <> 'failed' and not exists (
      select from payments.refund_repeats again where again.refund_id = r.id and again.closed_at is not null)
    group by p.id having sum(r.amount_fen) > p.amount_fen`
  const { rows } = await sql<FaultRow>`
    with faults as (
      select 'unbalanced' as kind, business_key, null as account, postings, fen as booked_fen, null::bigint as due_fen
      from (${unbalanced}) as u
      union all
      select 'differs', business_key, account, null, booked_fen, due_fen from (${differing}) as d
      union all
      select 'over_refunded', business_key, null, null, booked_fen, due_fen from (${over}) as o)
    select *, count(*) over () as fault_count from faults order by kind desc, business_key, account limit ${limit}`.execute(db)
  return {
    ...await selectBookTotals(db), faults: rows.map(faultOf), faultCount: rows[0]?.fault_count ?? 0,
  }
}

async function selectBookTotals(db: Db): Promise<Pick<BookFindings, 'entries' | 'balances'>> {
  const { rows } = await sql<BookFindings['balances'][number]>`
    with own as (
      select p.account, sum(p.amount_fen) as fen from book.postings p join book.entries e on e.id = p.entry_id
      where e.kind in ('fee', 'correction') group by p.account),
    facts as (select account, sum(amount_fen) as fen from (${due}) as d group by account),
    book as (select account, sum(amount_fen) as fen from book.postings group by account)
    select a.code as account, a.kind, coalesce(b.fen, 0)::bigint as "bookedFen",
      (coalesce(f.fen, 0) + coalesce(o.fen, 0))::bigint as "dueFen"
    from book.accounts a left join book b on b.account = a.code left join facts f on f.account = a.code
    left join own o on o.account = a.code
    order by array_position(array['held', 'owed', 'spent'], a.kind), a.code`.execute(db)
  const counted = await db.selectFrom('book.entries').select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()
  return { entries: Number(counted.n), balances: rows }
}

type FaultRow = {
  kind: BookFault['kind']; business_key: string; account: string | null; postings: number | null
  booked_fen: number | null; due_fen: number | null; fault_count: number
}

function faultOf(row: FaultRow): BookFault {
  const { kind, business_key: key, account, booked_fen: bookedFen, due_fen: dueFen } = row
  if (kind === 'unbalanced') return { kind, key, postings: row.postings ?? 0, fen: bookedFen ?? 0 }
  if (kind === 'over_refunded') return { kind, key, bookedFen: bookedFen ?? 0, dueFen: dueFen ?? 0 }
  return { kind, key, account: account ?? '', bookedFen, dueFen }
}

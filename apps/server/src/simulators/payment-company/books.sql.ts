import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db.ts'
import type { CompanyName } from './books.ts'

/** A notice under way; what its payload means is the company's affair. */
export type Notice = { id: string; url: string; payload: Record<string, string>; attempts: number }
export type NoticeToKeep = Omit<Notice, 'attempts'> & { company: CompanyName; nextAt: Date | null }

/** Keeps a notice to be sent at `nextAt`; one of this id that is kept already stays as it is. */
export async function insertNotice(tx: Tx, { company, id, url, payload, nextAt }: NoticeToKeep): Promise<void> {
  await sql`insert into sim.payment_notices (company, id, url, payload, next_at)
    values (${company}, ${id}, ${url}, ${JSON.stringify(payload)}::jsonb, ${nextAt})
    on conflict do nothing`.execute(tx)
}

/** Takes a notice for one delivery and counts it. */
export async function takeNotice(tx: Tx, company: CompanyName, id: string, at: Date): Promise<Notice | null> {
  const { rows } = await sql<Notice>`update sim.payment_notices set attempts = attempts + 1, sent_at = ${at}
    where company = ${company} and id = ${id} returning id, url, payload, attempts`.execute(tx)
  return rows[0] ?? null
}

export async function scheduleNotice(tx: Tx, company: CompanyName, id: string, nextAt: Date | null): Promise<void> {
  await sql`update sim.payment_notices set next_at = ${nextAt} where company = ${company} and id = ${id}`.execute(tx)
}

/** Notices that are due; one last sent in the future is due too, since the clock was put back. */
export async function selectDueNotices(db: Db, company: CompanyName, now: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from sim.payment_notices
    where company = ${company} and next_at is not null and (next_at <= ${now} or sent_at > ${now})
    order by next_at limit 500`.execute(db)
  return rows.map((row) => row.id)
}

/** `kind` once more for each of the next `times` calls of `action`. */
export type Fault<Kind extends string> = { action: string; kind: Kind; times: number }

export async function putFault(tx: Tx, company: CompanyName, { action, kind, times }: Fault<string>): Promise<void> {
  await sql`insert into sim.payment_faults (company, action, kind, times)
    values (${company}, ${action}, ${kind}, ${times})
    on conflict (company, action, kind) do update set times = excluded.times`.execute(tx)
}

/** Uses up one piece of the trouble that waits for this action, if any. */
export async function takeFault<Kind extends string>(
  tx: Tx, company: CompanyName, action: string,
): Promise<Kind | null> {
  const { rows } = await sql<{ kind: Kind }>`update sim.payment_faults set times = times - 1
    where (company, action, kind) = (select company, action, kind from sim.payment_faults
      where company = ${company} and action = ${action} and times > 0 order by kind limit 1 for update)
    returning kind`.execute(tx)
  return rows[0]?.kind ?? null
}

/** The name of the key that the company was told to sign with; null when it was told none. */
export async function selectSigner(db: Db, company: CompanyName): Promise<string | null> {
  const { rows } = await sql<{ name: string }>`select signs_with as name from sim.payment_signers
    where company = ${company}`.execute(db)
  return rows[0]?.name ?? null
}

export async function putSigner(tx: Tx, company: CompanyName, name: string): Promise<void> {
  await sql`insert into sim.payment_signers (company, signs_with) values (${company}, ${name})
    on conflict (company) do update set signs_with = excluded.signs_with`.execute(tx)
}

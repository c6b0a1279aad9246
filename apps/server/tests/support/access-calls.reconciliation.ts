import { sql } from 'kysely'
import type { Call, Cell } from './access-cell.ts'

const NO_ID = 999_999_999
const DAY = '2026-11-19'
let made = 0

async function aRun({ w }: Cell): Promise<number> {
  const { rows } = await sql<{ id: number }>`insert into reconciliation.runs (provider, day, state, started_at)
    values ('wechat', ${DAY}, 'failed', ${w.deps.now()}) returning id`.execute(w.db)
  return rows[0]?.id ?? 0
}

/** A fee that is not what was agreed: applying it asks nobody. */
async function aCase(cell: Cell): Promise<number> {
  made += 1
  const at = cell.w.deps.now()
  const { rows } = await sql<{ id: number }>`insert into reconciliation.cases (provider, day, kind, trade_number, trade_id,
      company_fen, our_fen, proposal, state, run_id, created_at, updated_at)
    values ('wechat', ${DAY}, 'fee', 'x', ${`T${made}`}, 100, 60, 'book_fee', 'open', ${await aRun(cell)}, ${at}, ${at})
    returning id`.execute(cell.w.db)
  return rows[0]?.id ?? 0
}

const thing = (make: (cell: Cell) => Promise<number>, body?: object): Call => ({
  kinds: ['there', 'absent'],
  ask: async (cell) => ({ params: { id: cell.kind === 'there' ? await make(cell) : NO_ID }, ...(body ? { body } : {}) }),
})

/** How the routes of reconciliation are asked. */
export const reconciliationCalls: Record<string, Call> = {
  'POST /api/reconciliation/runs/': { kinds: [''], ask: async () => ({ body: { provider: 'wechat', day: DAY } }) },
  'GET /api/reconciliation/runs/:id/': thing(aRun),
  'POST /api/reconciliation/cases/:id/apply/': thing(aCase),
  'POST /api/reconciliation/cases/:id/dismiss/': thing(aCase, { reason: '人工处理' }),
}

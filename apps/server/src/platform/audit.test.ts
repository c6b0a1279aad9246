import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempFolder } from '../../tests/support/database.ts'
import { countOf, openWorld } from '../../tests/support/world.ts'
import { noteAudit, openAuditLog, writeAuditLog } from './audit.ts'
import type { AuditLog } from './audit.ts'

test('facts go to a file of their own, one JSON object a line, telephone numbers and tokens hidden', async () => {
  await using w = await openWorld()
  const folder = tempFolder()
  for (const day of ['2026-08-21', '2026-08-22']) writeFileSync(join(folder, `payment_audit.${day}.log`), '')
  const at = new Date('2026-11-20T02:00:00Z')
  await w.inTx((tx) => noteAudit(tx, {
    event: 'payment_settled', at, provider: 'wechat', verdict: 'settled', orderNumber: '20261120100000123456',
    tradeNumber: 'paid by 13800000002 with Bearer abc.def', amountFen: 499900, actorId: 7,
  }))
  const log = await openAuditLog(folder)
  expect(await writeAuditLog(w.db, log)).toEqual({ done: 1, failed: 0, skipped: 0 })
  const lines = () => readdirSync(folder).filter((name) => /^payment_audit.*\.log$/.test(name))
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').trim().split('\n').filter((line) => line !== ''))
  expect(lines()).toHaveLength(1)
  expect(readdirSync(folder).toSorted()).toEqual(['payment_audit.2026-08-22.log', 'payment_audit.2026-11-20.log'])
  const fact = JSON.parse(lines()[0] ?? '')
  expect(fact).toMatchObject({
    audit: true, clock: '2026-11-20T02:00:00.000Z', event: 'payment_settled', provider: 'wechat', verdict: 'settled',
    orderNumber: '20261120100000123456', tradeNumber: 'paid by 138****0002 with Bearer ***', amountFen: 499900, actorId: 7,
  })
})

test('a fact stands with its transaction and falls with it', async () => {
  await using w = await openWorld()
  const fact = { event: 'payment_closed', provider: 'alipay', verdict: 'closed', at: w.deps.now() } as const
  await expect(w.inTx(async (tx) => {
    await noteAudit(tx, fact)
    throw new Error('the rest failed')
  })).rejects.toThrow('the rest failed')
  expect(await countOf(w, 'platform.audit_facts')).toBe(0)
})

test('facts that could not be written stay for the next run, which writes them in order, each once', async () => {
  await using w = await openWorld()
  for (let n = 1; n <= 501; n += 1) {
    await w.inTx((tx) => noteAudit(tx, { event: 'payment_closed', provider: 'alipay', verdict: String(n), at: w.deps.now() }))
  }
  const full = { write: async () => { throw new Error('No space left on device') } }
  await expect(writeAuditLog(w.db, full)).rejects.toThrow('No space left')
  const written: unknown[] = []
  const log: AuditLog = { write: async (facts) => void written.push(...facts.map(({ fact }) => fact.verdict)) }
  const two = await Promise.all([writeAuditLog(w.db, log), writeAuditLog(w.db, log)])
  expect(two[0].done + two[1].done).toBe(501)
  expect(new Set(written).size).toBe(501)
  expect(await countOf(w, 'platform.audit_facts')).toBe(0)
})

import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempFolder } from '../../tests/support/database.ts'
import { openAudit } from './audit.ts'

test('facts go to a file of their own, one JSON object a line, telephone numbers and tokens hidden', async () => {
  const folder = tempFolder()
  const audit = await openAudit(folder)
  const at = new Date('2026-11-20T02:00:00Z')
  audit({
    event: 'payment_settled', at, provider: 'wechat', verdict: 'settled', orderNumber: '20261120100000123456',
    tradeNumber: 'paid by 13800000002 with Bearer abc.def', amountFen: 499900, actorId: 7,
  })
  const lines = () => readdirSync(folder).filter((name) => /^payment_audit.*\.log$/.test(name))
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').trim().split('\n').filter((line) => line !== ''))
  await expect.poll(() => lines().length).toBe(1)
  const fact = JSON.parse(lines()[0] ?? '')
  expect(fact).toMatchObject({
    audit: true, clock: '2026-11-20T02:00:00.000Z', event: 'payment_settled', provider: 'wechat', verdict: 'settled',
    orderNumber: '20261120100000123456', tradeNumber: 'paid by 138****0002 with Bearer ***', amountFen: 499900, actorId: 7,
  })
})

import Fastify from 'fastify'
import { dayOf } from '@hearth/kernel/dates'
import type { Deps } from '../../src/http/deps.ts'
import type { DeskParts } from '../../src/http/dev-desk/index.ts'
import { reconcilerOf } from '../../src/http/reconciler.ts'
import { refundSenderOf } from '../../src/http/refund-sender.ts'
import type { ProviderName } from '../../src/modules/payments/index.ts'
import { applyCase, dismissCase, reconcileDay, selectCases, selectRuns } from '../../src/modules/reconciliation/index.ts'
import { inTransaction } from '../../src/platform/db.ts'
import { DAY_MS, openCalendar } from '../living-shop/calendar.ts'
import { makePeople, personNamed } from '../living-shop/people.ts'

/** `at`: when the stories were told, and with it which days are compared, however late that is done. */
type Parts = { deps: Deps; desk: DeskParts; at: Date }

/**
 * Two days held against the bills of both companies: one with differences that were dealt with, one with open ones.
 * Again, it does what is still to be done.
 */
export async function compareBills(parts: Parts): Promise<void> {
  const { deps, desk, at } = parts
  const [older, newer] = [3, 2].map((daysAgo) => dayOf(new Date(at.getTime() - daysAgo * DAY_MS)))
  if (!older || !newer) return
  await desk.alipay.bills.plant(older, 'extra_line')
  await desk.alipay.bills.plant(older, 'wrong_fee')
  await desk.alipay.bills.plant(newer, 'wrong_fee')
  await desk.wechatPay.bills.plant(newer, 'missing_line')
  const reconciler = reconcilerOf(deps)
  const compare = (provider: ProviderName, day: string) => reconcileDay(reconciler, { provider, day, actorId: null })
  for (const day of [older, newer]) {
    for (const provider of ['alipay', 'wechat'] as const) {
      if (!(await isCompared(deps, provider, day))) await compare(provider, day)
    }
  }
  const adminId = personNamed(makePeople(openCalendar(at)), 'admin').id
  const { rows } = await selectCases(deps.db, { provider: 'alipay', day: older, state: 'open' }, { limit: 10, offset: 0 })
  const money = rows.find(({ kind }) => kind === 'company_payment')
  const fee = rows.find(({ kind }) => kind === 'fee')
  const applier = { db: deps.db, now: deps.now, refunds: refundSenderOf(deps) }
  if (money) await applyCase(applier, { caseId: money.id, actorId: adminId })
  if (!fee) return
  const said = { caseId: fee.id, reason: '已与支付宝核对，次日账单冲回', actorId: adminId, at: deps.now() }
  await inTransaction(deps.db, (tx) => dismissCase(tx, said))
}

async function isCompared({ db }: Deps, provider: ProviderName, day: string): Promise<boolean> {
  const { rows } = await selectRuns(db, { provider, day }, { limit: 10, offset: 0 })
  return rows.some(({ state }) => state === 'compared')
}

/** Lets the simulated companies answer over loopback meanwhile; a server that listens there already does it itself. */
export async function whileCompaniesAnswer(port: number, desk: DeskParts, work: () => Promise<void>): Promise<void> {
  const app = Fastify()
  await app.register(desk.alipay.plugin, { prefix: '/dev/sim/alipay' })
  await app.register(desk.wechatPay.plugin, { prefix: '/dev/sim/wechat-pay' })
  try {
    await app.listen({ port, host: '127.0.0.1' }).catch((fault: NodeJS.ErrnoException) => {
      if (fault.code !== 'EADDRINUSE') throw fault
    })
    await work()
  } finally {
    await app.close()
  }
}

import { sql } from 'kysely'
import { askOpenPayments, closeCancelledTrade, expireUnpaidOrders } from '../modules/orders/index.ts'
import { finishRefunds, sendRefund } from '../modules/payments/index.ts'
import type { Job, JobReport } from '../platform/jobs.ts'
import type { Deps } from '../http/deps.ts'
import type { DeskParts } from '../http/dev-desk/index.ts'

const EVERY_MINUTE = '* * * * *'
const NOTHING: JobReport = { done: 0, failed: 0, skipped: 0 }

/** Every job there is. Simulators' jobs exist where simulators do. */
export const jobNames = [
  'expire-unpaid-orders', 'ask-open-payments', 'finish-refunds', 'send-refund', 'close-cancelled-trade', 'clean-up',
  'redeliver-simulated-notices',
] as const

/** What runs when: sweeps by the clock, the others when a transaction sends them. */
export function makeJobs(deps: Deps, desk: DeskParts | null): Job[] {
  const { db, now, payments: { alipay } } = deps
  const jobs: Job[] = [
    { name: 'expire-unpaid-orders', cron: EVERY_MINUTE, run: () => expireUnpaidOrders({ db, provider: alipay, now }) },
    {
      name: 'ask-open-payments', cron: EVERY_MINUTE,
      run: async () => (alipay ? askOpenPayments({ db, provider: alipay, now }) : NOTHING),
    },
    {
      name: 'finish-refunds', cron: EVERY_MINUTE,
      run: async () => (alipay ? finishRefunds({ db, provider: alipay, now }) : NOTHING),
    },
    { name: 'send-refund', run: async (body) => { if (alipay) await sendRefund({ db, provider: alipay, now }, Number(body.refundId)) } },
    {
      name: 'close-cancelled-trade',
      run: async (body) => {
        const order = { orderId: Number(body.orderId), orderNumber: String(body.orderNumber) }
        if (alipay) await closeCancelledTrade({ db, provider: alipay, now }, order)
      },
    },
    { name: 'clean-up', cron: '17 * * * *', run: () => cleanUp(deps) },
  ]
  if (desk) jobs.push({ name: 'redeliver-simulated-notices', cron: EVERY_MINUTE, run: () => desk.alipay.redeliver(now()) })
  return jobs
}

/** Forgets what no rule asks for any more: old answers, throttles, due moments, carts of strangers. */
async function cleanUp({ db, now }: Deps): Promise<JobReport> {
  const ago = (days: number) => new Date(now().getTime() - days * 86_400_000)
  const gone = await Promise.all([
    db.deleteFrom('platform.idempotency_keys').where('created_at', '<', ago(1)).executeTakeFirst(),
    db.deleteFrom('platform.cron_slots').where('due_at', '<', ago(2)).executeTakeFirst(),
    db.deleteFrom('platform.throttles').where(sql<boolean>`hits[array_upper(hits, 1)] < ${ago(1)}`).executeTakeFirst(),
    db.deleteFrom('cart.lines').where('guest_hash', 'is not', null).where('updated_at', '<', ago(365)).executeTakeFirst(),
    db.deleteFrom('accounts.refresh_tokens').where('expires_at', '<', ago(30)).executeTakeFirst(),
  ])
  return { ...NOTHING, done: gone.reduce((sum, each) => sum + Number(each.numDeletedRows), 0) }
}

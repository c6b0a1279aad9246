import { sql } from 'kysely'
import { dayOf } from '@hearth/kernel/dates'
import { PROOF_KEYS, TOKEN_KEYS, anonymisePerson, isUploadOf, selectDueDeletions } from '../modules/accounts/index.ts'
import { applyImport, checkImport } from '../modules/bulk/index.ts'
import { forgetCart } from '../modules/cart/index.ts'
import { indexProductsOf } from '../modules/catalog/index.ts'
import { forgetAddresses } from '../modules/customers/index.ts'
import { makeVariants, removeOrphan, sweepFiles } from '../modules/media/index.ts'
import { askOpenPayments, closeTrades, expireUnpaidOrders } from '../modules/orders/index.ts'
import { finishRefunds, sendRefund } from '../modules/payments/index.ts'
import { reconcileDueDays } from '../modules/reconciliation/index.ts'
import type { ProviderName } from '../modules/payments/index.ts'
import { INDEX_EDITION, forgetSearcher } from '../modules/search/index.ts'
import { writeAuditLog } from '../platform/audit.ts'
import { inTransaction } from '../platform/db.ts'
import type { Db } from '../platform/db.ts'
import type { Job, JobReport } from '../platform/jobs.ts'
import { retireKeys } from '../platform/secrets.ts'
import { selectManualPaths, selectMediaUses, selectOrphanImages, selectProofPaths } from '../reads/media-uses.sql.ts'
import { selectOpenBusiness } from '../reads/person-business.sql.ts'
import { selectUnindexedProducts } from '../reads/unindexed-products.sql.ts'
import type { Deps } from '../http/deps.ts'
import { refundSenderOf } from '../http/refund-sender.ts'
import { reconcilerOf } from '../http/reconciler.ts'
import type { DeskParts } from '../http/dev-desk/index.ts'

/** So many pictures at most go in one hour. */
const ORPHANS_AT_ONCE = 500
const PRODUCTS_AT_ONCE = 500
const EVERY_MINUTE = '* * * * *'
const NOTHING: JobReport = { done: 0, failed: 0, skipped: 0 }

/** Every job there is. Simulators' jobs exist where simulators do. */
export const jobNames = [
  'expire-unpaid-orders', 'ask-alipay-payments', 'ask-wechat-payments', 'finish-refunds', 'send-refund', 'close-trades',
  'clean-up',
  'anonymise-accounts', 'index-products', 'check-import', 'apply-import', 'make-variants', 'sweep-files',
  'reconcile-bills', 'write-audit-log', 'redeliver-simulated-notices',
] as const

/** What runs when: sweeps by the clock, the others when a transaction sends them. */
export function makeJobs(deps: Deps, desk: DeskParts | null): Job[] {
  const { db, now } = deps
  const refunds = refundSenderOf(deps)
  const jobs: Job[] = [
    { name: 'expire-unpaid-orders', cron: EVERY_MINUTE, run: () => expireUnpaidOrders(deps) },
    { name: 'ask-alipay-payments', cron: EVERY_MINUTE, run: () => askCompany(deps, 'alipay') },
    { name: 'ask-wechat-payments', cron: EVERY_MINUTE, run: () => askCompany(deps, 'wechat') },
    { name: 'finish-refunds', cron: EVERY_MINUTE, run: () => finishRefunds(refunds) },
    { name: 'send-refund', run: async (body) => void (await sendRefund(refunds, Number(body.refundId))) },
    { name: 'close-trades', run: (body) => closeTrades(deps, { orderId: Number(body.orderId) }) },
    { name: 'clean-up', cron: '17 * * * *', run: () => cleanUp(deps) },
    { name: 'anonymise-accounts', cron: '37 * * * *', run: () => anonymiseAccounts(deps) },
    { name: 'index-products', cron: '*/10 * * * *', run: () => indexMissingProducts(deps) },
    { name: 'make-variants', run: async (body) => ({ ...NOTHING, done: await makeVariants(deps.files, String(body.path)) }) },
    // The companies have yesterday's bill by ten; an hour that was missed is made up for by the next.
    { name: 'reconcile-bills', cron: '30 10-22 * * *', run: () => reconcileDueDays(reconcilerOf(deps)) },
    { name: 'write-audit-log', cron: EVERY_MINUTE, run: () => writeAuditLog(db, deps.auditLog) },
    { name: 'sweep-files', cron: '47 3 * * *', run: () => sweepOldFiles(deps) },
  ]
  jobs.push({ name: 'check-import', run: (body) => checkImport({ db, now }, importAsked(body)) })
  jobs.push({ name: 'apply-import', run: (body) => applyImport({ db, now }, importAsked(body)) })
  if (desk) jobs.push({ name: 'redeliver-simulated-notices', cron: EVERY_MINUTE, run: () => redeliverNotices(desk, now()) })
  return jobs
}

/** One job per company: one that is slow does not hold up the other. */
async function askCompany(deps: Deps, name: ProviderName): Promise<JobReport> {
  const provider = deps.payments[name]
  return provider ? askOpenPayments({ ...deps, provider }) : NOTHING
}

async function redeliverNotices({ alipay, wechatPay }: DeskParts, at: Date): Promise<JobReport> {
  const [one, other] = [await alipay.redeliver(at), await wechatPay.redeliver(at)]
  return { done: one.done + other.done, failed: one.failed + other.failed, skipped: one.skipped + other.skipped }
}

function importAsked(body: Record<string, unknown>) {
  return { importId: Number(body.importId), actorId: Number(body.actorId) }
}

/** Forgets what no rule asks for any more: old answers, throttles, due moments, carts of strangers. */
async function cleanUp({ db, now, config, files }: Deps): Promise<JobReport> {
  const ago = (days: number) => new Date(now().getTime() - days * 86_400_000)
  const gone = await Promise.all([
    db.deleteFrom('platform.idempotency_keys').where('created_at', '<', ago(1)).executeTakeFirst(),
    db.deleteFrom('platform.cron_slots').where('due_at', '<', ago(2)).executeTakeFirst(),
    db.deleteFrom('platform.throttles').where(sql<boolean>`hits = '{}' or hits[array_upper(hits, 1)] < ${ago(1)}`).executeTakeFirst(),
    db.deleteFrom('platform.short_lived').where('until', '<', ago(1)).executeTakeFirst(),
    db.deleteFrom('cart.lines').where('guest_hash', 'is not', null).where('updated_at', '<', ago(365)).executeTakeFirst(),
    db.deleteFrom('accounts.refresh_tokens').where('expires_at', '<', ago(30)).executeTakeFirst(),
    db.deleteFrom('search.logs').where('created_at', '<', ago(180)).executeTakeFirst(),
    db.deleteFrom('bulk.imports').where('created_at', '<', ago(90)).executeTakeFirst(),
    db.deleteFrom('search.logs').where('user_id', 'in', deletedPeople(db)).executeTakeFirst(),
    db.deleteFrom('search.browse_history').where('user_id', 'in', deletedPeople(db)).executeTakeFirst(),
  ])
  // What a replaced key signed has expired by then; clocks of processes differ by less than a day.
  const retired = [
    await retireKeys(db, TOKEN_KEYS, ago(config.accessDays + 1)), await retireKeys(db, PROOF_KEYS, ago(1)),
  ]
  const kept = retired.reduce((sum, each) => sum + each, await removeOrphanImages({ db, files }, ago(7)))
  return { ...NOTHING, done: kept + gone.reduce((sum, each) => sum + Number(each.numDeletedRows), 0) }
}

/** Pictures that somebody uploaded for something that came to nothing. @returns how many went */
async function removeOrphanImages({ db, files }: Pick<Deps, 'db' | 'files'>, before: Date): Promise<number> {
  let done = 0
  for (const id of await selectOrphanImages(db, before, ORPHANS_AT_ONCE)) {
    const image = await inTransaction(db, (tx) => removeOrphan(tx, { id, before, countUses: selectMediaUses }))
    if (!image) continue
    await files.remove(image.path)
    done += 1
  }
  return done
}

/** Files of uploads that came to nothing; what lies in the folders of today and yesterday may be under way. */
async function sweepOldFiles({ db, files, now }: Deps): Promise<JobReport> {
  const yesterday = dayOf(new Date(now().getTime() - 86_400_000))
  const inUse = { manuals: selectManualPaths, private: selectProofPaths }
  return { ...NOTHING, done: await sweepFiles({ db, files, inUse }, yesterday) }
}

/** What a server that was still answering them wrote after they were gone. */
function deletedPeople(db: Db) {
  return db.selectFrom('accounts.users').select('id').where('deleted_at', 'is not', null)
}

/** Lets searching find what came by another way than the catalog's, or was indexed by an earlier edition. */
async function indexMissingProducts({ db }: Deps): Promise<JobReport> {
  let done = 0
  for (;;) {
    const productIds = await selectUnindexedProducts(db, INDEX_EDITION, PRODUCTS_AT_ONCE)
    if (productIds.length === 0) return { ...NOTHING, done }
    await inTransaction(db, (tx) => indexProductsOf(tx, { productIds }))
    done += productIds.length
  }
}

/** Takes people out of the accounts they asked to be deleted, when the days to think it over are gone. */
async function anonymiseAccounts({ db, now, files }: Deps): Promise<JobReport> {
  const at = now()
  const due = await selectDueDeletions(db, at)
  let done = 0
  for (const userId of due) {
    const picture = await inTransaction(db, async (tx) => {
      const path = await anonymisePerson(tx, { userId, countOpen: (inTx) => selectOpenBusiness(inTx, userId), at })
      if (path === null) return null
      await forgetAddresses(tx, userId)
      await forgetCart(tx, userId)
      await forgetSearcher(tx, userId)
      return path
    })
    if (picture === null) continue
    if (isUploadOf(userId, picture)) await files.remove(picture)
    done += 1
  }
  return { done, failed: 0, skipped: due.length - done }
}

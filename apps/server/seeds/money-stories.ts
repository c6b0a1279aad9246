import type { Loading } from '../src/cli/living-shop.ts'
import { inTransaction } from '../src/platform/db.ts'
import { compareBills, whileCompaniesAnswer } from './money-stories/bills.ts'
import { refundStories } from './money-stories/refunds.ts'
import { openStage } from './money-stories/stage.ts'
import { suspenseStories } from './money-stories/suspense.ts'
import { transferStories } from './money-stories/transfers.ts'

/**
 * What the money desks of the living shop have to do: transfers to look at, refunds that wait for a person, money in
 * suspense, bills that differ. All of it happened by the use cases, so that the money book agrees with it.
 */
export async function tellMoneyStories({ deps, desk, say }: Loading): Promise<void> {
  if (!desk) return
  const startedAt = performance.now()
  const adminId = await inTransaction(deps.db, async (tx) => {
    const stage = openStage(tx, deps, desk)
    const stories = [...transferStories(stage), ...(await refundStories(stage)), ...suspenseStories(stage)]
    for (const { tell } of stories.sort((a, b) => a.endsAt.getTime() - b.endsAt.getTime())) await tell()
    return stage.adminId
  })
  await whileCompaniesAnswer(deps.config.port, desk, () => compareBills({ deps, desk, adminId }))
  say(`  The money desks have something to do (${((performance.now() - startedAt) / 1_000).toFixed(1)} s)`)
}

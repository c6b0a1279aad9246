import type { Loading } from '../src/cli/living-shop.ts'
import type { Deps } from '../src/http/deps.ts'
import { inTransaction } from '../src/platform/db.ts'
import type { Tx } from '../src/platform/db.ts'
import { deletePart, putPart, selectPart } from './living-shop/parts.ts'
import { compareBills, whileCompaniesAnswer } from './money-stories/bills.ts'
import { refundStories } from './money-stories/refunds.ts'
import { openStage } from './money-stories/stage.ts'
import { suspenseStories } from './money-stories/suspense.ts'
import { transferStories } from './money-stories/transfers.ts'

/**
 * What the money desks of the living shop have to do: transfers to look at, refunds that wait for a person, money in
 * suspense, bills that differ. All of it happened by the use cases, so that the money book agrees with it. What has
 * been told is not told again: the stories are one transaction, and the bills go on where they were.
 */
export async function tellMoneyStories({ deps, desk, say }: Loading): Promise<void> {
  if (!desk) return
  const startedAt = performance.now()
  if (await selectPart(deps.db, 'stories')) await inTransaction(deps.db, (tx) => tellStories(tx, deps))
  const at = await selectPart(deps.db, 'bills')
  if (!at) return
  await whileCompaniesAnswer(deps.config.port, desk, () => compareBills({ deps, desk, at }))
  await inTransaction(deps.db, (tx) => deletePart(tx, 'bills'))
  say(`  The money desks have something to do (${((performance.now() - startedAt) / 1_000).toFixed(1)} s)`)
}

async function tellStories(tx: Tx, deps: Deps): Promise<void> {
  const stage = openStage(tx, deps)
  const stories = [...transferStories(stage), ...(await refundStories(stage)), ...suspenseStories(stage)]
  for (const { tell } of stories.sort((a, b) => a.endsAt.getTime() - b.endsAt.getTime())) await tell()
  await deletePart(tx, 'stories')
  await putPart(tx, 'bills', deps.now())
}

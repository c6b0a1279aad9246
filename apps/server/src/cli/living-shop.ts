import type { Deps } from '../http/deps.ts'
import type { DeskParts } from '../http/dev-desk/index.ts'

export type Loading = { deps: Deps; desk: DeskParts | null; say(text: string): void }

/**
 * Loads the living shop when the database has no people yet, and goes on with a loading that was ended before its end.
 * Any other shop is left alone. Never in production.
 */
export async function loadLivingShopIfEmpty(loading: Loading): Promise<void> {
  if (await isComplete(loading)) return
  const { oneAtATime } = await import('../../seeds/living-shop/parts.ts')
  await oneAtATime(loading.deps.db, async () => {
    if (await isComplete(loading)) return
    const { deps, say } = loading
    const startedAt = performance.now()
    const [{ loadLivingShop }, { tellMoneyStories }] = await Promise.all([
      import('../../seeds/living-shop.ts'), import('../../seeds/money-stories.ts'),
    ])
    if (await hasPeople(deps)) say('Going on with the living shop (demo data), whose loading was interrupted …')
    else {
      say('Loading the living shop (demo data) …')
      await loadLivingShop(loading)
    }
    await tellMoneyStories(loading)
    say(`The living shop is open (${((performance.now() - startedAt) / 1000).toFixed(1)} s).`)
  })
}

async function isComplete({ deps, desk }: Loading): Promise<boolean> {
  if (!(await hasPeople(deps))) return false
  if (!desk) return true
  const { isUnfinished } = await import('../../seeds/living-shop/parts.ts')
  return !(await isUnfinished(deps.db))
}

async function hasPeople({ db }: Pick<Deps, 'db'>): Promise<boolean> {
  return (await db.selectFrom('accounts.users').select('id').limit(1).executeTakeFirst()) !== undefined
}

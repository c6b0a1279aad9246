import type { Deps } from '../http/deps.ts'
import type { DeskParts } from '../http/dev-desk/index.ts'

export type Loading = { deps: Deps; desk: DeskParts | null; say(text: string): void }

/** Loads the living shop when the database has no people yet. Never in production. */
export async function loadLivingShopIfEmpty(loading: Loading): Promise<void> {
  const { deps, say } = loading
  const someone = await deps.db.selectFrom('accounts.users').select('id').limit(1).executeTakeFirst()
  if (someone) return
  const startedAt = performance.now()
  say('Loading the living shop (demo data) …')
  const [{ loadLivingShop }, { tellMoneyStories }] = await Promise.all([
    import('../../seeds/living-shop.ts'), import('../../seeds/money-stories.ts'),
  ])
  await loadLivingShop(loading)
  await tellMoneyStories(loading)
  say(`The living shop is open (${((performance.now() - startedAt) / 1000).toFixed(1)} s).`)
}

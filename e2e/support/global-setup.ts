import type { FullConfig } from '@playwright/test'
import { startHearth } from './hearth.ts'

/** Starts a shop for every worker and answers how to stop them; those that are named already are taken as they are. */
export default async function globalSetup({ workers }: FullConfig): Promise<(() => Promise<void>) | undefined> {
  if (process.env.HEARTH_E2E_URL) return undefined
  const shops = await Promise.all(Array.from({ length: workers }, () => startHearth()))
  process.env.HEARTH_E2E_URL = shops.map(({ url }) => url).join(' ')
  return async () => void await Promise.all(shops.map((hearth) => hearth.stop()))
}

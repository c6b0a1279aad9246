import { startHearth } from './hearth.ts'

/** Starts the shop that all tests visit and answers how to stop it; one that is named already is taken as it is. */
export default async function globalSetup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.HEARTH_E2E_URL) return undefined
  const hearth = await startHearth()
  process.env.HEARTH_E2E_URL = hearth.url
  return hearth.stop
}

import { checkLint, checkTypes, runTests } from './lib/checks.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { main } from './lib/root.mjs'
import { seconds } from './lib/screen.mjs'

const CHECKS = {
  types: () => checkTypes({ quiet: true }),
  lint: () => checkLint({ quiet: true }),
  architecture: () => runTests(['apps/server/tests/architecture.test.ts'], { quiet: true }),
}

await main(async () => {
  await ensureInstalled()
  console.log(`Checking ${Object.keys(CHECKS).join(', ')} …`)
  const codes = await Promise.all(Object.entries(CHECKS).map(async ([name, work]) => {
    const began = performance.now()
    const { failed, output } = await work()
    if (failed > 0) console.log(output.trim())
    console.log(`${failed > 0 ? '✗' : '✓'} ${name} · ${seconds(performance.now() - began)}`)
    return failed > 0 ? 1 : 0
  }))
  return Math.max(...codes)
})

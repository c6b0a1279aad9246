import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { checkLint, checkTypes, findChromium, oneCheck, runBrowserTests, runTests } from './lib/checks.mjs'
import { ensureBuilt } from './lib/front-ends.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { ROOT, main } from './lib/root.mjs'
import { npm } from './lib/run.mjs'
import { newTally } from './lib/tally.mjs'

const BROWSER = 'browser tests'
const MINI_PROGRAM = join(ROOT, 'apps', 'miniprogram')

await main(async () => {
  await ensureInstalled()
  const tally = newTally(['1', 'true'].includes(process.env.CI ?? ''))
  await tally.step('types', () => checkTypes())
  await tally.step('lint', () => checkLint())
  await tally.step('architecture, unit, integration, journeys', () => runTests([]))
  await tally.step('front ends build', async () => {
    if ((await ensureBuilt()) === 0) console.log('built already, nothing changed since')
    return oneCheck({ code: 0 })
  })
  const chromium = findChromium()
  if (chromium) await tally.step(BROWSER, () => runBrowserTests(chromium))
  else tally.leaveOut(BROWSER, 'no Chromium on this machine (install one, or name it with CHROMIUM_PATH)')
  if (existsSync(join(MINI_PROGRAM, 'package.json'))) await tally.step('mini-program build and run', testMiniProgram)
  return tally.finish()
})

async function testMiniProgram() {
  await ensureInstalled(MINI_PROGRAM)
  return oneCheck(await npm(['test'], { cwd: MINI_PROGRAM }))
}

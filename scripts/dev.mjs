import { watch } from 'node:fs'
import { utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { ensureBuilt, isSource, sourceFolders } from './lib/front-ends.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { ROOT, main } from './lib/root.mjs'
import { serve } from './lib/serve.mjs'

const SERVER = join(ROOT, 'apps', 'server', 'src', 'main.ts')
const QUIET_MS = 300
let broken = false

await main(async () => {
  await ensureInstalled()
  await build()
  rebuildOnChange()
  return serve(SERVER, { flags: ['--watch', '--watch-preserve-output'] })
})

/**
 * A front end that does not build is reported; the watch goes on. A server that began without its pages does not watch
 * them, so the first whole build after a broken one restarts it.
 */
async function build() {
  try {
    await ensureBuilt()
    if (broken) await utimes(SERVER, new Date(), new Date())
    broken = false
  } catch (error) {
    broken = true
    console.error(error?.name === 'Sentence' ? error.message : error)
  }
}

/** Rebuilds the front ends a change makes stale, once the last change is a moment ago and no build runs. */
function rebuildOnChange() {
  let timer
  let building = null
  const later = () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      if (building) return later()
      building = build().finally(() => { building = null })
    }, QUIET_MS)
  }
  const onChange = (_event, path) => { if (path && isSource(path)) later() }
  for (const folder of sourceFolders()) watch(folder, { recursive: true, persistent: false }, onChange)
}

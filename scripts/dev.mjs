import { watch } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt, isSource, sourceFolders } from './lib/front-ends.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { ROOT, main } from './lib/root.mjs'
import { serve } from './lib/serve.mjs'

const QUIET_MS = 300

await main(async () => {
  await ensureInstalled()
  await build()
  rebuildOnChange()
  return serve(join(ROOT, 'apps', 'server', 'src', 'main.ts'), { flags: ['--watch', '--watch-preserve-output'] })
})

/** A front end that does not build is reported; the watch goes on. */
async function build() {
  await ensureBuilt().catch((error) => console.error(error?.name === 'Sentence' ? error.message : error))
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
  for (const folder of sourceFolders()) {
    watch(folder, { recursive: true }, (_event, path) => { if (path && isSource(path)) later() })
  }
}

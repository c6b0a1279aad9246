import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt } from './lib/front-ends.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { ROOT, main, sentence } from './lib/root.mjs'
import { serve } from './lib/serve.mjs'

await main(async () => {
  await ensureInstalled()
  await ensureBuilt()
  const server = join(ROOT, 'apps', 'server', 'src', 'main.ts')
  if (!existsSync(server)) throw sentence(`The server's program ${server} is missing; is the project whole?`)
  return serve(server, { words: process.argv.slice(2) })
})

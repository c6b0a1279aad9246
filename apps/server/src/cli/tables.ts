import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const out = fileURLToPath(new URL('../platform/tables.ts', import.meta.url))

/** Writes `platform/tables.ts` from a migrated database, with kysely-codegen. */
export function generateTables(url: string, outFile = out): void {
  const bin = fileURLToPath(new URL('../../../../node_modules/kysely-codegen/dist/cli/bin.js', import.meta.url))
  const args = [
    bin, '--dialect', 'postgres', '--url', url, '--out-file', outFile, '--date-parser', 'string',
    '--type-mapping', JSON.stringify({ int8: 'number' }), '--exclude-pattern', '{pgboss.*,platform.migrations}',
    '--log-level', 'warn',
  ]
  const done = spawnSync(process.execPath, args, { stdio: 'inherit' })
  if (done.status !== 0) throw new Error('kysely-codegen failed')
}

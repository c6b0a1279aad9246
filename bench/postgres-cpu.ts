import { readFile, readdir } from 'node:fs/promises'
import pg from 'pg'

const TICK_MS = 10
const [PARENT, USER, SYSTEM, DEAD_CHILDREN_USER, DEAD_CHILDREN_SYSTEM] = [1, 11, 12, 13, 14]

/** CPU milliseconds that a whole PostgreSQL has used so far; null where there is no /proc. */
export type PostgresCpu = () => Promise<number | null>

/** Finds the server process behind a URL. */
export async function openPostgresCpu(url: string): Promise<{ version: string; cpuMs: PostgresCpu }> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ version: string; pid: number }>(
    `select current_setting('server_version') as version, pg_backend_pid() as pid`)
  const [{ version, pid } = { version: 'unknown', pid: 0 }] = rows
  const main = (await statOf(pid))?.[PARENT] ?? null
  await client.end()
  return { version, cpuMs: async () => (main === null ? null : sumOf(main)) }
}

async function sumOf(main: number): Promise<number> {
  let ticks = 0
  for (const name of await readdir('/proc')) {
    const stat = /^\d+$/.test(name) ? await statOf(Number(name)) : null
    if (!stat) continue
    if (Number(name) === main) ticks += part(stat, DEAD_CHILDREN_USER) + part(stat, DEAD_CHILDREN_SYSTEM)
    if (Number(name) === main || stat[PARENT] === main) ticks += part(stat, USER) + part(stat, SYSTEM)
  }
  return ticks * TICK_MS
}

function part(stat: readonly number[], at: number): number {
  return stat[at] ?? 0
}

/** The numbers of /proc/<pid>/stat behind the name: state (no number), parent, … */
async function statOf(pid: number): Promise<number[] | null> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null)
  return text === null ? null : text.slice(text.lastIndexOf(')') + 2).split(' ').map(Number)
}

import { setTimeout as wait } from 'node:timers/promises'
import autocannon from 'autocannon'
import { hashPassword } from '../apps/server/src/modules/accounts/index.ts'
import { openDb } from '../apps/server/src/platform/db.ts'
import type { Server } from './child.ts'
import { nextTurn } from './operations.ts'
import { SKU_QTY } from './shop-rows.ts'

/** Times of a steady trickle of other requests, alone and while people sign in, and of the sign-ins themselves. */
export type BesideSignIns = { aloneMs: number[]; besideMs: number[]; signInMs: number[]; seconds: number }

const PASSWORD = 'bench-password-1'
const CROWD = 50
const OTHERS_PER_SECOND = 100
const OTHERS = 10
const GOAL = 2
/** Turns are short, so that a bad moment of the machine falls on both sides. */
const TURN_SECONDS = 4
const ARRIVAL_MS = 1_000

export async function givePasswords(url: string): Promise<void> {
  const db = openDb({ url, maxConnections: 1 })
  await db.updateTable('accounts.users').set({ password_hash: await hashPassword(PASSWORD) }).execute()
  await db.destroy()
}

type Measure = { seconds: number; rounds: number; say(text: string): void }

/** Open loop: others come at a steady pace, however long each is answered, as visitors of a shop do. */
export async function measureSignIns(server: Server, { seconds, rounds, say }: Measure): Promise<BesideSignIns> {
  const turns = Math.max(1, Math.ceil((seconds * rounds) / TURN_SECONDS))
  const found: BesideSignIns = { aloneMs: [], besideMs: [], signInMs: [], seconds: turns * (TURN_SECONDS + 2) }
  await others(server)
  await crowd(server)
  for (let turn = 0; turn < turns; turn += 1) {
    const alone = await others(server)
    // They all come at the same moment once; what is measured is that they are there.
    const crowded = crowd(server)
    await wait(ARRIVAL_MS)
    const beside = await others(server)
    const people = await crowded
    found.aloneMs.push(...alone)
    found.besideMs.push(...beside)
    found.signInMs.push(...people)
    say(`sign-ins ${turn + 1} of ${turns}: others' p99 ${part(alone, 0.99).toFixed(0)} ms alone, ${part(beside, 0.99).toFixed(0)} ms beside`)
  }
  return found
}

function others(server: Server): Promise<number[]> {
  return run(server, autocannon({
    url: server.url, connections: OTHERS, duration: TURN_SECONDS, overallRate: OTHERS_PER_SECOND,
    requests: [{ setupRequest: (request) => ({ ...request, path: `/api/skus/${1 + Math.floor(Math.random() * SKU_QTY)}/` }) }],
  }))
}

function crowd(server: Server): Promise<number[]> {
  return run(server, autocannon({
    url: server.url, connections: CROWD, duration: TURN_SECONDS + 2,
    requests: [{
      method: 'POST', path: '/api/authorizations/', headers: { 'content-type': 'application/json' },
      setupRequest: (request) => ({
        ...request, body: JSON.stringify({ username: `buyer-${nextTurn().buyer + 1}`, password: PASSWORD }),
      }),
    }],
  }))
}

/** The time of every answer. Throws when anything is refused. */
async function run(server: Server, asking: ReturnType<typeof autocannon>): Promise<number[]> {
  const times: number[] = []
  asking.on('response', (_connection, _status, _bytes, ms) => void times.push(ms))
  const { non2xx, errors, timeouts } = await asking
  if (non2xx + errors + timeouts > 0) throw new Error(`${non2xx} refused, ${errors} broken off, ${timeouts} too late\n${server.said()}`)
  return times
}

function part(times: readonly number[], share: number): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length * share)] ?? 0
}

/** The section of RESULTS.md. */
export function signInsText({ aloneMs, besideMs, signInMs, seconds }: BesideSignIns): string {
  const [alone, beside] = [part(aloneMs, 0.99), part(besideMs, 0.99)]
  const ratio = beside / alone
  return [
    '## Beside sign-ins', '',
    `${CROWD} people sign in at once, each again as soon as he is in (argon2id, 19 MiB, 2 passes): ${(signInMs.length / seconds).toFixed(0)} a second,`,
    `each after ${part(signInMs, 0.5).toFixed(0)} ms (p50). Meanwhile ${OTHERS_PER_SECOND} SKU details a second are asked for at a steady pace;`,
    `turns of ${TURN_SECONDS} s with and without the crowd, which has been there for a second:`, '',
    `p50 ${part(aloneMs, 0.5).toFixed(1)} ms alone, ${part(besideMs, 0.5).toFixed(1)} ms beside the sign-ins;`,
    `p99 ${alone.toFixed(0)} ms alone, ${beside.toFixed(0)} ms beside: ${ratio.toFixed(1)} ×, goal < ${GOAL} ×: ${ratio < GOAL ? 'met' : 'missed'}.`, '',
  ].join('\n')
}

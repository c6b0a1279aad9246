import autocannon from 'autocannon'
import { hashPassword } from '../apps/server/src/modules/accounts/index.ts'
import { openDb } from '../apps/server/src/platform/db.ts'
import type { Server } from './child.ts'
import { nextTurn } from './operations.ts'
import { median } from './results.ts'
import { SKU_QTY } from './shop-rows.ts'

/** p99 of a steady trickle of other requests, alone and while people sign in; sign-ins a second meanwhile. */
export type BesideSignIns = { aloneMs: number; besideMs: number; perSecond: number; signInMs: number }

const PASSWORD = 'bench-password-1'
const CROWD = 50
const OTHERS_PER_SECOND = 60
const OTHERS = 6
const GOAL = 2

export async function givePasswords(url: string): Promise<void> {
  const db = openDb({ url, maxConnections: 1 })
  await db.updateTable('accounts.users').set({ password_hash: await hashPassword(PASSWORD) }).execute()
  await db.destroy()
}

type Measure = { seconds: number; rounds: number; say(text: string): void }

/** Open loop: others come at a steady pace, however long each is answered, as visitors of a shop do. */
export async function measureSignIns(server: Server, { seconds, rounds, say }: Measure): Promise<BesideSignIns> {
  const found: BesideSignIns[] = []
  await others(server, 2)
  await crowd(server, 2)
  for (let round = 0; round < rounds; round += 1) {
    const alone = await others(server, seconds)
    const [people, beside] = await Promise.all([crowd(server, seconds), others(server, seconds)])
    const one = { aloneMs: alone.p99, besideMs: beside.p99, perSecond: people.perSecond, signInMs: people.p50 }
    found.push(one)
    say(`sign-ins ${round + 1}: ${one.perSecond.toFixed(0)} /s; others' p99 ${one.aloneMs} ms alone, ${one.besideMs} ms beside`)
  }
  const middle = (key: keyof BesideSignIns) => median(found.map((each) => each[key]))
  return {
    aloneMs: middle('aloneMs'), besideMs: middle('besideMs'), perSecond: middle('perSecond'), signInMs: middle('signInMs'),
  }
}

async function others(server: Server, duration: number): Promise<{ p99: number }> {
  const result = await autocannon({
    url: server.url, connections: OTHERS, duration, overallRate: OTHERS_PER_SECOND,
    requests: [{ setupRequest: (request) => ({ ...request, path: `/api/skus/${1 + Math.floor(Math.random() * SKU_QTY)}/` }) }],
  })
  refuseFailures(result, server)
  return { p99: result.latency.p99 }
}

async function crowd(server: Server, duration: number): Promise<{ perSecond: number; p50: number }> {
  const result = await autocannon({
    url: server.url, connections: CROWD, duration,
    requests: [{
      method: 'POST', path: '/api/authorizations/', headers: { 'content-type': 'application/json' },
      setupRequest: (request) => ({
        ...request, body: JSON.stringify({ username: `buyer-${nextTurn().buyer + 1}`, password: PASSWORD }),
      }),
    }],
  })
  refuseFailures(result, server)
  return { perSecond: result.requests.average, p50: result.latency.p50 }
}

type Failures = { non2xx: number; errors: number; timeouts: number }

function refuseFailures({ non2xx, errors, timeouts }: Failures, server: Server): void {
  if (non2xx + errors + timeouts > 0) throw new Error(`${non2xx} refused, ${errors} broken off, ${timeouts} too late\n${server.said()}`)
}

/** The section of RESULTS.md. */
export function signInsText({ aloneMs, besideMs, perSecond, signInMs }: BesideSignIns): string {
  const ratio = besideMs / aloneMs
  return [
    '## Beside sign-ins', '',
    `${CROWD} people sign in at once, each again as soon as he is in (argon2id, 19 MiB, 2 passes): ${perSecond.toFixed(0)} a second,`,
    `each after ${signInMs.toFixed(0)} ms (p50). Meanwhile ${OTHERS_PER_SECOND} SKU details a second are asked for at a steady pace:`, '',
    `p99 ${aloneMs.toFixed(0)} ms alone, ${besideMs.toFixed(0)} ms beside the sign-ins: ${ratio.toFixed(1)} ×, goal < ${GOAL} ×: ${ratio < GOAL ? 'met' : 'missed'}.`, '',
  ].join('\n')
}

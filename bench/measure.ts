import autocannon from 'autocannon'
import type { Server } from './child.ts'
import { nextTurn } from './operations.ts'
import type { Operation, Step, Turn } from './operations.ts'
import type { PostgresCpu } from './postgres-cpu.ts'

/** One measurement: times per run through the operation, all its requests together. */
export type Measured = {
  perSecond: number
  p50Ms: number
  p99Ms: number
  appCpuMs: number
  postgresCpuMs: number | null
}
export type Measure = {
  server: Server
  steps: readonly Step[]
  heard?: Operation['heard']
  tokens: readonly string[]
  postgresCpuMs: PostgresCpu
  warmSeconds: number
  seconds: number
}

const CONNECTIONS = 16
type Context = { turn: Turn }

/** Closed loop: each of 16 connections asks again as soon as it is answered. Throws when anything is refused. */
export async function measure(o: Measure): Promise<Measured> {
  await tryOnce(o)
  await load(o, o.warmSeconds)
  const before = await cpuOf(o)
  const { times, tookMs } = await load(o, o.seconds)
  const after = await cpuOf(o)
  const sorted = times.sort((a, b) => a - b)
  const qty = sorted.length
  const at = (part: number) => sorted[Math.floor(qty * part)] ?? 0
  const { postgres } = before
  return {
    perSecond: (qty * 1_000) / tookMs, p50Ms: at(0.5), p99Ms: at(0.99), appCpuMs: (after.app - before.app) / qty,
    postgresCpuMs: after.postgres === null || postgres === null ? null : (after.postgres - postgres) / qty,
  }
}

async function cpuOf({ server, postgresCpuMs }: Measure) {
  return { app: await server.cpuMs(), postgres: await postgresCpuMs() }
}

/** Goes through the operation once, so that what is wrong is seen and not only counted. */
async function tryOnce({ server, steps, tokens, heard }: Measure): Promise<void> {
  const turn = nextTurn()
  for (const [at, step] of steps.entries()) {
    const { path, ...asked } = step(turn, tokens)
    const answer = await fetch(`${server.url}${path}`, asked)
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${asked.method} ${path} answered ${answer.status}: ${text}`)
    if (at === heard?.step) heard.note(turn, text)
  }
}

async function load(o: Measure, seconds: number): Promise<{ times: number[]; tookMs: number }> {
  const times: number[] = []
  const sequences = new Map<unknown, { done: number; ms: number }>()
  const beganAt = performance.now()
  let endedAt = beganAt
  const run = autocannon<Context>({
    url: o.server.url, connections: CONNECTIONS, duration: seconds,
    requests: o.steps.map((step, at) => ({
      setupRequest: (request, context) => {
        if (at === 0) context.turn = nextTurn()
        return { ...request, ...step(context.turn, o.tokens) }
      },
      ...(at === o.heard?.step ? { onResponse: (status, text, context) => {
        if (status < 300) o.heard?.note(context.turn, text)
      } } : {}),
    })),
  })
  const statuses = new Map<number, number>()
  run.on('response', (connection, status, _bytes, ms) => {
    statuses.set(status, (statuses.get(status) ?? 0) + 1)
    const { done, ms: before } = sequences.get(connection) ?? { done: 0, ms: 0 }
    const isWhole = done + 1 === o.steps.length
    sequences.set(connection, isWhole ? { done: 0, ms: 0 } : { done: done + 1, ms: before + ms })
    if (!isWhole) return
    times.push(before + ms)
    endedAt = performance.now()
  })
  const result = await run
  const refused = result.non2xx + result.errors + result.timeouts
  if (refused > 0) {
    const by = [...statuses].map(([status, qty]) => `${qty} × ${status}`).join(', ')
    throw new Error(`Not all was answered well: ${by}, ${result.errors} broken off, ${result.timeouts} too late\n${o.server.said()}`)
  }
  return { times, tookMs: endedAt - beganAt }
}

import { loadavg } from 'node:os'
import type { Server } from './child.ts'
import { SIZE_HEADING } from './sections.ts'
import { sizeOperations } from './size-operations.ts'
import type { SizeOperation } from './size-operations.ts'
import { SIZES, openSizedShop } from './size-shops.ts'
import type { Sample, Size } from './size-shops.ts'
import { startHearth } from './start-hearth.ts'

type Side = { server: Server; sample: Sample }
type Times = Record<Size, number[]>
type Line = { operation: SizeOperation; p50: Record<Size, number>; p95: Record<Size, number>; ratio: number }

const GOAL = 1.5
const TURNS = 300
const WARM_TURNS = 10
const AT_MOST_MS = 180_000

/**
 * Measures the same requests at a shop of 120 products and at one of 100,000, one at a time, in turn, all kinds mixed.
 * @returns the section of RESULTS.md
 */
export async function sizeSection(benchUrl: string, say: (text: string) => void): Promise<string> {
  const at = new Date()
  const loadBefore = loadavg()[0] ?? 0
  const sides = { small: await openSide(benchUrl, 'small', say), big: await openSide(benchUrl, 'big', say) }
  try {
    const { times, turns } = await takeTurns(sides, say)
    const lines = [...times].map(([operation, of]) => lineOf(operation, of))
    return textOf(lines, { at, loadBefore, turns })
  } finally {
    await sides.small.server.stop()
    await sides.big.server.stop()
  }
}

async function openSide(benchUrl: string, size: Size, say: (text: string) => void): Promise<Side> {
  const { url, sample } = await openSizedShop(benchUrl, size, say)
  return { sample, server: await startHearth({ databaseUrl: url, folder: `hearth-${size}` }) }
}

async function takeTurns(sides: Record<Size, Side>, say: (text: string) => void) {
  const times = new Map(sizeOperations.map((operation) => [operation, { small: [], big: [] } as Times]))
  const endsAt = performance.now() + AT_MOST_MS
  let turns = 0
  for (let n = 0; turns < TURNS && performance.now() < endsAt; n += 1) {
    for (const [operation, found] of times) {
      const taken = await askBoth(sides, operation, n)
      if (n < WARM_TURNS) continue
      found.small.push(taken.small)
      found.big.push(taken.big)
    }
    if (n < WARM_TURNS) continue
    turns += 1
    if (turns % 50 === 0) say(`turn ${turns} of ${TURNS}`)
  }
  return { times, turns }
}

/** Who is asked first changes with every turn. */
async function askBoth(sides: Record<Size, Side>, operation: SizeOperation, n: number): Promise<Record<Size, number>> {
  const taken = { small: 0, big: 0 }
  for (const size of n % 2 === 0 ? (['small', 'big'] as const) : (['big', 'small'] as const)) {
    taken[size] = await ask(sides[size], operation, n)
  }
  return taken
}

async function ask({ server, sample }: Side, { path, isAdmin }: SizeOperation, n: number): Promise<number> {
  const headers = isAdmin ? { authorization: `Bearer ${sample.adminToken}` } : undefined
  const url = `${server.url}${path(sample, n)}`
  const beganAt = performance.now()
  const answer = await fetch(url, { headers })
  const text = await answer.text()
  const ms = performance.now() - beganAt
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${text}\n${server.said()}`)
  return ms
}

function lineOf(operation: SizeOperation, { small, big }: Times): Line {
  const p95 = { small: part(small, 0.95), big: part(big, 0.95) }
  return { operation, p50: { small: part(small, 0.5), big: part(big, 0.5) }, p95, ratio: p95.big / p95.small }
}

function part(times: readonly number[], share: number): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length * share)] ?? Number.NaN
}

type About = { at: Date; loadBefore: number; turns: number }

function textOf(lines: readonly Line[], { at, loadBefore, turns }: About): string {
  const missed = lines.filter(({ ratio }) => !(ratio <= GOAL))
  const said = (mode: SizeOperation['mode']) => tableOf(lines.filter(({ operation }) => operation.mode === mode))
  return [
    SIZE_HEADING, '',
    `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC: ${turns} turns, load average at the start ${loadBefore.toFixed(1)}`
      + `${loadBefore > 0.5 ? ' (the machine had other work: p95 is noisy)' : ''}.`,
    `${SIZES.small} generated products beside ${SIZES.big.toLocaleString('en')} (three SKUs each), in two databases of one PostgreSQL, each with a`,
    'server of its own. One request at a time, small and large in turn, all kinds mixed; the page sizes are such that both',
    `answer as many rows where the small shop has them. Goal: p95 at most ${GOAL} × that of the small shop.`, '',
    'The same few requests again and again:', '', ...said('again'), '',
    'Requests that nobody made before, so that nothing of their answer is kept:', '', ...said('first'), '',
    missed.length === 0 ? 'Goal met everywhere.' : `Goal missed: ${missed.map(nameOf).join('; ')}.`, '',
  ].join('\n')
}

function nameOf({ operation, ratio }: Line): string {
  return `${operation.title}${operation.mode === 'first' ? ' (first time)' : ''} ${ratio.toFixed(1)} ×`
}

function tableOf(lines: readonly Line[]): string[] {
  const width = Math.max(...lines.map(({ operation }) => operation.title.length))
  const head = ['p50 small', 'p50 large', 'p95 small', 'p95 large', 'ratio of p95']
  const ms = (value: number) => value.toFixed(1)
  return [
    `| ${'ms'.padEnd(width)} | ${head.join(' | ')} |        |`,
    `|${'-'.repeat(width + 2)}|${head.map((text) => `${'-'.repeat(text.length + 1)}:|`).join('')}-------:|`,
    ...lines.map(({ operation, p50, p95, ratio }) => {
      const cells = [ms(p50.small), ms(p50.big), ms(p95.small), ms(p95.big), ratio.toFixed(2)]
        .map((text, at) => text.padStart(head[at]?.length ?? 0))
      return `| ${operation.title.padEnd(width)} | ${cells.join(' | ')} | ${ratio <= GOAL ? '   met' : 'missed'} |`
    }),
  ]
}

import type { Server } from './child.ts'
import type { Size } from './size-shops.ts'

/** One side of a comparison: a server over a database of this size, and what its requests are made of. */
export type Side<Sample> = { server: Server; sample: Sample }
/** One kind of request, the n-th of it. */
export type Compared<Sample> = { title: string; ask(sample: Sample, n: number): Asked }
export type Asked = { path: string; method?: 'POST'; token?: string; body?: unknown }
export type Line<Operation> = {
  operation: Operation; p50: Record<Size, number>; p95: Record<Size, number>; ratio: number
}
export type TwoSizes<Sample, Operation> = {
  sides: Record<Size, Side<Sample>>
  operations: readonly Operation[]
  turns: number
  say: (text: string) => void
}
type Times = Record<Size, number[]>

const WARM_TURNS = 10
const AT_MOST_MS = 180_000

/** Asks the same of a small and a large one, one request at a time, in turn, all kinds mixed. */
export async function compareSizes<Sample, Operation extends Compared<Sample>>(
  { sides, operations, turns: wanted, say }: TwoSizes<Sample, Operation>,
): Promise<{ lines: Line<Operation>[]; turns: number }> {
  const times = new Map(operations.map((operation) => [operation, { small: [], big: [] } as Times]))
  const endsAt = performance.now() + AT_MOST_MS
  let turns = 0
  for (let n = 0; turns < wanted && performance.now() < endsAt; n += 1) {
    for (const [operation, found] of times) {
      const taken = await askBoth(sides, operation, n)
      if (n < WARM_TURNS) continue
      found.small.push(taken.small)
      found.big.push(taken.big)
    }
    if (n < WARM_TURNS) continue
    turns += 1
    if (turns % 50 === 0) say(`turn ${turns} of ${wanted}`)
  }
  return { lines: [...times].map(([operation, of]) => lineOf(operation, of)), turns }
}

/** Who is asked first changes with every turn. */
async function askBoth<Sample>(sides: Record<Size, Side<Sample>>, operation: Compared<Sample>, n: number) {
  const taken: Record<Size, number> = { small: 0, big: 0 }
  for (const size of n % 2 === 0 ? (['small', 'big'] as const) : (['big', 'small'] as const)) {
    taken[size] = await askOne(sides[size], operation, n)
  }
  return taken
}

async function askOne<Sample>(
  { server, sample }: Side<Sample>, operation: Compared<Sample>, n: number,
): Promise<number> {
  const { path, method, token, body } = operation.ask(sample, n)
  const url = `${server.url}${path}`
  const headers = {
    ...(token ? { authorization: `Bearer ${token}` } : {}), ...(body ? { 'content-type': 'application/json' } : {}),
  }
  const beganAt = performance.now()
  const answer = await fetch(url, { method, headers, body: body ? JSON.stringify(body) : undefined })
  const text = await answer.text()
  const ms = performance.now() - beganAt
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${text}\n${server.said()}`)
  return ms
}

function lineOf<Operation>(operation: Operation, { small, big }: Times): Line<Operation> {
  const p95 = { small: part(small, 0.95), big: part(big, 0.95) }
  return { operation, p50: { small: part(small, 0.5), big: part(big, 0.5) }, p95, ratio: p95.big / p95.small }
}

export function part(times: readonly number[], share: number): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length * share)] ?? Number.NaN
}

/** The times of both with the ratio of their p95, and whether it keeps the goal. */
export function sizesTable(lines: readonly Line<{ title: string }>[], goal: number): string[] {
  const width = Math.max(...lines.map(({ operation }) => operation.title.length))
  const head = ['p50 small', 'p50 large', 'p95 small', 'p95 large', 'ratio of p95']
  const ms = (value: number) => value.toFixed(1)
  return [
    `| ${'ms'.padEnd(width)} | ${head.join(' | ')} |        |`,
    `|${'-'.repeat(width + 2)}|${head.map((text) => `${'-'.repeat(text.length + 1)}:|`).join('')}-------:|`,
    ...lines.map(({ operation, p50, p95, ratio }) => {
      const cells = [ms(p50.small), ms(p50.big), ms(p95.small), ms(p95.big), ratio.toFixed(2)]
        .map((text, at) => text.padStart(head[at]?.length ?? 0))
      return `| ${operation.title.padEnd(width)} | ${cells.join(' | ')} | ${ratio <= goal ? '   met' : 'missed'} |`
    }),
  ]
}

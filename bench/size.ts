import { loadavg } from 'node:os'
import { SIZE_HEADING } from './sections.ts'
import { sizeOperations } from './size-operations.ts'
import type { SizeOperation } from './size-operations.ts'
import { SIZES, openSizedShop } from './size-shops.ts'
import type { Sample, Size } from './size-shops.ts'
import { startHearth } from './start-hearth.ts'
import { compareSizes, sizesTable } from './two-sizes.ts'
import type { Line, Side } from './two-sizes.ts'

const GOAL = 1.5
const TURNS = 300

/**
 * Measures the same requests at a shop of 120 products and at one of 100,000.
 * @returns the section of RESULTS.md
 */
export async function sizeSection(benchUrl: string, say: (text: string) => void): Promise<string> {
  const at = new Date()
  const loadBefore = loadavg()[0] ?? 0
  const sides = { small: await openSide(benchUrl, 'small', say), big: await openSide(benchUrl, 'big', say) }
  try {
    const { lines, turns } = await compareSizes({ sides, operations: sizeOperations, turns: TURNS, say })
    return textOf(lines, { at, loadBefore, turns })
  } finally {
    await sides.small.server.stop()
    await sides.big.server.stop()
  }
}

async function openSide(benchUrl: string, size: Size, say: (text: string) => void): Promise<Side<Sample>> {
  const { url, sample } = await openSizedShop(benchUrl, size, say)
  return { sample, server: await startHearth({ databaseUrl: url, folder: `hearth-${size}` }) }
}

type About = { at: Date; loadBefore: number; turns: number }

function textOf(lines: readonly Line<SizeOperation>[], { at, loadBefore, turns }: About): string {
  const missed = lines.filter(({ ratio }) => !(ratio <= GOAL))
  const said = (mode: SizeOperation['mode']) => sizesTable(lines.filter(({ operation }) => operation.mode === mode), GOAL)
  return [
    SIZE_HEADING, '',
    `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC: ${turns} turns, load average at the start ${loadBefore.toFixed(1)}`
      + `${loadBefore > 0.5 ? ' (the machine had other work: p95 is noisy)' : ''}.`,
    `${SIZES.small} generated products beside ${SIZES.big.toLocaleString('en')} (three SKUs each), in two databases of one PostgreSQL, each with a`,
    'server of its own, all pages in the memory of PostgreSQL. One request at a time, small and large in turn, all kinds',
    `mixed; the page sizes are such that both answer as many rows where the small shop has them. Goal: p95 at most ${GOAL} × that of the small shop.`, '',
    'The same few requests again and again:', '', ...said('again'), '',
    'Requests that nobody made before, so that nothing of their answer is kept:', '', ...said('first'), '',
    missed.length === 0 ? 'Goal met everywhere.' : `Goal missed: ${missed.map(nameOf).join('; ')}.`, '',
  ].join('\n')
}

function nameOf({ operation, ratio }: Line<SizeOperation>): string {
  return `${operation.title}${operation.mode === 'first' ? ' (first time)' : ''} ${ratio.toFixed(1)} ×`
}

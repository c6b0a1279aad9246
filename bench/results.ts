import { cpus, loadavg, totalmem } from 'node:os'
import type { Measured } from './measure.ts'
import type { Operation } from './operations.ts'

/** One operation with its rounds; `floor` is empty where there is none. */
export type Outcome = { operation: Operation; floor: Measured[]; hearth: Measured[] }
/** The outcome in the figures of the table: medians of the rounds. */
type Line = {
  operation: Operation; floor: Measured | null; hearth: Measured; share: number | null; cpuMs: number | null
  floorCpuMs: number | null; missed: string[]
}
export type Circumstances = { postgres: string; seconds: number; rounds: number; at: Date; loadBefore: number }

const TAIL = 5

/** The table with the goals of quality.md that were missed, for people and for RESULTS.md. */
export function resultsText(outcomes: readonly Outcome[], about: Circumstances): string {
  const lines = outcomes.map(lineOf)
  const missed = lines.flatMap(({ operation, missed: of }) => of.map((what) => `- ${operation.title}: ${what}`))
  return [
    '# Hearth beside the floor', '', ...circumstances(about), '', ...tableOf(lines), '',
    '## Goals missed', '', ...(missed.length > 0 ? missed : ['None.']), '',
    '## What is compared', '',
    'The floor is a bare Fastify server on the same database: no sessions, checks, headers or metrics; each list and detail',
    'one named prepared statement through pg (list totals kept for 3 s, as in Hearth), an order one transaction of five',
    'such statements. Its lists answer the fields of a card; Hearth answers whole products with all their SKUs. Its details',
    'carry the product with its SKUs and stock, as Hearth\'s do. 10,000 products, 30,000 SKUs, 3,000 buyers, 20,000 past orders, 16 connections,',
    'closed loop; floor and Hearth take turns; the load generator, both servers and PostgreSQL share the machine. Answers',
    'are not compressed. CPU is that of the server process and of all of PostgreSQL, per operation. `share` is the median',
    'of the rounds\' own ratios; `CPU share`, the floor\'s CPU by Hearth\'s, is the steadier figure on a busy machine.', '',
  ].join('\n')
}

function circumstances({ postgres, seconds, rounds, at, loadBefore }: Circumstances): string[] {
  const [first] = cpus()
  const memory = (totalmem() / 2 ** 30).toFixed(1)
  const crowded = loadBefore > 0.5 ? ' (the machine had other work: absolute figures are too low)' : ''
  return [
    `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC, ${rounds} rounds of ${seconds} s.`,
    `Machine: ${cpus().length} cores ${first?.model.trim() ?? 'unknown'}, ${memory} GiB, ${process.platform} ${process.arch};`,
    `Node ${process.version}, PostgreSQL ${postgres}.`,
    `Load average at the start ${loadBefore.toFixed(1)}, at the end ${(loadavg()[0] ?? 0).toFixed(1)}${crowded}.`,
  ]
}

function lineOf({ operation, floor, hearth }: Outcome): Line {
  const mine = medianOf(hearth)
  const bare = floor.length > 0 ? medianOf(floor) : null
  const share = bare && median(hearth.map((round, at) => round.perSecond / (floor[at]?.perSecond ?? Number.NaN)))
  const line = { operation, floor: bare, hearth: mine, share, cpuMs: cpuOf(mine), floorCpuMs: bare && cpuOf(bare) }
  return { ...line, missed: missedBy(line) }
}

function missedBy({ operation, hearth, share, cpuMs }: Omit<Line, 'missed'>): string[] {
  const missed: string[] = []
  if (operation.share !== null && share !== null && share < operation.share) {
    missed.push(`${share.toFixed(2)} of the floor, goal ${operation.share}`)
  }
  if (operation.cpuMs !== null && cpuMs !== null && cpuMs > operation.cpuMs) {
    missed.push(`${cpuMs.toFixed(2)} CPU ms, goal ${operation.cpuMs}`)
  }
  if (hearth.p99Ms >= hearth.p50Ms * TAIL) missed.push(`p99 is ${(hearth.p99Ms / hearth.p50Ms).toFixed(1)} × p50, goal < ${TAIL}`)
  if (operation.perSecond !== null && hearth.perSecond < operation.perSecond) {
    missed.push(`${hearth.perSecond.toFixed(0)} a second, goal ${operation.perSecond}`)
  }
  return missed
}

const HEADINGS = [
  'operation', 'floor /s', 'Hearth /s', 'share', 'goal', 'p50 ms', 'p99 ms', 'p99/p50', 'floor p50', 'floor p99',
  'CPU ms: server', 'PostgreSQL', 'sum', 'goal', 'floor sum', 'CPU share', '',
]

function tableOf(lines: readonly Line[]): string[] {
  const rows = [HEADINGS, ...lines.map(cellsOf)]
  const widths = HEADINGS.map((_, column) => Math.max(3, ...rows.map((row) => (row[column] ?? '').length)))
  const text = rows.map((row) => `| ${row.map((cell, column) => pad(cell, widths[column] ?? 0, column)).join(' | ')} |`)
  const rule = `|${widths.map((width, column) => (column === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`
  return [text[0] ?? '', rule, ...text.slice(1)]
}

function cellsOf({ operation, floor, hearth, share, cpuMs, floorCpuMs, missed }: Line): string[] {
  const absolute = operation.perSecond === null ? '' : `≥ ${operation.perSecond} /s`
  const goal = operation.share === null ? absolute : `≥ ${operation.share}`
  return [
    operation.title, number(floor?.perSecond, 0), number(hearth.perSecond, 0), number(share, 2), goal,
    number(hearth.p50Ms, 1), number(hearth.p99Ms, 1), number(hearth.p99Ms / hearth.p50Ms, 1), number(floor?.p50Ms, 1),
    number(floor?.p99Ms, 1), number(hearth.appCpuMs, 2), number(hearth.postgresCpuMs, 2), number(cpuMs, 2),
    operation.cpuMs === null ? '' : `≤ ${operation.cpuMs}`, number(floorCpuMs, 2),
    number(cpuMs === null || floorCpuMs === null ? null : floorCpuMs / cpuMs, 2), missed.length > 0 ? 'missed' : 'met',
  ]
}

function pad(cell: string, width: number, column: number): string {
  return column === 0 ? cell.padEnd(width) : cell.padStart(width)
}

function number(value: number | null | undefined, places: number): string {
  return value === null || value === undefined ? '' : value.toFixed(places)
}

function cpuOf({ appCpuMs, postgresCpuMs }: Measured): number | null {
  return postgresCpuMs === null ? null : appCpuMs + postgresCpuMs
}

function medianOf(rounds: readonly Measured[]): Measured {
  const of = (key: keyof Measured) => median(rounds.map((round) => round[key] ?? Number.NaN))
  return {
    perSecond: of('perSecond'), p50Ms: of('p50Ms'), p99Ms: of('p99Ms'), appCpuMs: of('appCpuMs'),
    postgresCpuMs: rounds.some((round) => round.postgresCpuMs === null) ? null : of('postgresCpuMs'),
  }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

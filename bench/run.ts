import { readFile, writeFile } from 'node:fs/promises'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startEmbeddedPostgres } from '../apps/server/src/platform/embedded-postgres.ts'
import { benchAlipay } from './alipay-notices.ts'
import { signInBuyers } from './buyers.ts'
import { startServer } from './child.ts'
import type { Server } from './child.ts'
import { measure } from './measure.ts'
import { operations } from './operations.ts'
import type { Operation } from './operations.ts'
import { readOptions } from './options.ts'
import type { Options } from './options.ts'
import { openPostgresCpu } from './postgres-cpu.ts'
import type { PostgresCpu } from './postgres-cpu.ts'
import { resultsText } from './results.ts'
import type { Outcome } from './results.ts'
import { emptyCarts, prepareShop } from './shop-rows.ts'
import { givePasswords, measureSignIns, signInsText } from './sign-ins.ts'
import { orderSizeSection } from './order-size.ts'
import { rushSection } from './rush.ts'
import { sizeSection } from './size.ts'
import { OWN_HEADINGS, sectionOf, withSection } from './sections.ts'
import { KEPT_DIR, SECRET_KEY, startHearth } from './start-hearth.ts'

const RESULTS = fileURLToPath(new URL('RESULTS.md', import.meta.url))
const WARM_SECONDS = 3
const REWARM_SECONDS = 1

type Bench = { databaseUrl: string; tokens: string[]; floor: Server; hearth: Server; postgresCpuMs: PostgresCpu }

const say = (text: string) => console.log(text)

await main(readOptions(process.argv.slice(2)))

async function main(options: Options): Promise<void> {
  const closers: (() => Promise<unknown>)[] = []
  const close = async () => { for (const each of closers.splice(0)) await each() }
  process.once('SIGINT', () => void close().then(() => process.exit(130)))
  try {
    const postgres = await startEmbeddedPostgres({ dataDir: join(KEPT_DIR, 'postgres'), say })
    closers.unshift(() => postgres.stop())
    if (options.size) await keepSection(await sizeSection(postgres.url, say))
    if (options.orders) await keepSection(await orderSizeSection(postgres.url, say))
    if (options.only.length > 0 || options.signIns || options.rush) await besideFloor(postgres.url, options, closers)
  } finally {
    await close()
  }
}

/** A part that is measured by itself takes the place of the one before it. */
async function keepSection(section: string): Promise<void> {
  say(`\n${section}`)
  await writeFile(RESULTS, withSection(await readFile(RESULTS, 'utf8').catch(() => ''), section))
}

/** Everything that is measured beside the floor; a whole run replaces its part of RESULTS.md. */
async function besideFloor(url: string, options: Options, closers: (() => Promise<unknown>)[]): Promise<void> {
  const at = new Date()
  const loadBefore = loadavg()[0] ?? 0
  await prepareShop(url, say)
  const tokens = await signInBuyers(url, SECRET_KEY, at)
  const { version, cpuMs } = await openPostgresCpu(url)
  const floor = await startServer({ file: 'floor-server.ts', env: { DATABASE_URL: url } })
  closers.unshift(() => floor.stop())
  const hearth = await startHearth({ databaseUrl: url, profile: options.profile, env: benchAlipay().env })
  closers.unshift(() => hearth.stop())
  const outcomes = await runAll({ databaseUrl: url, tokens, floor, hearth, postgresCpuMs: cpuMs }, options)
  if (options.rush) {
    const { url: hearthUrl, said } = hearth
    await keepSection(await rushSection({ url: hearthUrl, databaseUrl: url, tokens, alipay: benchAlipay(), said, say }))
  }
  if (options.only.length === 0 && !options.signIns) return
  const { seconds, rounds, signIns } = options
  if (signIns) await givePasswords(url)
  const beside = signIns ? await measureSignIns(hearth, { seconds, rounds, say }) : null
  const table = resultsText(outcomes, { postgres: version, seconds, rounds, at, loadBefore })
  const text = beside ? `${table}\n${signInsText(beside)}` : table
  say(`\n${text}`)
  const isWhole = !options.profile && options.only.length === operations.length && signIns
  if (!isWhole) return say('A part of the bench: this part of RESULTS.md is left as it was.')
  const before = await readFile(RESULTS, 'utf8').catch(() => '')
  const kept = OWN_HEADINGS.map((heading) => sectionOf(before, heading)).filter((section) => section !== null)
  await writeFile(RESULTS, kept.reduce(withSection, text))
}

async function runAll(bench: Bench, options: Options): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const operation of operations.filter(({ name }) => options.only.includes(name))) {
    const outcome: Outcome = { operation, floor: [], hearth: [] }
    for (let round = 0; round < options.rounds; round += 1) await runRound(bench, outcome, { round, options })
    outcomes.push(outcome)
  }
  return outcomes
}

type Round = { round: number; options: Options }

/** Floor and Hearth in turn; who begins changes with every round. */
async function runRound(bench: Bench, outcome: Outcome, { round, options }: Round): Promise<void> {
  const { operation } = outcome
  const sides = round % 2 === 0 ? (['floor', 'hearth'] as const) : (['hearth', 'floor'] as const)
  for (const side of sides) {
    const steps = stepsOf(operation, side)
    if (steps.length === 0 || (side === 'floor' && options.profile)) continue
    if (operation.name === 'checkout' || operation.name === 'purchase') await emptyCarts(bench.databaseUrl)
    const measured = await measure({
      server: bench[side], steps, heard: side === 'hearth' ? operation.heard : undefined, tokens: bench.tokens, postgresCpuMs: bench.postgresCpuMs, seconds: options.seconds,
      warmSeconds: round === 0 ? WARM_SECONDS : REWARM_SECONDS,
    })
    outcome[side].push(measured)
    const { perSecond, p50Ms, p99Ms } = measured
    say(`${operation.name} ${round + 1} ${side}: ${perSecond.toFixed(0)} /s, p50 ${p50Ms.toFixed(1)} ms, p99 ${p99Ms.toFixed(1)} ms`)
  }
}

function stepsOf(operation: Operation, side: 'floor' | 'hearth') {
  return side === 'hearth' ? operation.hearth : operation.floor ? [operation.floor] : []
}

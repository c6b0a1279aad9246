import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ensureInstalled } from './lib/install.mjs'
import { binOf, pinnedNode } from './lib/pinned-node.mjs'
import { ROOT, main, sentence } from './lib/root.mjs'
import { run } from './lib/run.mjs'

const PARTS = ['rules', 'use-cases']
const GOAL = 85
const FOUND = ['Killed', 'Timeout']
const MISSED = ['Survived', 'NoCoverage']

/** Changes the rules of money and stock one by one and says which changes no test notices. */
await main(async () => {
  await ensureInstalled()
  const asked = process.argv.slice(2)
  const unknown = asked.find((part) => !PARTS.includes(part))
  if (unknown) throw sentence(`There is no part ${unknown}; there are ${PARTS.join(' and ')}.`)
  const parts = asked.length > 0 ? asked : PARTS
  const found = []
  for (const part of parts) {
    const stryker = binOf('@stryker-mutator/core', 'stryker')
    const { code } = await run(pinnedNode(), [stryker, 'run', `scripts/mutation/${part}.mjs`])
    if (code !== 0) return code
    found.push(...await mutantsOf(part))
  }
  return report(found)
})

async function mutantsOf(part) {
  const { files } = JSON.parse(await readFile(join(ROOT, '.cache', 'mutation', `${part}.json`), 'utf8'))
  return Object.entries(files).flatMap(([path, { mutants, source }]) =>
    mutants.map((mutant) => ({ ...mutant, path, line: source.split('\n')[mutant.location.start.line - 1]?.trim() })))
}

function report(mutants) {
  const missed = mutants.filter(({ status }) => MISSED.includes(status))
  for (const { path, location, line, replacement, status } of missed) {
    console.log(`${status === 'NoCoverage' ? 'no test' : 'survived'}  ${path}:${location.start.line}  ${line}\n          → ${replacement}`)
  }
  console.log()
  for (const path of [...new Set(mutants.map((mutant) => mutant.path))].sort()) {
    console.log(`${scoreOf(mutants.filter((mutant) => mutant.path === path)).padStart(7)}  ${path}`)
  }
  const score = scoreOf(mutants)
  const others = mutants.length - mutants.filter(({ status }) => [...FOUND, ...MISSED].includes(status)).length
  console.log(`\n${score} of ${mutants.length - others} changes were noticed (${others} could not be tried); the goal is ${GOAL} %.`)
  return Number.parseFloat(score) >= GOAL ? 0 : 1
}

function scoreOf(mutants) {
  const found = mutants.filter(({ status }) => FOUND.includes(status)).length
  const missed = mutants.filter(({ status }) => MISSED.includes(status)).length
  return found + missed === 0 ? '–' : `${((found * 100) / (found + missed)).toFixed(1)} %`
}

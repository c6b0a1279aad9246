import { fork } from 'node:child_process'
import { once } from 'node:events'
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
  // Use cases are tried against PostgreSQL: that takes hours, so it is done when it is asked for.
  const parts = asked.length > 0 ? asked : ['rules']
  const found = []
  const template = parts.includes('use-cases') ? await startTemplate() : null
  try {
    for (const part of parts) {
      const stryker = binOf('@stryker-mutator/core', 'stryker')
      const env = { ...process.env, TEST_TEMPLATE_URL: template?.url ?? '' }
      const { code } = await run(pinnedNode(), [stryker, 'run', `scripts/mutation/${part}.mjs`], { env })
      if (code !== 0) return code
      found.push(...await mutantsOf(part))
    }
  } finally {
    await template?.stop()
  }
  return report(found)
})

/** One PostgreSQL for all: a test run that hangs in a changed loop is killed, and would leave its own behind. */
async function startTemplate() {
  const child = fork(join(ROOT, 'apps/server/tests/support/template-process.ts'), { execPath: pinnedNode(), execArgv: [] })
  const gone = once(child, 'exit')
  const [said] = await Promise.race([once(child, 'message'), gone])
  if (!said?.url) throw sentence('The database of the tests did not start.')
  return {
    url: said.url,
    stop: async () => {
      child.disconnect()
      await gone
    },
  }
}

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

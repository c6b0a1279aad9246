import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { binOf, pinnedEnv, pinnedNode } from './pinned-node.mjs'
import { ROOT, sentence } from './root.mjs'
import { run } from './run.mjs'

/** @typedef {{ passed: number, failed: number, skipped: string[], output?: string }} Outcome */

/** Every TypeScript project of the tree, one after the other; together they are one check. */
export async function checkTypes(options) {
  const outputs = []
  let failed = false
  for (const project of ['tsconfig.json', 'apps/shop/tsconfig.json', 'apps/admin/tsconfig.json']) {
    if (!existsSync(join(ROOT, project))) continue
    if (project.startsWith('apps/shop')) outputs.push(await generateRouteTypes(options))
    outputs.push(await tool('typescript', 'tsc', ['--noEmit', '-p', project], options))
  }
  for (const done of outputs) failed ||= done.code !== 0
  return oneCheck({ code: failed ? 1 : 0, output: outputs.map((done) => done.output).join('') })
}

export async function checkLint(options) {
  return oneCheck(await tool('eslint', 'eslint', ['.'], options))
}

/** The Vitest tests named by `words`, or all; counted from Vitest's own report. */
export async function runTests(words, { env, ...options } = {}) {
  return withReport(async (report) => {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const done = await tool('vitest', 'vitest', ['run', ...words, ...reporters], { env, ...options })
    return countTests(done, await readReport(report))
  })
}

export async function runBrowserTests(chromium, options) {
  const config = join('e2e', 'playwright.config.ts')
  if (!existsSync(join(ROOT, config))) throw sentence(`${config} is missing.`)
  return withReport(async (report) => {
    const env = { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: report, PLAYWRIGHT_JSON_OUTPUT_FILE: report }
    const done = await tool('@playwright/test', 'playwright', ['test', '-c', config, '--reporter=list,json'],
      { ...options, env })
    return countBrowserTests(done, await readReport(report))
  })
}

/** Where Chromium or a relative lies on this machine, or null. */
export function findChromium() {
  const places = [
    process.env.CHROMIUM_PATH,
    ...['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map((name) => `/usr/bin/${name}`),
    '/snap/bin/chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ...[process.env.ProgramFiles, process.env['ProgramFiles(x86)'], process.env.LOCALAPPDATA]
      .map((folder) => folder && join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe')),
  ]
  return places.find((path) => path && existsSync(path)) ?? null
}

/** A tool without counts of its own is one check, passed or failed. */
export function oneCheck({ code, output = '' }) {
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: [], output }
}

function countTests(done, report) {
  if (!report) return oneCheck({ code: done.code || 1, output: done.output })
  const suites = report.testResults ?? []
  const tests = suites.flatMap((suite) => suite.assertionResults)
  const brokenFiles = suites.filter((suite) => suite.status === 'failed' && suite.assertionResults.length === 0).length
  const failed = tests.filter((test) => test.status === 'failed').length + brokenFiles
  return {
    passed: tests.filter((test) => test.status === 'passed').length,
    failed: failed || (done.code === 0 ? 0 : 1),
    skipped: tests.filter((test) => !['passed', 'failed'].includes(test.status)).map((test) => test.fullName.trim()),
    output: done.output,
  }
}

function countBrowserTests(done, report) {
  if (!report?.stats) return oneCheck({ code: done.code || 1, output: done.output })
  const { expected, unexpected, flaky } = report.stats
  const failed = unexpected + (report.errors?.length ?? 0)
  return {
    passed: expected + flaky,
    failed: failed || (done.code === 0 ? 0 : 1),
    skipped: skippedSpecs(report.suites ?? []),
    output: done.output,
  }
}

function skippedSpecs(suites) {
  const isSkipped = (spec) => spec.tests.every((test) => test.status === 'skipped')
  return suites.flatMap((suite) => [
    ...(suite.specs ?? []).filter(isSkipped).map((spec) => spec.title),
    ...skippedSpecs(suite.suites ?? []),
  ])
}

async function generateRouteTypes(options) {
  if (!existsSync(join(ROOT, 'apps/shop/react-router.config.ts'))) return { code: 0, output: '' }
  return tool('@react-router/dev', 'react-router', ['typegen'], { ...options, cwd: join(ROOT, 'apps/shop') })
}

function tool(packageName, command, words, { env = {}, ...options } = {}) {
  return run(pinnedNode(), [binOf(packageName, command), ...words], { env: pinnedEnv(env), ...options })
}

async function withReport(work) {
  const folder = await mkdtemp(join(tmpdir(), 'hearth-report-'))
  try {
    return await work(join(folder, 'report.json'))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function readReport(path) {
  return readFile(path, 'utf8').then(JSON.parse).catch(() => null)
}

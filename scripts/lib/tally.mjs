import { heading, seconds } from './screen.mjs'

const NAMED = 20

/** Collects what the steps of a test run came to. With `strict`, what was not run counts as failed. */
export function newTally(strict) {
  const rows = []
  const notRun = []
  return {
    /** Does a step under a heading; a fault in it is a failed check, never the end of the run. */
    async step(title, work) {
      heading(title)
      const began = performance.now()
      const outcome = await work().catch((error) => {
        console.error(error?.name === 'Sentence' ? error.message : error)
        return { passed: 0, failed: 1, skipped: [] }
      })
      rows.push({ title, ms: performance.now() - began, ...outcome })
      console.log(lineOf(rows.at(-1)))
      notRun.push(...namesOf(title, outcome.skipped))
    },
    /** Names a step that this machine cannot run. */
    leaveOut(title, reason) {
      rows.push({ title, ms: 0, passed: 0, failed: strict ? 1 : 0, skipped: [title], leftOut: true })
      notRun.push(`${title}: ${reason}`)
    },
    /** Prints the table, what was not run, and the last line. @returns the exit code */
    finish() {
      heading('summary')
      for (const row of rows) console.log(lineOf(row))
      if (notRun.length > 0) console.log(`\nnot run${strict ? ' (with CI=true that is a failure)' : ''}:`)
      for (const name of notRun) console.log(`  ${name}`)
      const sum = (count) => rows.reduce((total, row) => total + count(row), 0)
      const skippedTests = rows.some((row) => !row.leftOut && row.skipped.length > 0)
      const failed = sum((row) => row.failed) + (strict && skippedTests ? 1 : 0)
      const skipped = sum((row) => (row.leftOut && strict ? 0 : row.skipped.length))
      console.log(`\n${sum((row) => row.passed)} passed, ${failed} failed, ${skipped} skipped`)
      return failed > 0 ? 1 : 0
    },
  }
}

function namesOf(title, skipped) {
  const names = skipped.slice(0, NAMED).map((name) => `${title}: ${name}`)
  return skipped.length > NAMED ? [...names, `${title}: and ${skipped.length - NAMED} more`] : names
}

function lineOf({ title, ms, passed, failed, skipped, leftOut }) {
  const mark = failed > 0 ? '✗' : leftOut ? '–' : '✓'
  const counts = leftOut ? 'not run' : `${passed} passed, ${failed} failed, ${skipped.length} skipped`
  return `${mark} ${title.padEnd(44)} ${seconds(ms).padStart(12)}   ${counts}`
}

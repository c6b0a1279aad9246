import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the project. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** A fault that needs no stack: one sentence for the person at the keyboard, after what the failed program printed. */
export function sentence(text, printed = '') {
  return Object.assign(new Error([printed.trim(), text].filter(Boolean).join('\n\n')), { name: 'Sentence' })
}

/** Runs a whole command: a sentence is printed as it is, anything else with its stack; both end with exit code 1. */
export async function main(work) {
  try {
    const major = Number(process.versions.node.split('.')[0])
    if (major < 20) throw sentence(`Hearth needs Node 20 or newer to begin with; this is ${process.version}.`)
    process.exitCode = await work()
  } catch (error) {
    console.error(error?.name === 'Sentence' ? `\n${error.message}` : error)
    process.exitCode = 1
  }
}

import { parseArgs } from 'node:util'
import { operationNames } from './operations.ts'
import type { OperationName } from './operations.ts'

export type Options = {
  only: OperationName[]; signIns: boolean; size: boolean; seconds: number; rounds: number; profile: boolean
}

const SIGN_INS = 'sign_ins'
const SIZE = 'size'
const USAGE = `npm run bench -- [--only list,order] [--seconds 8] [--rounds 3] [--profile]
  --only     some of: ${operationNames.join(', ')}, sign_ins, size
             size compares a shop of 120 products with one of 100,000, and only when it is named
  --seconds  how long each measurement lasts; warm-up comes on top
  --rounds   how often floor and Hearth take turns; the median counts
  --profile  writes a CPU profile of Hearth to .cache/bench/profiles (results are not kept)`

/** Reads the command line; what cannot be read is said and ends the process. */
export function readOptions(argv: string[]): Options {
  try {
    const { values } = parseArgs({
      args: argv,
      options: {
        only: { type: 'string' }, seconds: { type: 'string', default: '8' }, rounds: { type: 'string', default: '3' },
        profile: { type: 'boolean', default: false },
      },
    })
    const names = values.only?.split(',').map((text) => text.trim())
    return {
      only: names ? names.filter((name) => name !== SIGN_INS && name !== SIZE).map(nameOf) : [...operationNames],
      signIns: names?.includes(SIGN_INS) ?? true, size: names?.includes(SIZE) ?? false,
      seconds: whole('seconds', values.seconds), rounds: whole('rounds', values.rounds), profile: values.profile,
    }
  } catch (fault) {
    console.error(`${fault instanceof Error ? fault.message : String(fault)}\n\n${USAGE}`)
    process.exit(2)
  }
}

function nameOf(text: string): OperationName {
  const name = operationNames.find((each) => each === text)
  if (!name) throw new Error(`There is no operation "${text}".`)
  return name
}

function whole(option: string, text: string): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1) throw new Error(`--${option} must be a whole number from 1 on.`)
  return value
}

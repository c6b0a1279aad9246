import { parseArgs } from 'node:util'
import { operationNames } from './operations.ts'
import type { OperationName } from './operations.ts'

export type Options = {
  only: OperationName[]; signIns: boolean; size: boolean; orders: boolean; rush: boolean
  seconds: number; rounds: number; profile: boolean
}

const SIGN_INS = 'sign_ins'
const SIZE = 'size'
const ORDERS = 'orders'
const RUSH = 'rush'
const OTHERS = [SIGN_INS, SIZE, ORDERS, RUSH]
const USAGE = `npm run bench -- [--only list,order] [--seconds 8] [--rounds 3] [--profile]
  --only     some of: ${operationNames.join(', ')}, sign_ins, rush, size, orders
             rush sends 1,000 buyers for 100 pieces and 1,000 notices in a second; size compares a shop of 120 products
             with one of 100,000, orders one of 1,000 orders with one of 1,000,000: these only when they are named
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
      only: names ? names.filter((name) => !OTHERS.includes(name)).map(nameOf) : [...operationNames],
      signIns: names?.includes(SIGN_INS) ?? true, size: names?.includes(SIZE) ?? false,
      orders: names?.includes(ORDERS) ?? false, rush: names?.includes(RUSH) ?? false,
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

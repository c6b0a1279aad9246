import { Refusal } from '@hearth/kernel/errors'
import type { Facts, Sentence } from '@hearth/kernel/errors'
import { sentences } from './errors.ts'
import type { LineResult } from './lines.sql.ts'
import { numbered } from './read-line.ts'
import type { Faults } from './read-line.ts'
import type { LineRefused } from './write-product.ts'

/** A refusal as it is kept: its words are found when somebody reads it. */
export type Refused = { key: string; facts: Facts & { fields?: Record<string, Sentence[]> } }

export function refusedBecause(refusal: Refusal): Refused {
  return { key: refusal.key, facts: refusal.facts }
}

export function refusedFor(fields: Faults): Refused {
  return { key: 'bulk.line_refused', facts: { fields } }
}

/** The lines of a product of which one was refused: none of them is written. */
export function refusedGroup(lines: readonly { line: number }[], { line, refusal }: LineRefused): LineResult[] {
  return lines.map((each) => ({
    line: each.line, state: 'bad',
    report: { refused: each.line === line ? refusedBecause(refusal) : heldBack(line) },
  }))
}

export function heldBack(line: number): Refused {
  return refusedFor({ product_code: [numbered(sentences.heldBack, line)] })
}

/** Machine-readable facts of a refusal: numbers, ids, codes; never personal data. */
export type Facts = Record<string, unknown>

/** What is said to a person, in both languages. */
export type Sentence = { zh: string; en: string }

/** One row of a module's table of refusals: HTTP status, wire code and the sentence in both languages. */
export type RefusalText = { status: number; code: string } & Sentence
export type RefusalTable = Record<string, RefusalText>

/**
 * We say no. Thrown from any depth so that everything rolls back; the edge turns it into the error envelope.
 * `key` names a row in the module's table (`module.reason`); `{name}` in its sentence is filled from `facts`. A fact
 * may be a word in both languages; `fields` says what is wrong with which field: `{ [field]: Sentence[] }`.
 */
export class Refusal extends Error {
  readonly key: string
  readonly facts: Facts

  constructor(key: string, facts: Facts = {}) {
    super(key)
    this.name = 'Refusal'
    this.key = key
    this.facts = facts
  }
}

/** Fills `{name}` in a sentence from the facts. */
export function fillSentence(sentence: string, facts: Facts): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''))
}

/** A repeatable source of chance: the same name gives the same run of numbers on every load. */
export type Random = {
  /** 0 ≤ x < 1 */
  next(): number
  /** A whole number between the two, both included. */
  int(from: number, to: number): number
  chance(probability: number): boolean
  pick<T>(list: readonly T[]): T
  weighted<T>(list: readonly T[], weightOf: (item: T) => number): T
  digits(count: number): string
}

/** Each part of the shop has a source of its own, so that more of one thing never changes another. */
export function openRandom(name: string): Random {
  const next = mulberry32(seedOf(name))
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return {
    next, int,
    chance: (probability) => next() < probability,
    pick: (list) => itemAt(list, Math.floor(next() * list.length)),
    weighted: (list, weightOf) => {
      let left = next() * list.reduce((sum, item) => sum + weightOf(item), 0)
      return list.find((item) => (left -= weightOf(item)) < 0) ?? itemAt(list, list.length - 1)
    },
    digits: (count) => Array.from({ length: count }, () => int(0, 9)).join(''),
  }
}

/** The item at a place that must exist. */
export function itemAt<T>(list: readonly T[], at: number): T {
  const item = list[at]
  if (item === undefined) throw new RangeError(`Nothing at ${at} of ${list.length}`)
  return item
}

function seedOf(name: string): number {
  return [...name].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 16_777_619), 2_166_136_261) >>> 0
}

function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

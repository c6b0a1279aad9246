import type { CatalogueDigest } from './catalogue-digest.sql.ts'

/** Options of SKUs and the values that will do, and whether such a SKU has to be had now. */
export type SkuChoice = { options?: readonly { name: string; values: readonly string[] }[]; inStock?: boolean }
export type Choices = {
  /** Whether anything is chosen; else every product meets it. */
  narrows: boolean
  /** Whether a launched SKU of the product meets the choice, and whether one that is free meets its options. */
  look(at: number): { hasSku: boolean; hasFree: boolean }
  /** Counts the product under every option value that another choice of that one option would find it by. */
  countOptions(at: number): void
  /** Products per place in `options`. */
  byOption: Uint32Array
}

/** What products say as a whole, when nothing is chosen: whether a SKU is free, and every option value once. */
type Whole = { hasFree: Uint8Array; optionsFrom: Uint32Array; optionAt: Uint32Array }

const NO_GROUP = -1
const NONE = 0

const wholeOf = new WeakMap<CatalogueDigest, Whole>()

/** Makes ready to ask product after product about a choice. What `look` answers is good until it is asked again. */
export function openChoices(digest: CatalogueDigest, choice: SkuChoice): Choices {
  const { options = [], inStock = false } = choice
  return options.length > 0 || inStock ? openChosen(digest, choice) : openWhole(digest)
}

function openWhole(digest: CatalogueDigest): Choices {
  const { hasFree, optionsFrom, optionAt } = wholeOf.get(digest) ?? readWhole(digest)
  const byOption = new Uint32Array(digest.options.length)
  const seen = { hasSku: true, hasFree: false }
  const look = (at: number) => {
    seen.hasFree = hasFree[at] === 1
    return seen
  }
  const countOptions = (at: number) => {
    const to = optionsFrom[at + 1] ?? 0
    for (let place = optionsFrom[at] ?? 0; place < to; place += 1) {
      const option = optionAt[place] ?? 0
      byOption[option] = (byOption[option] ?? 0) + 1
    }
  }
  return { narrows: false, look, countOptions, byOption }
}

function readWhole(digest: CatalogueDigest): Whole {
  const { ids, skusFrom, isSkuFree, optionsFrom, optionAt } = digest
  const hasFree = new Uint8Array(ids.length)
  const [from, all] = [new Uint32Array(ids.length + 1), new Uint32Array(optionAt.length)]
  let qty = 0
  for (let at = 0; at < ids.length; at += 1) {
    const [first, end] = [skusFrom[at] ?? 0, skusFrom[at + 1] ?? 0]
    hasFree[at] = isSkuFree.subarray(first, end).includes(1) ? 1 : 0
    for (const option of new Set(optionAt.subarray(optionsFrom[first] ?? 0, optionsFrom[end] ?? 0))) all[qty++] = option
    from[at + 1] = qty
  }
  const whole = { hasFree, optionsFrom: from, optionAt: all.slice(0, qty) }
  wholeOf.set(digest, whole)
  return whole
}

function openChosen(digest: CatalogueDigest, { options: asked = [], inStock = false }: SkuChoice): Choices {
  const { skusFrom, isSkuFree, optionsFrom, optionAt, options } = digest
  const groupOf = Int32Array.from(options, ({ name }) => asked.findIndex((one) => one.name === name))
  const willDo = options.map(({ value }, place) => asked[groupOf[place] ?? NO_GROUP]?.values.includes(value) ?? false)
  const all = 2 ** asked.length - 1
  const byOption = new Uint32Array(options.length)
  const lastCounted = new Int32Array(options.length).fill(NO_GROUP)

  /** The chosen options that a SKU misses, one bit each. */
  const misses = (sku: number): number => {
    if (all === NONE) return NONE
    let missed = all
    for (let place = optionsFrom[sku] ?? 0; place < (optionsFrom[sku + 1] ?? 0); place += 1) {
      const option = optionAt[place] ?? 0
      if (willDo[option]) missed &= ~(1 << (groupOf[option] ?? 0))
    }
    return missed
  }
  const look = (at: number) => {
    let [hasSku, hasFree] = [false, false]
    for (let sku = skusFrom[at] ?? 0; sku < (skusFrom[at + 1] ?? 0); sku += 1) {
      if (misses(sku) !== NONE) continue
      const isFree = isSkuFree[sku] === 1
      hasFree ||= isFree
      hasSku ||= isFree || !inStock
    }
    return { hasSku, hasFree }
  }
  const countOptions = (at: number) => {
    for (let sku = skusFrom[at] ?? 0; sku < (skusFrom[at + 1] ?? 0); sku += 1) {
      if (inStock && isSkuFree[sku] !== 1) continue
      const missed = misses(sku)
      for (let place = optionsFrom[sku] ?? 0; place < (optionsFrom[sku + 1] ?? 0); place += 1) {
        const option = optionAt[place] ?? 0
        const group = groupOf[option] ?? NO_GROUP
        const isFound = missed === NONE || (group !== NO_GROUP && missed === 1 << group)
        if (!isFound || lastCounted[option] === at) continue
        lastCounted[option] = at
        byOption[option] = (byOption[option] ?? 0) + 1
      }
    }
  }
  return { narrows: true, look, countOptions, byOption }
}

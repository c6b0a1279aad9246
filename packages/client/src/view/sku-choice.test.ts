import { expect, test } from 'vitest'
import { chipRows, withSibling } from './sku-choice.ts'
import type { Sibling } from './sku-choice.ts'

const sku = (id: number, specs: Record<string, string>, stock = 5): Sibling =>
  ({ id, name: `n${id}`, sku_code: '', specs, price: `${id}.00`, market_price: null, stock, image: `i${id}`, is_active: true })

/** Every combination of these options as a SKU with its place as id, the third of them sold out. */
function everyCombination(options: Record<string, string[]>): Sibling[] {
  const combinations = Object.entries(options).reduce<Record<string, string>[]>(
    (all, [name, values]) => all.flatMap((specs) => values.map((value) => ({ ...specs, [name]: value }))), [{}])
  return combinations.map((specs, at) => sku(at + 1, specs, (at + 1) % 3 === 0 ? 0 : 5))
}

const keyOf = (specs: Record<string, string>, names: string[]) => names.map((name) => specs[name]).join(' ')

/** What is wrong with the chips of each SKU of these, one line each. */
function faultsOf(options: Record<string, string[]>, siblings: Sibling[]): string[] {
  const names = Object.keys(options)
  const byKey = new Map(siblings.map((each) => [keyOf(each.specs, names), each]))
  const faults: string[] = []
  const ways = new Map<number, number[]>()
  for (const shown of siblings) {
    const chips = chipRows({ id: shown.id, specs: shown.specs, spec_options: options, siblings })
      .flatMap((row) => row.chips.map((chip) => ({ ...chip, name: row.name })))
    for (const { name, value, skuId, isChosen, isSoldOut, changes } of chips) {
      const exact = byKey.get(keyOf({ ...shown.specs, [name]: value }, names))
      const target = siblings.find((each) => each.id === skuId)
      if (isChosen !== (shown.specs[name] === value)) faults.push('chosen')
      if (isChosen && skuId !== shown.id) faults.push('the chosen one leads away')
      if (exact && (skuId !== exact.id || changes.length > 0)) faults.push('possible, but not offered')
      if (target && target.specs[name] !== value) faults.push('leads to another value')
      if (!exact && target && changes.length === 0) faults.push('changes something silently')
      if (isSoldOut !== (target?.stock === 0)) faults.push('sold out')
      if (!siblings.some((each) => each.specs[name] === value) && skuId !== null) faults.push('offers what nobody sells')
    }
    ways.set(shown.id, chips.flatMap(({ skuId }) => (skuId === null ? [] : [skuId])))
  }
  const reached = new Set<number>()
  for (const open = [siblings[0]?.id ?? 0]; open.length > 0;) {
    const id = open.pop() ?? 0
    if (reached.has(id)) continue
    reached.add(id)
    open.push(...(ways.get(id) ?? []))
  }
  return reached.size === siblings.length ? faults : [...faults, 'something on sale cannot be reached']
}

test.each([
  [{ 色: ['白', '黑', '红'], 升: ['400', '500', '600'] }],
  [{ 色: ['白', '黑'], 升: ['400', '500'], 门: ['左', '右'] }],
  [{ 色: ['白', '黑', '红'], 升: ['400', '500'], 门: ['左', '右'] }],
])('whatever is sold of %j, every chip is right and everything can be reached', (options) => {
  const all = everyCombination(options)
  const faults = new Set<string>()
  for (let subset = 1; subset < 2 ** all.length; subset += 1) {
    const sold = all.filter((_, at) => subset & (1 << at))
    for (const fault of faultsOf(options, sold)) faults.add(`${fault}: ${sold.map((each) => each.id).join()}`)
  }
  expect([...faults].slice(0, 5)).toEqual([])
})

test('three options of three values, any two to four of their combinations', () => {
  const options = { a: ['1', '2', '3'], b: ['1', '2', '3'], c: ['1', '2', '3'] }
  const all = everyCombination(options)
  const faults: string[] = []
  for (let i = 0; i < all.length; i += 1) {
    for (let j = i + 1; j < all.length; j += 1) {
      for (let k = j; k < all.length; k += 2) {
        const sold = all.filter((_, at) => [i, j, k, (i * 7 + k) % all.length].includes(at))
        faults.push(...faultsOf(options, sold))
      }
    }
  }
  expect([...new Set(faults)]).toEqual([])
})

const options = { 色: ['白', '黑', '红'], 升: ['400', '500'] }

test('impossible, sold out and possible are three things', () => {
  const siblings = [sku(1, { 色: '白', 升: '400' }), sku(2, { 色: '黑', 升: '400' }, 0), sku(3, { 色: '黑', 升: '500' })]
  const [colours, litres] = chipRows({ id: 1, specs: { 色: '白', 升: '400' }, spec_options: options, siblings })
  expect(colours?.chips.map(({ skuId, isSoldOut }) => [skuId, isSoldOut]))
    .toEqual([[1, false], [2, true], [null, false]])
  expect(litres?.chips.map(({ skuId, isChosen }) => [skuId, isChosen])).toEqual([[1, true], [null, false]])
})

test('what no single step leads to is offered with what else changes', () => {
  const siblings = [sku(1, { 色: '白', 升: '400' }), sku(3, { 色: '黑', 升: '500' })]
  const [colours, litres] = chipRows({ id: 1, specs: { 色: '白', 升: '400' }, spec_options: options, siblings })
  expect(colours?.chips[1]).toEqual({ value: '黑', skuId: 3, isChosen: false, isSoldOut: false, changes: ['500'] })
  expect(litres?.chips[1]).toMatchObject({ skuId: 3, changes: ['黑'] })
})

test('a SKU that is off the shelf shows its own values as chosen and leads to what is sold', () => {
  const siblings = [sku(2, { 色: '黑', 升: '400' })]
  const [colours, litres] = chipRows({ id: 9, specs: { 色: '白', 升: '400' }, spec_options: options, siblings })
  expect(colours?.chips.map(({ skuId, isChosen }) => [skuId, isChosen]))
    .toEqual([[null, true], [2, false], [null, false]])
  expect(litres?.chips[0]).toMatchObject({ skuId: null, isChosen: true })
})

test('of two alike the one in stock is offered, but the shown one stays', () => {
  const siblings = [sku(1, { 色: '白', 升: '400' }), sku(2, { 色: '黑', 升: '400' }, 0), sku(3, { 色: '黑', 升: '400' }, 2)]
  const of = (id: number, colour: string) =>
    chipRows({ id, specs: { 色: colour, 升: '400' }, spec_options: options, siblings })[0]?.chips[1]
  expect([of(1, '白')?.skuId, of(2, '黑')?.skuId, of(3, '黑')?.skuId]).toEqual([3, 2, 3])
})

test('a SKU without values, or a product without choices, breaks nothing', () => {
  expect(chipRows({ id: 1, specs: {}, spec_options: {}, siblings: [sku(1, {})] })).toEqual([])
  const [row] = chipRows({ id: 1, specs: {}, spec_options: { 色: ['白'] }, siblings: [sku(1, {}), sku(2, { 色: '白' })] })
  expect(row?.chips[0]).toMatchObject({ skuId: 2, isChosen: false })
})

test('the next SKU is shown at once with its own price and picture, on sale again', () => {
  const siblings = [sku(1, {}), sku(3, {})]
  const detail = { id: 1, is_launched: false, siblings, images: ['i1', 'side'], default_image_url: 'i1', price: '1.00' }
  const shown = withSibling(detail as never, 3)
  expect([shown.id, shown.price, shown.images, shown.is_launched]).toEqual([3, '3.00', ['i3', 'side'], true])
  expect(withSibling(detail as never, null).id).toBe(1)
})

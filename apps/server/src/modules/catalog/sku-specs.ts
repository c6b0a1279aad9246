/** An option of a product and its values, in the order shown. */
export type Option = { name: string; values: string[] }
export type Specs = Record<string, string>

/** One text per combination, whatever the order in which it was said. */
export function specsKey(specs: Specs): string {
  return JSON.stringify(Object.entries(specs).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** The specs in the order of the options; null unless every option has one of its values and nothing else is said. */
export function fittingSpecs(options: readonly Option[], said: Specs): Specs | null {
  const fits = Object.keys(said).length === options.length
    && options.every(({ name, values }) => values.includes(said[name] ?? ''))
  return fits ? Object.fromEntries(options.map(({ name }) => [name, said[name] ?? ''])) : null
}

/** The first value of every option. */
export function firstSpecs(options: readonly Option[]): Specs {
  return Object.fromEntries(options.map(({ name, values }) => [name, values[0] ?? '']))
}

/**
 * What SKUs are once the options changed: an option that is new has its first value, one that is gone is left out.
 * Null when a value in use is gone, or when two would be the same.
 */
export function refitSpecs(options: readonly Option[], all: readonly Specs[]): Specs[] | null {
  const refit = all.map((specs) => fittingSpecs(options, Object.fromEntries(
    options.map(({ name, values }) => [name, specs[name] ?? values[0] ?? '']))))
  const fits = refit.every((specs): specs is Specs => specs !== null)
  return fits && new Set(refit.map(specsKey)).size === all.length ? refit : null
}

/** What a SKU is called unless somebody named it. */
export function skuName(productName: string, specs: Specs): string {
  return [productName, ...Object.values(specs)].join(' ')
}

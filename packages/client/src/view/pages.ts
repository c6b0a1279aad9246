/** The page numbers to offer: first, last and the neighbours of the shown one; null stands for a gap. */
export function pageNumbers(page: number, totalPages: number): (number | null)[] {
  const wanted = new Set([1, totalPages, page - 1, page, page + 1].filter((n) => n >= 1 && n <= totalPages))
  const numbers = [...wanted].toSorted((a, b) => a - b)
  return numbers.flatMap((n, at) => (at > 0 && n - (numbers[at - 1] ?? 0) > 1 ? [null, n] : [n]))
}

/** A whole number of at least `least` from a query or form, else `fallback`. */
export function wholeNumber(text: unknown, fallback: number, least = 1): number {
  if (typeof text !== 'string' || !/^\d{1,12}$/.test(text)) return fallback
  return Math.max(least, Number(text))
}

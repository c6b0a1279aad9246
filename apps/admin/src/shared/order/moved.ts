/** The list with the item at `from` standing at `to`; the list as it is when there is no such place. */
export function moved<T>(items: readonly T[], from: number, to: number): T[] {
  const after = [...items]
  if (from === to || !(from in after) || !(to in after)) return after
  const [item] = after.splice(from, 1)
  after.splice(to, 0, item as T)
  return after
}

const KEPT = 20

/** The SKUs that a browser kept, the newest first; nothing when it is no such list. */
export function looksOf(text: string | null): number[] {
  try {
    const list: unknown = JSON.parse(text ?? '[]')
    if (!Array.isArray(list)) return []
    const ids = list.filter((id): id is number => Number.isSafeInteger(id) && id > 0)
    return [...new Set(ids)].slice(0, KEPT)
  } catch {
    return []
  }
}

/** The list with one more look, each SKU once, the newest first. */
export function withLook(looks: readonly number[], skuId: number): number[] {
  return [skuId, ...looks.filter((id) => id !== skuId)].slice(0, KEPT)
}

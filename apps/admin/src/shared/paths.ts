/** The unit list with this unit's drawer open. */
export function unitPath(code: string): string {
  return `/units?${new URLSearchParams({ qrcode_id: code, look: code }).toString()}`
}

/** All repairs of one unit. */
export function repairsOfPath(code: string): string {
  return `/repairs?${new URLSearchParams({ status: 'all', qrcode_id: code }).toString()}`
}

export function personPath(id: number): string {
  return `/people/${id}`
}

export function productPath(id: number): string {
  return `/products/${id}`
}

/** What came in and went out of one product, or of one of its SKUs. */
export function stockLogPath(of: { product_id?: number; sku_id?: number }): string {
  return `/stock/log?${new URLSearchParams(Object.entries(of).map(([name, id]) => [name, String(id)])).toString()}`
}

/** All orders of one person. */
export function ordersOfPath(id: number): string {
  return `/orders?${new URLSearchParams({ status: 'all', user_id: String(id) }).toString()}`
}

/** All units that belong to one person. */
export function unitsOfPath(id: number): string {
  return `/units?${new URLSearchParams({ customer: String(id) }).toString()}`
}

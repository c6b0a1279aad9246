/** The unit list with this unit's drawer open. */
export function unitPath(code: string): string {
  return `/units?${new URLSearchParams({ qrcode_id: code, look: code }).toString()}`
}

/** All repairs of one unit. */
export function repairsOfPath(code: string): string {
  return `/repairs?${new URLSearchParams({ status: 'all', qrcode_id: code }).toString()}`
}

const STEP = 1024

/** A size of a file as people read it: `640 B`, `12 KB`, `3.4 MB`. */
export function bytesShown(bytes: number): string {
  if (bytes < STEP) return `${bytes} B`
  if (bytes < STEP * STEP) return `${Math.round(bytes / STEP)} KB`
  return `${(bytes / STEP / STEP).toFixed(1)} MB`
}

/** `image/jpeg` as people call it. */
export function typeShown(contentType: string): string {
  return contentType.replace(/^image\//, '').toUpperCase()
}

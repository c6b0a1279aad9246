import QRCode from 'qrcode'

/** A QR code as one path of a drawing of `size` × `size` modules, without its quiet margin. */
export type CodeDrawing = { size: number; path: string }

/** Draws a text as a QR code. Level M, as on the printed codes: it bears a reflection on a screen. */
export function drawCode(text: string): CodeDrawing {
  const { modules: { size, data } } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  const rows = Array.from({ length: size }, (_, y) =>
    rowPath(Array.from(data.slice(y * size, (y + 1) * size), Boolean), y))
  return { size, path: rows.join('') }
}

/** Each run of dark modules is one rectangle. */
function rowPath(row: readonly boolean[], y: number): string {
  const parts: string[] = []
  for (let x = 0; x < row.length;) {
    const start = x
    while (row[x]) x += 1
    if (x > start) parts.push(`M${start} ${y}h${x - start}v1h${start - x}z`)
    else x += 1
  }
  return parts.join('')
}

/** Pixels as sharp takes them: three channels, row by row from the top. */
export type RawPixels = { pixels: Buffer; width: number; height: number }

const FILE_HEADER = 14
const PALETTE_BITS = 8
const ROWS_OF = 4

/**
 * Reads an uncompressed Windows bitmap of 8 (palette), 24 or 32 bits, which sharp does not know.
 * @returns null for anything else, and for one with more than `maxPixels` pixels or fewer bytes than it says
 */
export function readBitmap(file: Buffer, maxPixels: number): RawPixels | null {
  if (file.length < FILE_HEADER + 40 || file.toString('latin1', 0, 2) !== 'BM') return null
  const from = file.readUInt32LE(10)
  const headerBytes = file.readUInt32LE(FILE_HEADER)
  const [width, signedHeight] = [file.readInt32LE(18), file.readInt32LE(22)]
  const [bits, compression] = [file.readUInt16LE(28), file.readUInt32LE(30)]
  const height = Math.abs(signedHeight)
  const isKnown = headerBytes >= 40 && compression === 0 && [PALETTE_BITS, 24, 32].includes(bits)
  if (!isKnown || width <= 0 || height === 0 || width * height > maxPixels) return null
  const rowBytes = Math.ceil((width * bits) / 8 / ROWS_OF) * ROWS_OF
  if (from < FILE_HEADER + headerBytes || from + rowBytes * height > file.length) return null
  const colourAt = colours(file, bits, FILE_HEADER + headerBytes, from)
  const pixels = Buffer.alloc(width * height * 3)
  for (let y = 0; y < height; y += 1) {
    // Rows stand from the bottom up unless the height is negative.
    const row = from + rowBytes * (signedHeight > 0 ? height - 1 - y : y)
    for (let x = 0; x < width; x += 1) {
      const at = colourAt(row, x)
      if (at < 0) return null
      const to = (y * width + x) * 3
      pixels[to] = file[at + 2] ?? 0
      pixels[to + 1] = file[at + 1] ?? 0
      pixels[to + 2] = file[at] ?? 0
    }
  }
  return { pixels, width, height }
}

/** Where the blue, green and red of a pixel stand; -1 for a colour that the palette has not. */
function colours(file: Buffer, bits: number, palette: number, end: number): (row: number, x: number) => number {
  if (bits !== PALETTE_BITS) return (row, x) => row + x * (bits / 8)
  return (row, x) => {
    const at = palette + (file[row + x] ?? 0) * 4
    return at + 4 <= end ? at : -1
  }
}

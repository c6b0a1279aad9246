import sharp from 'sharp'

/** Renders an SVG picture to WebP of the given width in pixels; the height follows the picture's own shape. */
export async function renderWebp(svg: string, widthPx: number): Promise<Buffer> {
  return sharp(Buffer.from(svg)).resize({ width: widthPx }).webp({ quality: 80, effort: 2 }).toBuffer()
}

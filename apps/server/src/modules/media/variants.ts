import sharp from 'sharp'
import { VARIANT_FORMATS, WIDTHS, variantPath } from '../../platform/files.ts'
import type { Files, Variant } from '../../platform/files.ts'

const QUALITY = { webp: 80, jpeg: 82 }

/** A stored picture, or a demo picture drawn now and kept; null when there is none. */
export async function originalOf(files: Files, path: string): Promise<Uint8Array | null> {
  const known = await stored(files, path)
  if (known) return known
  const drawn = await files.draw(path)
  if (drawn) await files.keep(path, drawn)
  return drawn
}

/** A variant that was made before, else made now and kept; null when there is no such picture. */
export async function variantOf(files: Files, asked: Variant): Promise<Uint8Array | null> {
  const known = await stored(files, variantPath(asked))
  if (known) return known
  const whole = await originalOf(files, asked.path)
  return whole && variantFrom(files, whole, asked)
}

/**
 * Makes every variant of a picture that is not there yet: what runs after each upload. Nothing is enlarged, and running
 * it again makes nothing twice. A picture that was deleted meanwhile leaves nothing behind.
 * @returns how many variants are there afterwards
 */
export async function makeVariants(files: Files, path: string): Promise<number> {
  const whole = await stored(files, path)
  if (!whole) return 0
  const widths = variantWidths(await widthOf(whole))
  for (const width of widths) {
    for (const format of VARIANT_FORMATS) {
      const variant = { path, width, format }
      if (!(await files.disk.exists(variantPath(variant)))) await variantFrom(files, whole, variant)
    }
  }
  if (await files.disk.exists(path)) return widths.length * VARIANT_FORMATS.length
  await files.remove(path)
  return 0
}

/** The widths that a picture of this width is made to: all smaller ones, and one that holds it in its own size. */
export function variantWidths(widthPx: number): string[] {
  const holds = WIDTHS.findIndex((width) => Number(width) >= widthPx)
  return WIDTHS.slice(0, holds < 0 ? undefined : holds + 1)
}

/** Beyond its own size a picture has one variant, whatever width is asked for. */
async function variantFrom(files: Files, whole: Uint8Array, asked: Variant): Promise<Uint8Array> {
  const widths = variantWidths(await widthOf(whole))
  const variant = widths.includes(asked.width) ? asked : { ...asked, width: widths.at(-1) ?? asked.width }
  const known = await stored(files, variantPath(variant))
  if (known) return known
  const smaller = sharp(whole).resize({ width: Number(variant.width), withoutEnlargement: true })
  const made = await (variant.format === 'webp'
    ? smaller.webp({ quality: QUALITY.webp })
    : smaller.flatten({ background: '#ffffff' }).jpeg({ quality: QUALITY.jpeg, mozjpeg: true })).toBuffer()
  await files.keep(variantPath(variant), made)
  return made
}

async function widthOf(whole: Uint8Array): Promise<number> {
  return (await sharp(whole).metadata()).width
}

async function stored({ disk }: Files, path: string): Promise<Uint8Array | null> {
  return (await disk.exists(path)) ? disk.getBytes(path) : null
}

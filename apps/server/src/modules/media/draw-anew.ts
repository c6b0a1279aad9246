import { createHash } from 'node:crypto'
import { Refusal } from '@hearth/kernel/errors'
import sharp from 'sharp'
import type { Sharp } from 'sharp'
import type { Picture } from './image.ts'
import { readBitmap } from './read-bitmap.ts'

const MAX_PIXELS = 50_000_000
const PLACEHOLDER_PX = 16
const COMPRESSED = 85
const FINE = { jpeg: 92, webp: 90 }

type Format = 'jpeg' | 'png' | 'gif' | 'webp'
/** `format` left out: as it came; a bmp becomes a png. */
export type Wanted = { format?: 'jpeg' | 'png' | 'webp'; isCompressed?: boolean }

const extensions = { jpeg: 'jpg', png: 'png', gif: 'gif', webp: 'webp' } as const
const starts: Record<Format | 'bmp', RegExp> = {
  jpeg: /^\xff\xd8\xff/, png: /^\x89PNG\r\n\x1a\n/, gif: /^GIF8[79]a/, webp: /^RIFF[^]{4}WEBP/, bmp: /^BM/,
}
// What a browser or a reader of documents takes for its own wherever it stands in a file.
const OTHER_THINGS = /<(?:script|html[\s>]|!doctype|\?php)|%PDF-/i
const DRAWING = /<svg[\s>]/i
const DRAWING_HEAD_BYTES = 4_096
const ZIP_ENDS = 'PK\x05\x06'
const ZIP_TAIL_BYTES = 65_557

/**
 * Draws an uploaded picture anew: upright, without anything that is not seen (where it was taken, who made it, what is
 * hidden in it). What the file is says its content, never its name. Moving pictures keep moving as gif and webp.
 * Throws media.not_a_picture, also for a file that is something else besides; media.drawing for an SVG;
 * media.too_many_pixels above 50 megapixels; media.bad_file for what is no whole picture.
 */
export async function drawAnew(file: Buffer, wanted: Wanted): Promise<Picture> {
  try {
    const { image, format } = await open(file, wanted)
    const { data, info } = await encoded(image, format, wanted.isCompressed ?? false)
    const small = await sharp(data).resize(PLACEHOLDER_PX, PLACEHOLDER_PX, { fit: 'inside' }).webp({ quality: 40 }).toBuffer()
    return {
      bytes: data, extension: extensions[format], contentType: `image/${format}`,
      sha256: createHash('sha256').update(data).digest('hex'),
      widthPx: info.width, heightPx: info.pageHeight ?? info.height,
      placeholder: `data:image/webp;base64,${small.toString('base64')}`,
    }
  } catch (fault) {
    throw fault instanceof Refusal ? fault : new Refusal(isTooLarge(fault) ? 'media.too_many_pixels' : 'media.bad_file')
  }
}

/** sharp stops before it draws more than it may. */
function isTooLarge(fault: unknown): boolean {
  return fault instanceof Error && /pixel limit/i.test(fault.message)
}

async function open(file: Buffer, { format }: Wanted): Promise<{ image: Sharp; format: Format }> {
  const head = file.toString('latin1', 0, 16)
  const came = (Object.keys(starts) as (keyof typeof starts)[]).find((each) => starts[each].test(head))
  if (!came && DRAWING.test(file.toString('latin1', 0, DRAWING_HEAD_BYTES))) throw new Refusal('media.drawing')
  if (!came || isSomethingElse(file)) throw new Refusal('media.not_a_picture')
  if (came === 'bmp') {
    const raw = readBitmap(file, MAX_PIXELS)
    if (!raw) throw new Refusal('media.bad_file')
    const { pixels, width, height } = raw
    return { image: sharp(pixels, { raw: { width, height, channels: 3 } }), format: format ?? 'png' }
  }
  const limits = { limitInputPixels: MAX_PIXELS, failOn: 'error' } as const
  const { width, height, pages = 1, format: found } = await sharp(file, limits).metadata()
  if (found !== came) throw new Refusal('media.not_a_picture')
  if (width * height * pages > MAX_PIXELS) throw new Refusal('media.too_many_pixels')
  const to = format ?? came
  const moves = pages > 1 && (to === 'gif' || to === 'webp')
  // Frames stand one below the other and cannot be turned.
  return { image: moves ? sharp(file, { ...limits, animated: true }) : sharp(file, limits).autoOrient(), format: to }
}

function isSomethingElse(file: Buffer): boolean {
  return OTHER_THINGS.test(file.toString('latin1')) || file.subarray(-ZIP_TAIL_BYTES).includes(ZIP_ENDS, 0, 'latin1')
}

function encoded(image: Sharp, format: Format, isCompressed: boolean) {
  switch (format) {
    case 'jpeg': {
      const quality = isCompressed ? COMPRESSED : FINE.jpeg
      return image.flatten({ background: '#ffffff' }).jpeg({ quality, mozjpeg: isCompressed }).toBuffer({ resolveWithObject: true })
    }
    case 'webp': return image.webp({ quality: isCompressed ? COMPRESSED : FINE.webp }).toBuffer({ resolveWithObject: true })
    case 'gif': return image.gif().toBuffer({ resolveWithObject: true })
    case 'png': return image.png({ compressionLevel: 9 }).toBuffer({ resolveWithObject: true })
  }
}

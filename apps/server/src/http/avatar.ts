import { Refusal } from '@hearth/kernel/errors'
import sharp from 'sharp'
import { newAvatarPath } from '../modules/accounts/index.ts'
import type { Deps } from './deps.ts'

/** A picture is made small by us, so it may come as large as a telephone takes it. */
export const UPLOAD_BYTES = 20 * 1_048_576
const SIZE_PX = 320
const MAX_PIXELS = 50_000_000
const FORMATS = ['jpeg', 'png', 'webp', 'gif']

/**
 * Keeps an uploaded picture of a person: what it is says its content, not its name. Drawn anew as a square WebP, so
 * that nothing else in the file (a place it was taken at, a script) is kept. Throws http.bad_file. @returns its path
 */
export async function keepAvatar(deps: Deps, userId: number, body: unknown): Promise<string> {
  const file = (body as { file?: unknown } | null)?.file
  if (!Buffer.isBuffer(file) || file.length === 0) throw new Refusal('http.bad_file')
  const picture = await draw(file)
  const path = newAvatarPath(userId)
  await deps.files.disk.put(path, picture)
  return path
}

async function draw(file: Buffer): Promise<Buffer> {
  try {
    const image = sharp(file, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
    const { format } = await image.metadata()
    if (!FORMATS.includes(format)) throw new Refusal('http.bad_file')
    return await image.rotate().resize(SIZE_PX, SIZE_PX, { fit: 'cover' }).webp({ quality: 82 }).toBuffer()
  } catch {
    throw new Refusal('http.bad_file')
  }
}

import type { MultipartFile } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { Refusal } from '@hearth/kernel/errors'
import { drawAnew, keepImage, newImagePath, newPrivatePath, plainName } from '../modules/media/index.ts'
import type { Image, Picture, Wanted } from '../modules/media/index.ts'
import { inTransaction } from '../platform/db.ts'
import type { Tx } from '../platform/db.ts'
import { personOf } from './access.ts'
import type { Deps } from './deps.ts'

type NamedFile = Buffer & { filename?: string }

/** A file of a form is a Buffer in the body; its name goes with it. */
export async function keepName(part: MultipartFile): Promise<void> {
  Object.assign(await part.toBuffer(), { filename: part.filename })
}

/** An uploaded picture drawn anew, before anything of it is kept. */
export type Upload = { name: string; picture: Picture }

/** The form's `file`, drawn anew. Throws media.empty_file and what drawing it throws. */
export async function readUpload(request: FastifyRequest, wanted: Wanted): Promise<Upload> {
  const file = fileOf(request)
  if (!file) throw new Refusal('media.bad_file')
  if (file.bytes.length === 0) throw new Refusal('media.empty_file')
  return { name: file.name, picture: await drawAnew(file.bytes, wanted) }
}

/** The form's `file` as it came; null when there is none. */
export function fileOf(request: FastifyRequest): { name: string; bytes: Buffer } | null {
  const file = (request.body as { file?: unknown } | null)?.file
  return Buffer.isBuffer(file) ? { name: plainName((file as NamedFile).filename), bytes: file } : null
}

/**
 * Keeps an uploaded picture and does what it was sent for, in one transaction: all of it or nothing, the file included.
 * The caller's same picture is kept once.
 */
export async function keepUpload<T>(
  deps: Deps, request: FastifyRequest, { name, picture }: Upload, use: (tx: Tx, image: Image) => Promise<T>,
): Promise<T> {
  const at = deps.now()
  const path = newImagePath(picture.extension, at)
  const uploadedBy = personOf(request).id
  await deps.files.disk.put(path, picture.bytes)
  let kept = ''
  try {
    return await inTransaction(deps.db, async (tx) => {
      const image = await keepImage(tx, { path, name, picture, uploadedBy, at })
      const answer = await use(tx, image)
      kept = image.path
      return answer
    }).catch((fault: unknown) => {
      kept = ''
      throw fault
    })
  } finally {
    if (kept !== path) await deps.files.remove(path)
  }
}

/** Keeps a picture that is not for everybody, with what it was sent for: both or neither. */
export async function keepPrivately<T>(
  { db, files, now }: Deps, { picture }: Upload, use: (tx: Tx, path: string) => Promise<T>,
): Promise<T> {
  const path = newPrivatePath(picture.extension, now())
  await files.disk.put(path, picture.bytes)
  return inTransaction(db, (tx) => use(tx, path)).catch(async (fault: unknown) => {
    await files.remove(path)
    throw fault
  })
}

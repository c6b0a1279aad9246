import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { Refusal } from '@hearth/kernel/errors'
import sharp from 'sharp'
import type { Deps } from './deps.ts'

const WIDTHS = ['240', '480', '800']
const types: Record<string, string> = {
  webp: 'image/webp', jpg: 'image/jpeg', jpeg: 'image/jpeg', png: 'image/png', gif: 'image/gif', bmp: 'image/bmp', svg: 'image/svg+xml',
}
// Segments of letters, digits, `_`, `-` and inner dots: nothing climbs out of the folder, nothing hidden is served.
const PATH = /^(?:[\w-][\w.-]*\/)*[\w-][\w-]*(?:\.[\w-]+)*\.(webp|jpe?g|png|gif|bmp)$/

/**
 * Uploads and pictures (E-04): a year, immutable, names are never reused. `?w=240|480|800` gives a smaller WebP, made
 * once and kept beside the original; drawn demo pictures are made on first request too.
 */
export function serveMedia(app: FastifyInstance, deps: Deps): void {
  app.get<{ Params: { '*': string }; Querystring: { w?: string } }>('/media/*', { config: { access: 'open' }, schema: { hide: true } },
    async (request, reply) => {
      const path = request.params['*']
      const ending = PATH.exec(path)?.[1]
      const { w } = request.query
      if (!ending || path.includes('..') || (w !== undefined && !WIDTHS.includes(w))) throw new Refusal('http.not_found')
      const picture = w ? await sized(deps, path, w) : await original(deps, path)
      if (!picture) throw new Refusal('http.not_found')
      return reply.header('cache-control', 'public, max-age=31536000, immutable')
        .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'")
        .type(w ? 'image/webp' : (types[ending] ?? 'application/octet-stream')).send(picture)
    })
}

async function original(deps: Deps, path: string): Promise<Buffer | null> {
  const file = join(deps.files.folder, path)
  return (await readOrNull(file)) ?? keep(file, await deps.files.draw(path))
}

async function sized(deps: Deps, path: string, width: string): Promise<Buffer | null> {
  const file = join(deps.files.folder, 'sizes', width, `${path}.webp`)
  const known = await readOrNull(file)
  if (known) return known
  const whole = await original(deps, path)
  if (!whole) return null
  const size = { width: Number(width), withoutEnlargement: true }
  return keep(file, await sharp(whole).resize(size).webp({ quality: 80 }).toBuffer())
}

/** Written beside and renamed, so that nobody reads half a picture. */
async function keep(file: string, picture: Buffer | null): Promise<Buffer | null> {
  if (!picture) return null
  const beside = `${file}.${randomUUID()}`
  await mkdir(dirname(file), { recursive: true })
  await writeFile(beside, picture)
  await rename(beside, file)
  return picture
}

async function readOrNull(file: string): Promise<Buffer | null> {
  return readFile(file).catch(() => null)
}

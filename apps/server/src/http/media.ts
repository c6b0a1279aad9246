import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { Refusal } from '@hearth/kernel/errors'
import sharp from 'sharp'
import { WIDTHS, sizedPath } from '../platform/files.ts'
import type { Deps } from './deps.ts'

const LONGEST_PATH = 200
const types: Record<string, string> = {
  webp: 'image/webp', jpg: 'image/jpeg', jpeg: 'image/jpeg', png: 'image/png', gif: 'image/gif', bmp: 'image/bmp', svg: 'image/svg+xml', pdf: 'application/pdf',
}
// Segments of letters, digits, `_`, `-` and inner dots: nothing climbs out of the folder, nothing hidden is served.
const PATH = /^(?:[\w-][\w.-]*\/)*[\w-][\w-]*(?:\.[\w-]+)*\.(webp|jpe?g|png|gif|bmp)$/
/** Documents for everybody have a folder of their own. */
const MANUAL = /^manuals\/(?:[\w-][\w.-]*\/)*[\w-][\w-]*(?:\.[\w-]+)*\.(pdf)$/

/**
 * Uploads and pictures (E-04): a year, immutable, names are never reused. `?w=240|480|800` gives a smaller WebP, made
 * once and kept beside the original; drawn demo pictures are made on first request too. Manuals are PDFs under
 * `manuals/`.
 */
export function serveMedia(app: FastifyInstance, deps: Deps): void {
  app.get<{ Params: { '*': string }; Querystring: { w?: string } }>('/media/*', { config: { access: 'open' }, schema: { hide: true } },
    async (request, reply) => {
      const path = request.params['*']
      const { w } = request.query
      const ending = (PATH.exec(path) ?? (w === undefined ? MANUAL.exec(path) : null))?.[1]
      if (!ending || path.length > LONGEST_PATH || path.includes('..') || path.startsWith('sizes/') || (w !== undefined && !WIDTHS.includes(w))) throw new Refusal('http.not_found')
      const picture = w ? await sized(deps, path, w) : await original(deps, path)
      if (!picture) throw new Refusal('http.not_found')
      return reply.header('cache-control', 'public, max-age=31536000, immutable')
        .header('content-security-policy', `default-src 'none'; style-src 'unsafe-inline'${ending === 'pdf' ? "; object-src 'self'" : ''}`)
        .type(w ? 'image/webp' : (types[ending] ?? 'application/octet-stream')).send(Buffer.from(picture))
    })
}

async function original(deps: Deps, path: string): Promise<Uint8Array | null> {
  return (await stored(deps, path)) ?? keep(deps, path, await deps.files.draw(path))
}

async function sized(deps: Deps, path: string, width: string): Promise<Uint8Array | null> {
  const key = sizedPath(width, path)
  const known = await stored(deps, key)
  if (known) return known
  const whole = await original(deps, path)
  if (!whole) return null
  const size = { width: Number(width), withoutEnlargement: true }
  return keep(deps, key, await sharp(whole).resize(size).webp({ quality: 80 }).toBuffer())
}

/** Written beside and moved, so that nobody reads half a picture. */
async function keep({ files: { disk } }: Deps, key: string, picture: Buffer | null): Promise<Uint8Array | null> {
  if (!picture) return null
  const beside = `sizes/.${randomUUID()}`
  await disk.put(beside, picture)
  await disk.move(beside, key)
  return picture
}

async function stored({ files: { disk } }: Deps, key: string): Promise<Uint8Array | null> {
  return (await disk.exists(key)) ? disk.getBytes(key) : null
}

import type { FastifyInstance, FastifyReply } from 'fastify'
import { Refusal } from '@hearth/kernel/errors'
import { originalOf, variantOf } from '../modules/media/index.ts'
import { WIDTHS } from '../platform/files.ts'
import type { Variant } from '../platform/files.ts'
import type { Deps } from './deps.ts'

const LONGEST_PATH = 200
const types: Record<string, string> = {
  webp: 'image/webp', jpg: 'image/jpeg', jpeg: 'image/jpeg', png: 'image/png', gif: 'image/gif', bmp: 'image/bmp', svg: 'image/svg+xml', pdf: 'application/pdf',
}
// Segments of letters, digits, `_`, `-` and inner dots: nothing climbs out of the folder, nothing hidden is served.
const PATH = /^(?:[\w-][\w.-]*\/)*[\w-][\w-]*(?:\.[\w-]+)*\.(webp|jpe?g|png|gif|bmp)$/
/** Smaller editions have addresses of their own; what is private is shown by who knows whose it is. */
const HIDDEN = /^(?:sizes|private)\//
/** Documents for everybody have a folder of their own. */
const MANUAL = /^manuals\/(?:[\w-][\w.-]*\/)*[\w-][\w-]*(?:\.[\w-]+)*\.(pdf)$/

/**
 * Uploads and pictures (E-04): a year, immutable, names are never reused. `?w=240|480|800` gives a smaller WebP, or a
 * JPEG to who does not ask for WebP; they are made after the upload, or now if they are not there yet. Drawn demo
 * pictures are made on first request too. Manuals are PDFs under `manuals/`.
 */
export function serveMedia(app: FastifyInstance, { files }: Deps): void {
  app.get<{ Params: { '*': string }; Querystring: { w?: string } }>('/media/*', { config: { access: 'open' }, schema: { hide: true } },
    async (request, reply) => {
      const path = request.params['*']
      const { w } = request.query
      const ending = (PATH.exec(path) ?? (w === undefined ? MANUAL.exec(path) : null))?.[1]
      const isServed = ending && path.length <= LONGEST_PATH && !path.includes('..') && !HIDDEN.test(path)
      if (!isServed || (w !== undefined && !WIDTHS.some((width) => width === w))) throw new Refusal('http.not_found')
      const format = formatFor(request.headers.accept)
      const variant: Variant | null = w === undefined ? null : { path, width: w, format }
      const picture = variant ? await variantOf(files, variant) : await originalOf(files, path)
      if (!picture) throw new Refusal('http.not_found')
      if (variant) varyByAccept(reply)
      return reply.header('cache-control', 'public, max-age=31536000, immutable')
        .header('content-security-policy', `default-src 'none'; style-src 'unsafe-inline'${ending === 'pdf' ? "; object-src 'self'" : ''}`)
        .type(types[variant?.format ?? ending] ?? 'application/octet-stream').send(Buffer.from(picture))
    })
}

/** Sends a picture to this person only; nobody on the way keeps it. Throws http.not_found. */
export async function sendPrivately(reply: FastifyReply, { files }: Deps, path: string): Promise<FastifyReply> {
  const picture = await originalOf(files, path)
  if (!picture) throw new Refusal('http.not_found')
  return reply.header('cache-control', 'private, no-store').header('content-security-policy', "default-src 'none'")
    .type(types[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream').send(Buffer.from(picture))
}

/** WebP for who names it among what he takes, without refusing it (`q=0`); JPEG can be read by everybody. */
export function formatFor(accept: string | undefined): Variant['format'] {
  const asked = (accept ?? '').split(',').map((each) => each.split(';').map((part) => part.trim().toLowerCase()))
  return asked.some(([type, ...rest]) => type === 'image/webp' && !rest.some((part) => /^q=0(?:\.0*)?$/.test(part))) ? 'webp' : 'jpeg'
}

/** Other headers may depend on the origin already. */
function varyByAccept(reply: FastifyReply): void {
  const before = reply.getHeader('vary')
  void reply.header('vary', before ? `${String(before)}, Accept` : 'Accept')
}

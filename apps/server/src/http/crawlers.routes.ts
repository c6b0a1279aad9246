import type { FastifyPluginAsync, FastifyReply } from 'fastify'
import { Refusal } from '@hearth/kernel/errors'
import type { Deps } from './deps.ts'
import { goodsSitemap, keptSitemaps, listsSitemap, sitemapIndex } from './sitemap.ts'

const open = { config: { access: 'open', etag: true }, schema: { hide: true } } as const
/** Nobody finds anything there who is not the person himself. Pictures lie under `/media`, which `/me` would cover. */
const CLOSED = ['/cart', '/checkout', '/me', '/orders', '/pay', '/login', '/bind', '/oauth', '/logout', '/api', '/admin', '/dev', '/q']

/** What search engines ask for: which pages there are, and which are not for them. */
export const crawlerRoutes: FastifyPluginAsync<{ deps: Deps }> = async (app, { deps }) => {
  const { db, config: { publicUrl } } = deps
  const kept = keptSitemaps(deps)
  const send = async (reply: FastifyReply, name: string, make: () => Promise<string | null>) => {
    const text = await kept(name, make)
    if (text === null) throw new Refusal('http.not_found')
    return reply.header('cache-control', 'public, max-age=300').type('application/xml; charset=utf-8').send(text)
  }

  app.get('/robots.txt', open, async (_request, reply) => {
    const lines = ['User-agent: *', 'Allow: /media/', ...CLOSED.map((path) => `Disallow: ${path}`), '', `Sitemap: ${publicUrl}/sitemap.xml`, '']
    return reply.header('cache-control', 'public, max-age=3600').type('text/plain; charset=utf-8').send(lines.join('\n'))
  })

  app.get('/sitemap.xml', open, async (_request, reply) => send(reply, 'index', () => sitemapIndex(db, publicUrl)))

  app.get('/sitemaps/lists.xml', open, async (_request, reply) => send(reply, 'lists', () => listsSitemap(db, publicUrl)))

  app.get<{ Params: { part: string } }>('/sitemaps/goods-:part(^\\d{1,9}).xml', open, async (request, reply) => {
    const part = Number(request.params.part)
    return send(reply, `goods-${part}`, () => goodsSitemap(db, publicUrl, part))
  })
}

import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import fastifyStatic from '@fastify/static'
import { projectDir } from '../platform/config.ts'
import type { Deps } from './deps.ts'
import { serveMedia } from './media.ts'
import { openShop } from './shop.ts'
import type { Shop } from './shop.ts'

const YEAR = 'public, max-age=31536000, immutable'
const open = { access: 'open' } as const

/** What browsers see beside the API: media, the console and, for every other path, the shop. */
export async function servePages(app: FastifyInstance, deps: Deps): Promise<void> {
  serveMedia(app, deps)
  await serveConsole(app, join(projectDir, 'apps/admin/dist'))
  const shopDir = join(projectDir, 'apps/shop/build')
  const server = join(shopDir, 'server/index.js')
  if (!existsSync(server)) return
  const shop = (await import(pathToFileURL(server).href)) as Shop
  await serveShop(app, deps, { shopDir, shop })
}

/** The console is one page; its own router reads the path. */
async function serveConsole(app: FastifyInstance, dist: string): Promise<void> {
  if (!existsSync(join(dist, 'index.html'))) return
  const page = await readFile(join(dist, 'index.html'), 'utf8')
  const sendPage = (_: FastifyRequest, reply: FastifyReply) => reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(page)
  await app.register(async (assets) => {
    assets.addHook('onRoute', (route) => void (route.config = Object.assign(route.config ?? {}, open)))
    await assets.register(fastifyStatic, {
      root: join(dist, 'assets'), prefix: '/admin/assets/', decorateReply: false, preCompressed: true, cacheControl: false,
      setHeaders: (reply) => void reply.header('cache-control', YEAR),
    })
  })
  app.get('/admin', { config: open, schema: { hide: true } }, sendPage)
  app.get('/admin/*', { config: open, schema: { hide: true } }, sendPage)
}

type Built = { shopDir: string; shop: Shop }

async function serveShop(app: FastifyInstance, deps: Deps, { shopDir, shop }: Built): Promise<void> {
  await app.register(async (assets) => {
    assets.addHook('onRoute', (route) => void (route.config = Object.assign(route.config ?? {}, open)))
    await assets.register(fastifyStatic, {
      root: join(shopDir, 'client/assets'), prefix: '/assets/', decorateReply: false, preCompressed: true, cacheControl: false,
      setHeaders: (reply) => void reply.header('cache-control', YEAR),
    })
    await assets.register(fastifyStatic, {
      root: join(shopDir, 'client'), prefix: '/', decorateReply: false, wildcard: false, globIgnore: ['assets/**', '.vite/**'],
      cacheControl: false, setHeaders: (reply) => void reply.header('cache-control', 'public, max-age=3600'),
    })
  })
  openShop(app, deps, shop)
}

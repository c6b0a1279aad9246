import { createReadStream } from 'node:fs'
import { createRequire } from 'node:module'
import type { FastifyInstance, FastifyReply } from 'fastify'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import { stringify } from 'yaml'
import type { Deps } from './deps.ts'

/** OpenAPI 3.1 from the routes' own shapes (A-03). */
export async function describeApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Hearth', version: '1.0.0', description: '家电商家平台：卖出一台，陪伴一台。' },
      components: {
        securitySchemes: {
          bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
          cookie: { type: 'apiKey', in: 'cookie', name: 'hearth_access' },
        },
      },
    },
    hideUntagged: false,
    transform: ({ schema, url, route }) => {
      const access = route.config?.access
      const isAnyone = !access || access === 'open' || access === 'public'
      const security: Record<string, string[]>[] = isAnyone ? [] : [{ bearer: [] }, { cookie: [] }]
      const hidden = !url.startsWith('/api/') && !['/health/', '/metrics/'].includes(url)
      const tags = [url.split('/')[url.startsWith('/api/lifecycle/') ? 3 : 2] ?? 'other']
      return { schema: { ...schema, tags, security, hide: hidden || schema?.hide === true }, url: url.replace(/\(\^[^)]*\)/g, '') }
    },
  })
}

/** The routes that show the description; registered after all others, so that it is whole. */
export async function serveApiDescription(app: FastifyInstance, deps: Deps): Promise<void> {
  const config = { access: deps.config.isProduction ? 'admin' as const : 'open' as const }
  app.get('/api/schema/', { config, schema: { hide: true } }, async (request, reply) => {
    const { format } = request.query as { format?: string }
    const wantsJson = format === 'json' || (request.headers.accept ?? '').includes('json')
    return wantsJson ? reply.send(app.swagger()) : sendYaml(reply, stringify(app.swagger()))
  })
  await app.register(async (docs) => {
    docs.addHook('onRoute', (route) => {
      route.config = Object.assign(route.config ?? {}, config)
      route.schema = Object.assign(route.schema ?? {}, { hide: true })
    })
    await docs.register(swaggerUi, {
      routePrefix: '/api/docs',
      uiConfig: { docExpansion: 'none', validatorUrl: null },
      staticCSP: false,
    })
    serveRedoc(docs)
  })
}

const redocFile = createRequire(import.meta.url).resolve('redoc/bundles/redoc.standalone.js')

/** Its search runs in a worker made of text, which our content policy rightly refuses: it stays off. */
function serveRedoc(docs: FastifyInstance): void {
  docs.get('/api/redoc/', async (request, reply) => reply.type('text/html; charset=utf-8').send(`<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>Hearth API</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>body { margin: 0 } a[href^="https://redocly.com"] { display: none }</style></head>
<body><div id="redoc"></div><script src="/api/redoc/redoc.js"></script>
<script nonce="${request.nonce}">Redoc.init('/api/schema/?format=json',
{ disableSearch: true, nativeScrollbars: true }, document.getElementById('redoc'))</script></body></html>`))
  docs.get('/api/redoc/redoc.js', async (_request, reply) => reply.type('text/javascript; charset=utf-8')
    .header('cache-control', 'public, max-age=86400').send(createReadStream(redocFile)))
}

function sendYaml(reply: FastifyReply, text: string): FastifyReply {
  return reply.type('application/yaml; charset=utf-8').send(text)
}

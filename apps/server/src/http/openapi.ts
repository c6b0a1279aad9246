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
  })
}

function sendYaml(reply: FastifyReply, text: string): FastifyReply {
  return reply.type('application/yaml; charset=utf-8').send(text)
}

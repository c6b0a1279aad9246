import Fastify, { LogController } from 'fastify'
import type { FastifyBaseLogger, FastifyInstance, FastifyRequest } from 'fastify'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import cors from '@fastify/cors'
import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import { randomUUID } from 'node:crypto'
import { Refusal } from '@hearth/kernel/errors'
import { UPLOAD_BYTES } from './http/avatar.ts'
import { guardRoutes } from './http/access.ts'
import type { Deps } from './http/deps.ts'
import { answerErrors } from './http/envelope.ts'
import { crawlerRoutes } from './http/crawlers.routes.ts'
import { tagAnswers } from './http/etags.ts'
import { keepName } from './http/uploads.ts'
import { canonicalUrl } from './http/legacy-paths.ts'
import { limitOverall } from './http/overall-limit.ts'
import { describeApi, serveApiDescription } from './http/openapi.ts'
import { apiRoutes } from './http/routes.ts'
import { secureAnswers } from './http/security.ts'
import { servePages } from './http/pages.ts'
import { compileValidator, formBody } from './http/validation.ts'
import { operationsRoutes } from './http/operations.routes.ts'
import { developerDesk } from './http/dev-desk/index.ts'
import type { DeskParts } from './http/dev-desk/index.ts'

const BODY_BYTES = 1_048_576

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether files may come as parts of a form; other routes take 1 MiB of anything. */
    takesFiles?: true
  }
}

/**
 * The whole HTTP side of Hearth. `desk` holds the simulators and is null in production: then neither they nor the
 * developer desk exist.
 */
export async function buildApp(deps: Deps, desk: DeskParts | null): Promise<FastifyInstance> {
  const { config } = deps
  const app = Fastify({
    loggerInstance: deps.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_BYTES,
    trustProxy: config.trustedProxies.length > 0 ? config.trustedProxies : false,
    rewriteUrl: canonicalUrl(config),
    genReqId: () => randomUUID(),
    requestTimeout: 30_000,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 500 },
  })
  app.setValidatorCompiler(compileValidator)
  answerErrors(app)
  await readBodies(app)
  await app.register(cookie)
  await app.register(cors, {
    origin: config.corsOrigins.includes('*') ? true : config.corsOrigins, credentials: true, maxAge: 600,
  })
  await secureAnswers(app, deps)
  tagAnswers(app)
  await app.register(compress, { global: true, threshold: 1_024, encodings: ['br', 'gzip'] })
  await describeApi(app)
  guardRoutes(app, deps)
  limitOverall(app, deps)
  watch(app, deps)
  endConnectionsWhenClosing(app)
  await app.register(operationsRoutes, { deps })
  await app.register(crawlerRoutes, { deps })
  await app.register(apiRoutes, { deps, prefix: '/api' })
  if (desk) await app.register(developerDesk, { deps, desk })
  await serveApiDescription(app, deps)
  await servePages(app, deps)
  return app
}

/** JSON, forms and multipart on every write; form values are text and marked so. */
async function readBodies(app: FastifyInstance): Promise<void> {
  await app.register(formbody)
  await app.register(multipart, {
    attachFieldsToBody: 'keyValues', limits: { fileSize: UPLOAD_BYTES, files: 1, fields: 100 }, onFile: keepName,
  })
  app.addHook('onRequest', async (request) => refuseLargeParts(request))
  app.addHook('preValidation', async (request) => {
    const isForm = /^(?:multipart\/form-data|application\/x-www-form-urlencoded)/i.test(request.headers['content-type'] ?? '')
    if (isForm && typeof request.body === 'object' && request.body !== null) {
      request.body = Object.assign({}, request.body, { [formBody]: true })
    } else if (request.body === undefined && request.routeOptions.schema?.body) request.body = {}
  })
}

/** How much comes as parts is known before any of it is read. */
function refuseLargeParts(request: FastifyRequest): void {
  if (!/^multipart\//i.test(request.headers['content-type'] ?? '')) return
  const most = request.routeOptions.config.takesFiles ? UPLOAD_BYTES + BODY_BYTES : BODY_BYTES
  const length = Number(request.headers['content-length'] ?? Number.NaN)
  if (!(length <= most)) throw new Refusal('http.too_large')
}

/** While the server closes, every answer ends its connection: nobody waits for an idle browser. */
function endConnectionsWhenClosing(app: FastifyInstance): void {
  let isClosing = false
  app.addHook('preClose', async () => void (isClosing = true))
  app.addHook('onSend', (_request, reply, _payload, done) => {
    if (isClosing) reply.header('connection', 'close')
    done()
  })
}

/** One line per request with its id, and its time in the metrics. Queries are masked. */
function watch(app: FastifyInstance, deps: Deps): void {
  app.addHook('onRequest', async (request, reply) => void reply.header('x-request-id', request.id))
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    const seconds = reply.elapsedTime / 1_000
    deps.metrics.requests.observe({ method: request.method, route, status: String(reply.statusCode) }, seconds)
    if (route.startsWith('/assets') || route.startsWith('/media')) return
    const ms = Math.round(reply.elapsedTime * 10) / 10
    // What another company is asked would be in its own log, not in ours.
    const url = route.startsWith('/dev/sim') ? route : request.url
    request.log.info({ method: request.method, status: reply.statusCode, ms }, url)
  })
}

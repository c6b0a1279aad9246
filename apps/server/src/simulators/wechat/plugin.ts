import type { FastifyPluginAsync } from 'fastify'
import { open } from '../company/routes.ts'
import { codeToSession } from './company.ts'
import type { Company } from './company.ts'

/** The company's routes. Its answers are JSON in plain text, refusals with HTTP 200. */
export function simulatorPlugin(company: Company): FastifyPluginAsync {
  return async (app) => {
    app.get<{ Querystring: Record<string, string> }>('/sns/jscode2session', { config: open }, async (request, reply) => {
      const said = await codeToSession(company, request.query)
      reply.type('text/plain; charset=utf-8')
      return said ? reply.send(JSON.stringify(said)) : reply.code(500).send('Internal Server Error')
    })
  }
}

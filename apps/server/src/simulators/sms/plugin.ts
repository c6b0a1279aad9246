import { randomUUID } from 'node:crypto'
import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { open } from '../company/routes.ts'
import { answerCall } from './company.ts'
import type { Company } from './company.ts'

/** The company's one address. The SDK puts everything into the query and sends no body. */
export function simulatorPlugin(company: Company): FastifyPluginAsync {
  return async (app) => {
    app.post('/', { config: open }, async (request, reply) => {
      const url = request.originalUrl
      const query = new URL(url, 'http://any').searchParams
      const call = { method: 'POST', url, headers: request.headers, body: '' }
      const { status, code, message, bizId } = await answerCall(company, call, query)
      return reply.code(status).send({
        Message: message, RequestId: randomUUID().toUpperCase(), Code: code,
        ...(bizId ? { BizId: bizId } : {}), ...(status >= 400 ? { HostId: hostOf(request) } : {}),
      })
    })
  }
}

function hostOf(request: FastifyRequest): string {
  return String(request.headers.host ?? '')
}

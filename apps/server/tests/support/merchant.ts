import Fastify from 'fastify'
import type { RawNotice } from '../../src/modules/payments/index.ts'

/** A merchant's server that keeps what it is sent and answers with these statuses, one by one, the last for good. */
export async function aMerchantServer(statuses: number[]) {
  const heard: RawNotice[] = []
  const app = Fastify()
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'string' }, async (_: unknown, body: string) => body)
  app.post('/notice', async (request, reply) => {
    heard.push({ headers: request.headers as Record<string, string>, body: String(request.body), form: {} })
    return reply.code(statuses[Math.min(heard.length, statuses.length) - 1] ?? 200).send({ code: 'SUCCESS' })
  })
  const url = `${await app.listen({ port: 0, host: '127.0.0.1' })}/notice`
  return { heard, url, [Symbol.asyncDispose]: async () => void await app.close() }
}

import type { FastifyRequest } from 'fastify'

/** The id in the path of one thing. */
export function idOf(request: FastifyRequest): number {
  return Number((request.params as { id: string }).id)
}

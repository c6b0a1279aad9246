import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Refusal } from '@hearth/kernel/errors'
import type { Deps } from './deps.ts'
import { networkOf } from './network.ts'
import { isFromInside } from './security.ts'

const MINUTE_MS = 60_000

/**
 * So many calls a minute from an address that has not signed in, and from a person (contract §0.3; production only, 0:
 * no limit). Counted by each process for itself: it holds programs back that ask without end, and guards nothing; what
 * has to be guarded has a limit of its own, shared by all. Open routes, which do not ask who it is, do not count
 * (payment notices are among them: contract, decision 5), nor do calls that a page of ours makes.
 */
export function limitOverall(app: FastifyInstance, { config: { overallPerMinute }, now }: Deps): void {
  let minute = 0
  const counts = new Map<string, number>()
  app.addHook('onRequest', async (request) => {
    const limit = request.person ? overallPerMinute.person : overallPerMinute.anonymous
    if (limit === 0 || !counted(request)) return
    const at = now().getTime()
    if (Math.floor(at / MINUTE_MS) !== minute) {
      minute = Math.floor(at / MINUTE_MS)
      counts.clear()
    }
    const who = request.person ? `person:${request.person.id}` : networkOf(request)
    const count = (counts.get(who) ?? 0) + 1
    counts.set(who, count)
    if (count <= limit) return
    throw new Refusal('throttle.too_many', { retry_after_seconds: Math.ceil(((minute + 1) * MINUTE_MS - at) / 1_000) })
  })
}

function counted(request: FastifyRequest): boolean {
  const { url = '', config } = request.routeOptions
  if (!url.startsWith('/api/') || config.access === 'open') return false
  return !isFromInside(request) && request.headers['sec-fetch-site'] !== 'same-origin'
}

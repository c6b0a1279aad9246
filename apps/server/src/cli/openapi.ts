import type { FastifyInstance } from 'fastify'

/** The description as it is committed: sorted, so that only what changed differs. */
export function openApiText(app: FastifyInstance): string {
  return `${JSON.stringify(sorted(app.swagger()), null, 1)}\n`
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const pairs = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(pairs.map(([key, each]) => [key, sorted(each)]))
}

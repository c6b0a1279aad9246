import type { FastifyInstance, FastifyReply } from 'fastify'
import { STYLES } from './page.ts'

/** The gate of the shop asks every route for this word; outside of it nobody does. */
export const open = { access: 'open' } as const

/** Forms as plain texts, whatever reads them elsewhere: signatures are made over exactly these. */
export function readForms(app: FastifyInstance): void {
  readBodies(app, ['application/x-www-form-urlencoded'], (body) => Object.fromEntries(new URLSearchParams(body)))
}

/** Bodies of these types as `read` makes them, in place of what reads them elsewhere. */
export function readBodies(app: FastifyInstance, types: readonly string[], read: (body: string) => unknown): void {
  for (const type of types) {
    if (app.hasContentTypeParser(type)) app.removeContentTypeParser(type)
    app.addContentTypeParser(type, { parseAs: 'string' }, async (_request: unknown, body: string) => read(body))
  }
}

/** The texts among the fields of a query or a form. */
export function textsOf(fields: unknown): Record<string, string> {
  const pairs = Object.entries(typeof fields === 'object' && fields !== null ? fields : {})
  return Object.fromEntries(pairs.filter((pair): pair is [string, string] => typeof pair[1] === 'string'))
}

export function stylesRoute(app: FastifyInstance, css: string): void {
  app.get(`/${STYLES}`, { config: open }, async (_, reply) => reply.type('text/css; charset=utf-8').send(css))
}

export function html(reply: FastifyReply, text: string): FastifyReply {
  return reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(text)
}

/** Breaks the connection: the caller never learns what became of his call. */
export function hangUp(reply: FastifyReply): FastifyReply {
  reply.hijack()
  reply.raw.destroy()
  return reply
}

/** Waits that end early when the server shuts down: a slow company does not hold it up. */
export function openWaits(app: FastifyInstance): (ms: number) => Promise<void> {
  const closing = new AbortController()
  app.addHook('preClose', async () => closing.abort())
  return (ms) => new Promise((go) => {
    if (closing.signal.aborted) return go()
    const timer = setTimeout(done, ms)
    closing.signal.addEventListener('abort', done, { once: true })
    function done(): void {
      clearTimeout(timer)
      closing.signal.removeEventListener('abort', done)
      go()
    }
  })
}

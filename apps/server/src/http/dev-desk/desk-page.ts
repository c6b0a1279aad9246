import type { FastifyPluginAsync } from 'fastify'
import { readFile } from 'node:fs/promises'
import type { Deps } from '../deps.ts'

const open = { access: 'open' } as const
const file = (name: string) => readFile(new URL(`./page/${name}`, import.meta.url), 'utf8')

/** The developer desk as a page: the same routes, with buttons. */
export const deskPage: FastifyPluginAsync<{ deps: Deps }> = async (app) => {
  app.get('/dev/', { config: open, schema: { hide: true } }, async (_, reply) =>
    reply.type('text/html; charset=utf-8').send(await file('desk.html')))
  app.get('/dev/desk.js', { config: open, schema: { hide: true } }, async (_, reply) =>
    reply.type('text/javascript; charset=utf-8').send(await file('desk.js')))
  app.get('/dev/outside.js', { config: open, schema: { hide: true } }, async (_, reply) =>
    reply.type('text/javascript; charset=utf-8').send(await file('outside.js')))
  app.get('/dev/payments.js', { config: open, schema: { hide: true } }, async (_, reply) =>
    reply.type('text/javascript; charset=utf-8').send(await file('payments.js')))
  app.get('/dev/desk.css', { config: open, schema: { hide: true } }, async (_, reply) =>
    reply.type('text/css; charset=utf-8').send(await file('desk.css')))
}

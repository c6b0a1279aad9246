import Fastify from 'fastify'
import formbody from '@fastify/formbody'
import { guardRoutes } from '../../src/http/access.ts'
import type { Deps } from '../../src/http/deps.ts'
import { answerErrors } from '../../src/http/envelope.ts'
import { orderMoveRoutes } from '../../src/http/order-changes.routes.ts'
import { placeOrderRoutes } from '../../src/http/order-placing.routes.ts'
import { noticeRoutes } from '../../src/http/payment-notices.routes.ts'
import { paymentRoutes } from '../../src/http/payments.routes.ts'
import { compileValidator } from '../../src/http/validation.ts'
import { environment, readConfig } from '../../src/platform/config.ts'
import { openDb } from '../../src/platform/db.ts'
import { makeJobs } from '../../src/wiring/jobs.ts'
import { openServer } from '../../src/wiring/server.ts'
import type { Errand, ErrandDone } from './victims.ts'

/**
 * A Hearth in a process of its own that does one errand and kills itself, as `kill -9` does, at the n-th point of it.
 * It does not listen: its port is that of the world it belongs to, so that it asks that world's simulated companies.
 *
 * Points are the awaits at which a crash can make a difference: before each statement, after each commit, before and
 * after each call of a company. After any other statement nothing happens that the world outside could see.
 */
let pointsLeft = Number.POSITIVE_INFINITY
let points = 0
let at = new Date(0)

function reach(): void {
  points += 1
  pointsLeft -= 1
  if (pointsLeft === 0) process.kill(process.pid, 'SIGKILL')
}

/** The company with a point before and after each of its calls. */
function watched<T extends object>(company: T): T {
  return new Proxy(company, {
    get: (of, name) => {
      const value: unknown = Reflect.get(of, name)
      if (typeof value !== 'function') return value
      return (...given: unknown[]) => {
        reach()
        const answer: unknown = Reflect.apply(value, of, given)
        return answer instanceof Promise ? answer.finally(reach) : answer
      }
    },
  })
}

const { config } = readConfig(environment())
const databaseUrl = config.databaseUrl ?? ''
const db = openDb({ url: databaseUrl, onStatement: reach, onAnswer: (text) => { if (text === 'commit') reach() } })
const clock = { now: () => at, offsetMs: () => 0, close: async () => undefined }
const server = await openServer(config, { db, databaseUrl, clock, works: false })
const companies = Object.entries(server.deps.payments).map(([name, company]) => [name, company && watched(company)])
const deps: Deps = { ...server.deps, payments: Object.fromEntries(companies) as Deps['payments'] }
const jobs = makeJobs(deps, server.desk)
const app = await routesOf(deps)

/** The routes that errands are about, and no others: it is made for every point anew. */
async function routesOf(deps: Deps) {
  const app = Fastify()
  app.setValidatorCompiler(compileValidator)
  answerErrors(app)
  await app.register(formbody)
  guardRoutes(app, deps)
  for (const plugin of [placeOrderRoutes, orderMoveRoutes, paymentRoutes, noticeRoutes]) {
    await app.register(plugin, { deps, prefix: '/api' })
  }
  await app.ready()
  return app
}

async function run(errand: Errand): Promise<unknown> {
  if (errand.kind === 'job') return jobs.find(({ name }) => name === errand.name)?.run(errand.body)
  const { method, url, headers, payload } = errand
  const answer = await app.inject({ method, url, headers, payload })
  return { status: answer.statusCode, body: answer.body }
}

process.on('message', ({ errand, killAt, now }: { errand: Errand; killAt: number; now: string }) => {
  at = new Date(now)
  pointsLeft = killAt
  points = 0
  void run(errand).then((answer) => process.send?.({ answer, points } satisfies ErrandDone))
})
process.send?.('ready')

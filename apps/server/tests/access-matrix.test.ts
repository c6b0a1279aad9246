import { beforeAll, expect, test } from 'vitest'
import { callOf, calledRoutes } from './support/access-calls.ts'
import { aCell, aStage, routesOf, statusOf } from './support/access-cell.ts'
import type { Route, Stage } from './support/access-cell.ts'
import { callers } from './support/access-people.ts'
import { openWorld } from './support/world.ts'

/** Pages and files for everybody, the developer desk (not in production), and the pages of the API's description. */
const NOT_HERE = /^\/(?!api\/|health\/$|metrics\/$)|^\/api\/docs(?:\/|$)/
const LEGEND = [
  'What every route answers to every caller: the expectation list of access-matrix.test.ts. Review each line that changes.',
  "own: the caller's (an anonymous caller: the shopper's). shopper's: the shopper's, so foreign to all columns but his.",
  "agent's: a machine that the agent sold to the shopper. absent: no such object. Other words: which body, which object.",
  'A + after the status: the answer shows the object that was looked for.',
]

type Line = { route: Route; kind: string; statuses: readonly string[] }
let lines: Line[] = []
let registered: string[] = []

beforeAll(async () => {
  await using w = await openWorld({
    listen: true, env: { UNPAID_ORDERS_PER_PERSON: '0', BANK_ACCOUNT_NAME: '我们', BANK_NAME: '银行', BANK_ACCOUNT_NUMBER: '1' },
  })
  const stage = await aStage(w)
  const routes = routesOf(w.app.guardedRoutes)
  registered = routes.map(({ name }) => name)
  lines = []
  for (const route of routes.filter(({ path }) => !NOT_HERE.test(path))) {
    for (const kind of callOf(route.name).kinds) lines.push(await lineOf(stage, route, kind))
  }
}, 300_000)

test('every route answers every caller as it is written down', async () => {
  const head = textOf({ route: { name: 'route', access: 'access' }, kind: 'object', statuses: callers })
  await expect([...LEGEND, '', head, ...lines.map(textOf), ''].join('\n')).toMatchFileSnapshot('./access-matrix.txt')
})

test('nobody passes the gate of a route that is not for him', () => {
  const stayOut: Record<string, number> = { person: 1, console: 4, staff: 5, admin: 6 }
  const inside = lines.filter(({ route, statuses }) =>
    statuses.slice(0, stayOut[route.access] ?? 0).some((status, place) => status !== (place === 0 ? '401' : '403')))
  expect(inside.map(textOf)).toEqual([])
})

test('no call is throttled or breaks anything, and each is of a route that there is', () => {
  expect(lines.filter(({ statuses }) => statuses.some((status) => /^(?:429|5)/.test(status))).map(textOf)).toEqual([])
  expect(calledRoutes.filter((name) => !registered.includes(name))).toEqual([])
})

async function lineOf(stage: Stage, route: Route, kind: string): Promise<Line> {
  await stage.w.deps.store.resetHits()
  const statuses = await Promise.all(callers.map(async (by) =>
    statusOf(await aCell(stage, kind, by), route, callOf(route.name))))
  return { route, kind, statuses }
}

function textOf({ route, kind, statuses }: { route: Pick<Route, 'name' | 'access'> } & Omit<Line, 'route'>): string {
  const columns = statuses.map((status, place) => status.padEnd((callers[place] ?? '').length))
  return [route.name.padEnd(56), route.access.padEnd(6), kind.padEnd(9), ...columns].join('  ').trimEnd()
}

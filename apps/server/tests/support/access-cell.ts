import type { RouteOptions } from 'fastify'
import { aCategory, aProduct } from './builders.ts'
import { aPerson, standings } from './access-people.ts'
import type { Caller, Someone } from './access-people.ts'
import { aProductType } from './unit-builders.ts'
import type { World } from './world.ts'

/** What stands in the world before the first call, and is changed by none. */
export type Stage = {
  w: World
  typeId: number
  actorId: number
  categoryId: number
  onSale: { productId: number; skuId: number }
  hidden: { productId: number; skuId: number }
}

/** One call of one person to one route. `owner` is whose object it is, `agent` who holds the machines. */
export type Cell = Stage & { kind: string; caller: Someone | null; owner: Someone; agent: Someone }

/** `shows`: a text that is in the answer only when it shows the object. */
export type Asked = { params?: Record<string, string | number>; query?: string; body?: object; shows?: string }
export type Call = { kinds: readonly string[]; ask: (cell: Cell) => Asked | Promise<Asked> }

export async function aStage(w: World): Promise<Stage> {
  const [typeId, categoryId] = [await aProductType(w), await aCategory(w)]
  const { userId: actorId } = await w.signIn('admin', { role: 'admin' })
  const [onSale, hidden] = [await aProduct(w, { skus: [{ onHandQty: 1_000 }] }), await aProduct(w, { isActive: false })]
  const one = ({ productId, skuIds }: typeof onSale) => ({ productId, skuId: skuIds[0] ?? 0 })
  return { w, typeId, actorId, categoryId, onSale: one(onSale), hidden: one(hidden) }
}

/** The people of a cell are new, so that no call can change the answer to another one. */
export async function aCell(stage: Stage, kind: string, by: Caller): Promise<Cell> {
  const standing = standings[by]
  const caller = standing && (await aPerson(stage.w, standing))
  const isOwner = caller !== null && (!/^(?:shopper|agent)'s$/.test(kind) || by === 'shopper')
  return {
    ...stage, kind, caller,
    owner: isOwner ? caller : await aPerson(stage.w, {}),
    agent: kind === "agent's" && by === 'agent' && caller ? caller : await aPerson(stage.w, { isAgent: true }),
  }
}

/** Makes the call. @returns its status; with a `+` when the answer shows the object that was looked for */
export async function statusOf(cell: Cell, route: Route, call: Call): Promise<string> {
  const { params = {}, query = '', body, shows } = await call.ask(cell)
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => {
    if (params[name] === undefined) throw new Error(`${route.name} names an object: say which, in access-calls`)
    return String(params[name])
  })
  const answer = await cell.w.app.inject({
    method: route.method, url: `${path}${query && `?${query}`}`, headers: cell.caller?.headers,
    ...(body && { payload: body }),
  })
  return `${answer.statusCode}${shows !== undefined && answer.body.includes(shows) ? '+' : ''}`
}

export type Route = { name: string; method: 'GET'; path: string; access: string }

/** One entry per method and path; GET stands for its HEAD. */
export function routesOf(all: readonly RouteOptions[]): Route[] {
  return all.flatMap(({ method, url, config }) => [method].flat().filter((each) => each !== 'HEAD').map((each) => {
    const path = url.replace(/\(\^[^)]*\)/g, '')
    return { name: `${each} ${path}`, method: each as 'GET', path, access: config?.access ?? 'none' }
  }))
}

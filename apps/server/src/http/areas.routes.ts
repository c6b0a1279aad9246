import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { AreaView, AreaWithSubs } from '@hearth/contracts/areas'
import { Refusal } from '@hearth/kernel/errors'
import { Type } from 'typebox'
import { areaWithSubs, listProvinces } from '../modules/areas/index.ts'
import type { NamedArea } from '../modules/areas/index.ts'
import type { Deps } from './deps.ts'

const DAY = 'public, max-age=86400'

/** Provinces, and what lies in an area (D-10, D-11); anyone may keep the answers for a day. */
export const areaRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  const open = { access: 'open' } as const

  app.get('/areas/', { config: open, schema: { response: { 200: Type.Array(AreaView) } } }, async (_request, reply) => {
    const provinces = await listProvinces(deps.db)
    return reply.header('cache-control', DAY).send(provinces.map(areaView))
  })

  app.get<{ Params: { pk: string } }>('/areas/:pk(^\\d{1,10}$)/', {
    config: open, schema: { response: { 200: AreaWithSubs } },
  }, async (request, reply) => {
    const area = await areaWithSubs(deps.db, Number(request.params.pk))
    if (!area) throw new Refusal('areas.not_found')
    return reply.header('cache-control', DAY).send({ ...areaView(area), subs: area.subs.map(areaView) })
  })
}

function areaView({ code, name }: NamedArea): AreaView {
  return { id: code, name }
}

import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { LifecycleMe, LifecycleUser } from '@hearth/contracts/accounts'
import { LifecycleUserBody } from '@hearth/contracts/people'
import { IdPath, Lifecycle } from '@hearth/contracts/shared'
import { Type } from 'typebox'
import { selectAgents } from '../modules/accounts/index.ts'
import type { Role } from '../modules/accounts/index.ts'
import { selectPerson } from '../reads/people-list.sql.ts'
import { selectPersonSummary } from '../reads/person-summary.sql.ts'
import { personOf } from './access.ts'
import { lifecycleMeView, lifecycleUserView } from './account-view.ts'
import type { Deps } from './deps.ts'
import { makePerson, writePerson } from './person-writes.ts'

const EMPLOYEE = 3
const UserAnswer = Lifecycle(LifecycleUser)

/** People in the words of source 001 (B-02, B-03, G-13). */
export const lifecycleUserRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  const admin = { access: 'admin' } as const
  const answer = async (id: number) => ({
    status: 'success' as const, data: lifecycleUserView(await selectPersonSummary(deps.db, id)),
  })

  app.get('/lifecycle/users/me/', {
    config: { access: 'person' }, schema: { response: { 200: Lifecycle(LifecycleMe) } },
  }, async (request) => ({
    status: 'success' as const, data: lifecycleMeView(await selectPersonSummary(deps.db, personOf(request).id)),
  }))

  app.get('/lifecycle/users/agents/', {
    config: { access: 'staff' },
    schema: {
      querystring: Type.Object({ search: Type.Optional(Type.String({ maxLength: 100 })) }),
      response: { 200: Lifecycle(Type.Array(LifecycleUser)) },
    },
  }, async (request) => {
    const agents = await selectAgents(deps.db, request.query.search ?? '')
    return { status: 'success' as const, data: agents.map((agent) => lifecycleUserView(agent)) }
  })

  app.post('/lifecycle/users/', { config: admin, schema: { body: LifecycleUserBody, response: { 201: UserAnswer } } },
    async (request, reply) => {
      const { user_type: type, ...rest } = request.body
      const id = await makePerson(deps, request, { ...rest, ...standingOf(type, 'individual') })
      return reply.code(201).send(await answer(id))
    })

  app.put('/lifecycle/users/:id(^\\d{1,15}$)/', {
    config: admin, schema: { params: IdPath, body: LifecycleUserBody, response: { 200: UserAnswer } },
  }, async (request) => {
    const id = Number(request.params.id)
    const { user_type: type, ...rest } = request.body
    const before = await selectPerson(deps.db, id)
    await writePerson(deps, request, id, { ...rest, ...standingOf(type, (before?.role ?? 'individual') as Role) })
    return answer(id)
  })
}

/** 1 agent, 2 customer, 3 employee. A dealer stays one unless he becomes staff, and an employee keeps his role. */
function standingOf(type: number, before: Role): { role: Role; is_agent: boolean } {
  const isStaff = before === 'admin' || before === 'support'
  if (type === EMPLOYEE) return { role: isStaff ? before : 'support', is_agent: false }
  return { role: isStaff ? 'individual' : before, is_agent: type === 1 }
}

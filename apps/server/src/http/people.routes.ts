import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { AddressView } from '@hearth/contracts/customers'
import { PeoplePage, PeopleQuery, PersonBody, PersonDetail, PersonPatch, SessionsEnded } from '@hearth/contracts/people'
import { IdPath } from '@hearth/contracts/shared'
import { isoShanghai } from '@hearth/kernel/dates'
import { Refusal } from '@hearth/kernel/errors'
import { pageOf } from '@hearth/kernel/pages'
import { Type } from 'typebox'
import { endSessionsOf, removePerson } from '../modules/accounts/index.ts'
import { forgetAddresses, listAddresses } from '../modules/customers/index.ts'
import { inTransaction } from '../platform/db.ts'
import { countPeople, selectPeople, selectPerson } from '../reads/people-list.sql.ts'
import type { PersonRow } from '../reads/people-list.sql.ts'
import { selectPersonCounts } from '../reads/person-business.sql.ts'
import { personOf } from './access.ts'
import { userView } from './account-view.ts'
import { addressView } from './address-view.ts'
import type { Deps } from './deps.ts'
import { askedPage, linkedPage } from './paging.ts'
import { makePerson, writePerson } from './person-writes.ts'

const config = { access: 'admin' } as const
const ONE = '/users/:id(^\\d{1,15}$)/'
const DAY_MS = 86_400_000

/** People as administrators manage them; making one is `POST /users/` (see registration). */
export const peopleRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  app.get('/users/', { config, schema: { querystring: PeopleQuery, response: { 200: PeoplePage } } }, async (request) => {
    const { search, phone, role, is_staff: isStaff, is_agent: isAgent, is_active: isActive, ordering } = request.query
    const filter = { search: search?.trim(), phone: phone?.trim(), role, isStaff, isAgent, isActive, ordering }
    const ask = askedPage(request.query)
    const [rows, total] = await Promise.all([selectPeople(deps.db, filter, ask), countPeople(deps.db, filter)])
    const results = rows.map((row) => personView(row, deps))
    return linkedPage(request, deps.config.publicUrl, pageOf(results, total, ask))
  })

  const schema = { params: IdPath, response: { 200: PersonDetail } }
  app.get(ONE, { config, schema }, async (request) => personDetail(deps, idOf(request)))

  app.put(ONE, { config, schema: { ...schema, body: PersonBody } }, async (request) => {
    await writePerson(deps, request, idOf(request), request.body)
    return personDetail(deps, idOf(request))
  })

  app.patch(ONE, { config, schema: { ...schema, body: PersonPatch } }, async (request) => {
    await writePerson(deps, request, idOf(request), request.body)
    return personDetail(deps, idOf(request))
  })

  app.delete(ONE, { config, schema: { params: IdPath, response: { 204: Type.Null() } } }, async (request, reply) => {
    const id = idOf(request)
    const actorId = personOf(request).id
    await inTransaction(deps.db, async (tx) => {
      const { sessions: _, ...counts } = await selectPersonCounts(tx, id, deps.now())
      if (counts.addresses === 0) await forgetAddresses(tx, id)
      await removePerson(tx, { id, actorId, counts, at: deps.now() })
    })
    return reply.code(204).send(null)
  })

  app.post(`${ONE}set_admin/`, { config, schema }, async (request) => {
    await writePerson(deps, request, idOf(request), { role: 'admin' })
    return personDetail(deps, idOf(request))
  })

  app.post(`${ONE}unset_admin/`, { config, schema }, async (request) => {
    const before = await selectPerson(deps.db, idOf(request))
    if (before?.role === 'admin' || !before) await writePerson(deps, request, idOf(request), { role: 'individual' })
    return personDetail(deps, idOf(request))
  })

  app.post(`${ONE}end_sessions/`, { config, schema: { params: IdPath, response: { 200: SessionsEnded } } }, async (request) => {
    const id = idOf(request)
    if (!(await selectPerson(deps.db, id))) throw new Refusal('accounts.not_found')
    return { ended: await inTransaction(deps.db, (tx) => endSessionsOf(tx, id, 'ended by an administrator', deps.now())) }
  })

  app.get(`${ONE}addresses/`, {
    config, schema: { params: IdPath, response: { 200: Type.Array(AddressView) } },
  }, async (request) => {
    const id = idOf(request)
    if (!(await selectPerson(deps.db, id))) throw new Refusal('accounts.not_found')
    return (await listAddresses(deps.db, id)).map(addressView)
  })
}

/** */
export async function createByAdmin(deps: Deps, request: FastifyRequest, said: PersonBody): Promise<PersonDetail> {
  return personDetail(deps, await makePerson(deps, request, said))
}

function idOf(request: FastifyRequest): number {
  return Number((request.params as { id: string }).id)
}

function personView(row: PersonRow, { files }: Deps) {
  const { is_active, has_password, identities, deletion_due_at: due } = row
  return { ...userView(row, files), is_active, has_password, identities, deletes_at: due && isoShanghai(due) }
}

async function personDetail(deps: Deps, id: number): Promise<PersonDetail> {
  const person = await selectPerson(deps.db, id)
  if (!person) throw new Refusal('accounts.not_found')
  const usedSince = new Date(deps.now().getTime() - deps.config.refreshDays * DAY_MS)
  return { ...personView(person, deps), counts: await selectPersonCounts(deps.db, id, usedSince) }
}

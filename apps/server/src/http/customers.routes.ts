import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { AddressBody, AddressView } from '@hearth/contracts/customers'
import { IdempotencyHeader } from '@hearth/contracts/shared'
import { Refusal } from '@hearth/kernel/errors'
import { Type } from 'typebox'
import { changeAddress, createAddress, findAddress, listAddresses, removeAddress } from '../modules/customers/index.ts'
import type { AddressFields } from '../modules/customers/index.ts'
import { inTransaction } from '../platform/db.ts'
import { personOf } from './access.ts'
import { readAddress } from './address-input.ts'
import { addressView } from './address-view.ts'
import type { Deps } from './deps.ts'
import { writeOnce } from './write-once.ts'

const config = { access: 'person' } as const
const ONE = '/addresses/:id(^\\d{1,15}$)/'
const NOWHERE = { province: undefined, city: undefined, district: undefined }
type One = { Params: { id: string } }

/** A person's own addresses. */
export const addressRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  app.get('/addresses/', { config, schema: { response: { 200: Type.Array(AddressView) } } }, async (request) =>
    (await listAddresses(deps.db, personOf(request).id)).map(addressView))

  app.post('/addresses/', {
    config, schema: { headers: IdempotencyHeader, body: AddressBody, response: { 201: AddressView } },
  }, async (request, reply) => {
    const { fields, area, isDefault } = readAddress(request, null, true)
    const said = { userId: personOf(request).id, fields: fields as AddressFields, isDefault, at: deps.now() }
    const view = await writeOnce(deps, request, 'createAddress', async (tx) =>
      addressView(await createAddress(tx, { ...said, area: area ?? NOWHERE })))
    return reply.code(201).send(view)
  })

  app.get<One>(ONE, { config, schema: { response: { 200: AddressView } } }, async (request) => {
    const address = await findAddress(deps.db, ownOne(request))
    if (!address) throw new Refusal('customers.address_not_found')
    return addressView(address)
  })

  app.put<One>(ONE, { config, schema: { body: AddressBody, response: { 200: AddressView } } }, async (request) =>
    writeChange(deps, request, true))

  app.patch<One>(ONE, { config, schema: { body: AddressBody, response: { 200: AddressView } } }, async (request) =>
    writeChange(deps, request, false))

  app.delete<One>(ONE, { config, schema: { response: { 204: Type.Null() } } }, async (request, reply) => {
    await inTransaction(deps.db, (tx) => removeAddress(tx, ownOne(request)))
    return reply.code(204).send(null)
  })
}

function ownOne(request: FastifyRequest): { id: number; userId: number } {
  return { id: Number((request.params as { id: string }).id), userId: personOf(request).id }
}

async function writeChange(deps: Deps, request: FastifyRequest, isWhole: boolean): Promise<AddressView> {
  const one = ownOne(request)
  return inTransaction(deps.db, async (tx) => {
    const before = await findAddress(tx, one)
    if (!before) throw new Refusal('customers.address_not_found')
    return addressView(await changeAddress(tx, { ...one, ...readAddress(request, before, isWhole) }))
  })
}

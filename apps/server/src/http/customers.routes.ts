import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { AddressBody, AddressText, AddressView, ParsedAddress } from '@hearth/contracts/customers'
import { IdempotencyHeader } from '@hearth/contracts/shared'
import { Refusal } from '@hearth/kernel/errors'
import { Type } from 'typebox'
import {
  changeAddress, createAddress, findAddress, listAddresses, parseAddress, removeAddress,
} from '../modules/customers/index.ts'
import type { AddressFields, ReadAddress } from '../modules/customers/index.ts'
import { inTransaction } from '../platform/db.ts'
import { personOf } from './access.ts'
import { NOWHERE, readAddress } from './address-input.ts'
import { addressView } from './address-view.ts'
import type { Deps } from './deps.ts'
import { languageOf } from './language.ts'
import { writeOnce } from './write-once.ts'

const config = { access: 'person' } as const
const ONE = '/addresses/:id(^\\d{1,15}$)/'
type One = { Params: { id: string } }

const said = {
  read: { zh: '已识别，请核对后保存。', en: 'Read. Check it before you save.' },
  unread: { zh: '没有识别出所在地区，请手动选择。', en: 'The area could not be read. Choose it yourself.' },
  empty: { zh: '请粘贴收货地址。', en: 'Paste an address.' },
}

/** A person's own addresses. */
export const addressRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  app.get('/addresses/', { config, schema: { response: { 200: Type.Array(AddressView) } } }, async (request) =>
    (await listAddresses(deps.db, personOf(request).id)).map(addressView))

  app.post('/addresses/', {
    config, schema: { headers: IdempotencyHeader, body: AddressBody, response: { 201: AddressView } },
  }, async (request, reply) => {
    const { fields, area, isDefault } = readAddress(request, null, true)
    const asked = { userId: personOf(request).id, fields: fields as AddressFields, isDefault, at: deps.now() }
    const view = await writeOnce(deps, request, 'createAddress', async (tx) =>
      addressView(await createAddress(tx, { ...asked, area: area ?? NOWHERE })))
    return reply.code(201).send(view)
  })

  app.post('/addresses/parse/', {
    config, schema: { body: AddressText, response: { 200: ParsedAddress, 400: ParsedAddress } },
  }, async (request, reply) => {
    const text = request.body.address
    const language = languageOf(request)
    if (text.trim() === '') return reply.code(400).send(parsedView(false, said.empty[language]))
    const read = await parseAddress(deps.db, text)
    return parsedView(read.isRead, said[read.isRead ? 'read' : 'unread'][language], read)
  })

  app.post<One>(`${ONE}set_default/`, { config, schema: { response: { 200: AddressView } } }, async (request) =>
    inTransaction(deps.db, async (tx) =>
      addressView(await changeAddress(tx, { ...ownOne(request), fields: {}, area: undefined, isDefault: true }))))

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

function parsedView(success: boolean, message: string, read?: ReadAddress): ParsedAddress {
  const { province, city, district } = read ?? {}
  return {
    success, message,
    data: {
      receiver: read?.receiver ?? '', mobile: read?.mobile ?? '', postal_code: read?.postalCode ?? '',
      province: province?.name ?? '', province_id: province?.code ?? null, city: city?.name ?? '', city_id: city?.code ?? null,
      district: district?.name ?? '', district_id: district?.code ?? null, detail: read?.detail ?? '',
    },
  }
}

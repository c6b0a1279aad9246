import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { ChannelBody, ChannelMenu, ChannelView } from '@hearth/contracts/content'
import { IdPath, IdempotencyHeader } from '@hearth/contracts/shared'
import { Refusal } from '@hearth/kernel/errors'
import { Type } from 'typebox'
import { changeChannel, createChannel, removeChannel } from '../modules/content/index.ts'
import { inTransaction } from '../platform/db.ts'
import type { Db, Tx } from '../platform/db.ts'
import { selectChannelCategories, selectChannels } from '../reads/channel-list.sql.ts'
import { readChannel, requireField } from './content-input.ts'
import { channelMenu } from './content-view.ts'
import type { Deps } from './deps.ts'
import { reorderRoute } from './reorder-route.ts'
import { writeOnce } from './write-once.ts'

const ALL = '/channels/'
const ONE = `${ALL}:id(^\\d{1,15}$)/`

/** The shop's menu (G-08, §2.5) and its making. */
export const channelRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  const admin = { access: 'admin' } as const
  const { db, files } = deps

  app.get('/categories/channels/', {
    config: { access: 'public', etag: true }, schema: { response: { 200: ChannelMenu } },
  }, async () => {
    const [channels, categories] = await Promise.all([selectChannels(db), selectChannelCategories(db)])
    return channelMenu(channels, categories, files)
  })

  app.get(ALL, { config: admin, schema: { response: { 200: Type.Array(ChannelView) } } }, async () =>
    selectChannels(db))

  app.get(ONE, { config: admin, schema: { params: IdPath, response: { 200: ChannelView } } }, async (request) =>
    one(db, Number(request.params.id)))

  app.post(ALL, {
    config: admin, schema: { headers: IdempotencyHeader, body: ChannelBody, response: { 201: ChannelView } },
  }, async (request, reply) => {
    const { groupId, categoryId, name, url = '', sequence = 0 } = readChannel(request.body)
    const fields = {
      groupId: requireField('group_id', groupId), categoryId: requireField('category_id', categoryId), name, url, sequence,
    }
    const view = await writeOnce(deps, request, 'createChannel', async (tx) => one(tx, await createChannel(tx, fields)))
    return reply.code(201).send(view)
  })

  reorderRoute(app, deps, ALL, 'channels')

  for (const method of ['PUT', 'PATCH'] as const) {
    app.route({
      method, url: ONE, config: admin, schema: { params: IdPath, body: ChannelBody, response: { 200: ChannelView } },
      handler: async (request) => {
        const id = Number(request.params.id)
        const change = readChannel(request.body)
        if (method === 'PUT') requireField('group_id', change.groupId)
        if (method === 'PUT') requireField('category_id', change.categoryId)
        return inTransaction(db, async (tx) => {
          await changeChannel(tx, { id, change })
          return one(tx, id)
        })
      },
    })
  }

  app.delete(ONE, {
    config: admin, schema: { params: IdPath, response: { 204: Type.Null() } },
  }, async (request, reply) => {
    await inTransaction(db, (tx) => removeChannel(tx, Number(request.params.id)))
    return reply.code(204).send(null)
  })
}

async function one(db: Db | Tx, id: number): Promise<ChannelView> {
  const [row] = await selectChannels(db, id)
  if (!row) throw new Refusal('content.channel_not_found')
  return row
}

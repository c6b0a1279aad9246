import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { ContentBody, ContentQuery, ContentView, bannerPositions } from '@hearth/contracts/content'
import { IdPath, IdempotencyHeader } from '@hearth/contracts/shared'
import { Refusal } from '@hearth/kernel/errors'
import { Type } from 'typebox'
import { changeEntry, createEntry, removeEntry } from '../modules/content/index.ts'
import { inTransaction } from '../platform/db.ts'
import type { Db, Tx } from '../platform/db.ts'
import { selectBanners, selectEntries } from '../reads/content-lists.sql.ts'
import { newEntry, readEntry, readSlot, requireField } from './content-input.ts'
import { bannerAsContent, contentAdminView, contentView } from './content-view.ts'
import type { Deps } from './deps.ts'
import { seesInactive } from './product-input.ts'
import { reorderRoute } from './reorder-route.ts'
import { requiredText } from './required-text.ts'
import { writeOnce } from './write-once.ts'

const ALL = '/contents/'
const ONE = `${ALL}:id(^\\d{1,15}$)/`

/** Advertising by key (G-08). */
export const contentRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  const admin = { access: 'admin' } as const
  const { db, files } = deps

  app.get(ALL, {
    config: { access: 'public', etag: true }, schema: { querystring: ContentQuery, response: { 200: Type.Array(ContentView) } },
  }, async (request) => {
    const seesAll = seesInactive(request)
    const key = seesAll ? request.query.key?.trim() || undefined : requiredText('key', request.query.key)
    const shownAt = seesAll ? undefined : deps.now()
    if (bannerPositions.some((position) => position === key)) {
      return (await selectBanners(db, { position: key, shownAt })).map((row) => bannerAsContent(row, files))
    }
    const view = seesAll ? contentAdminView : contentView
    return (await selectEntries(db, { key, shownAt })).map((row) => view(row, files, deps.now()))
  })

  app.get(ONE, { config: admin, schema: { params: IdPath, response: { 200: ContentView } } }, async (request) =>
    one(deps, db, Number(request.params.id)))

  app.post(ALL, {
    config: admin, schema: { headers: IdempotencyHeader, body: ContentBody, response: { 201: ContentView } },
  }, async (request, reply) => {
    const slot = requireField('key', readSlot(request.body))
    const fields = newEntry(request.body)
    const view = await writeOnce(deps, request, 'createContent', async (tx) =>
      one(deps, tx, await createEntry(tx, { ...fields, slot, at: deps.now() })))
    return reply.code(201).send(view)
  })

  reorderRoute(app, deps, ALL, 'entries')

  for (const method of ['PUT', 'PATCH'] as const) {
    app.route({
      method, url: ONE, config: admin, schema: { params: IdPath, body: ContentBody, response: { 200: ContentView } },
      handler: async (request) => {
        const id = Number(request.params.id)
        const asked = { id, slot: readSlot(request.body), change: readEntry(request.body), at: deps.now() }
        if (method === 'PUT') requireField('title', asked.change.title)
        return inTransaction(db, async (tx) => {
          await changeEntry(tx, asked)
          return one(deps, tx, id)
        })
      },
    })
  }

  app.delete(ONE, {
    config: admin, schema: { params: IdPath, response: { 204: Type.Null() } },
  }, async (request, reply) => {
    await inTransaction(db, (tx) => removeEntry(tx, Number(request.params.id)))
    return reply.code(204).send(null)
  })
}

async function one({ files, now }: Deps, db: Db | Tx, id: number): Promise<ContentView> {
  const [row] = await selectEntries(db, { id })
  if (!row) throw new Refusal('content.entry_not_found')
  return contentAdminView(row, files, now())
}

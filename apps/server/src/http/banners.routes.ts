import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { BannerBody, BannerPage, BannerQuery, BannerUpload, BannerView } from '@hearth/contracts/content'
import { IdPath, IdempotencyHeader } from '@hearth/contracts/shared'
import { Refusal } from '@hearth/kernel/errors'
import { pageOf } from '@hearth/kernel/pages'
import { Type } from 'typebox'
import { changeBanner, createBanner, removeBanner } from '../modules/content/index.ts'
import { inTransaction } from '../platform/db.ts'
import type { Db, Tx } from '../platform/db.ts'
import { countBanners, selectBanners } from '../reads/content-lists.sql.ts'
import { newBanner, readBanner, requireField } from './content-input.ts'
import { bannerView } from './content-view.ts'
import type { Deps } from './deps.ts'
import { askedPage, linkedPage } from './paging.ts'
import { seesInactive } from './product-input.ts'
import { reorderRoute } from './reorder-route.ts'
import { keepUpload, readUpload } from './uploads.ts'
import { writeOnce } from './write-once.ts'

const ALL = '/home-banners/'
const ONE = `${ALL}:id(^\\d{1,15}$)/`

/** Banners of the front pages. */
export const bannerRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  const [everyone, admin] = [{ access: 'public', etag: true }, { access: 'admin' }] as const
  const { db } = deps

  app.get(ALL, {
    config: everyone, schema: { querystring: BannerQuery, response: { 200: BannerPage } },
  }, async (request) => {
    const ask = askedPage(request.query)
    const filter = { position: request.query.position, shownAt: shownAt(deps, request) }
    const [rows, total] = await Promise.all([selectBanners(db, filter, ask), countBanners(db, filter)])
    const results = rows.map((row) => bannerView(row, deps.files, deps.now()))
    return linkedPage(request, deps.config.publicUrl, pageOf(results, total, ask))
  })

  app.get(ONE, { config: everyone, schema: { params: IdPath, response: { 200: BannerView } } }, async (request) =>
    one(deps, db, Number(request.params.id), shownAt(deps, request)))

  app.post(ALL, {
    config: admin, schema: { headers: IdempotencyHeader, body: BannerBody, response: { 201: BannerView } },
  }, async (request, reply) => {
    const { image, image_id: imageId } = request.body
    const fields = newBanner(request.body, requireField('image', image ?? imageId))
    const view = await writeOnce(deps, request, 'createBanner', async (tx) =>
      one(deps, tx, await createBanner(tx, { ...fields, at: deps.now() })))
    return reply.code(201).send(view)
  })

  app.post(`${ALL}upload/`, {
    config: { ...admin, takesFiles: true },
    schema: { consumes: ['multipart/form-data'], body: BannerUpload, response: { 201: BannerView } },
  }, async (request, reply) => {
    const fields = newBanner(request.body, 0)
    const view = await keepUpload(deps, request, await readUpload(request, {}), async (tx, { id: imageId }) =>
      one(deps, tx, await createBanner(tx, { ...fields, imageId, at: deps.now() })))
    return reply.code(201).send(view)
  })

  reorderRoute(app, deps, ALL, 'banners')

  for (const method of ['PUT', 'PATCH'] as const) {
    app.route({
      method, url: ONE, config: admin, schema: { params: IdPath, body: BannerBody, response: { 200: BannerView } },
      handler: async (request) => {
        const id = Number(request.params.id)
        const change = readBanner(request.body)
        if (method === 'PUT') requireField('image', change.imageId)
        return inTransaction(db, async (tx) => {
          await changeBanner(tx, { id, change, at: deps.now() })
          return one(deps, tx, id)
        })
      },
    })
  }

  app.delete(ONE, {
    config: admin, schema: { params: IdPath, response: { 204: Type.Null() } },
  }, async (request, reply) => {
    await inTransaction(db, (tx) => removeBanner(tx, Number(request.params.id)))
    return reply.code(204).send(null)
  })
}

/** Everyone but administrators sees what is shown now. */
function shownAt(deps: Deps, request: FastifyRequest): Date | undefined {
  return seesInactive(request) ? undefined : deps.now()
}

async function one({ files, now }: Deps, db: Db | Tx, id: number, shown?: Date): Promise<BannerView> {
  const [row] = await selectBanners(db, { id, shownAt: shown })
  if (!row) throw new Refusal('content.banner_not_found')
  return bannerView(row, files, now())
}

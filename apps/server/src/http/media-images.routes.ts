import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { MediaImagePage, MediaImageView, MediaQuery, MediaUpload, MediaUploaded, MediaUses } from '@hearth/contracts/media'
import { IdPath } from '@hearth/contracts/shared'
import { isoShanghai } from '@hearth/kernel/dates'
import { Refusal } from '@hearth/kernel/errors'
import { pageOf } from '@hearth/kernel/pages'
import { Type } from 'typebox'
import { addProductPicture } from '../modules/catalog/index.ts'
import { countImages, removeImage, selectImage, selectImages } from '../modules/media/index.ts'
import type { Image } from '../modules/media/index.ts'
import { inTransaction } from '../platform/db.ts'
import type { Files } from '../platform/files.ts'
import { selectMediaUsers, selectMediaUses } from '../reads/media-uses.sql.ts'
import { personOf } from './access.ts'
import type { Deps } from './deps.ts'
import { askedPage, linkedPage } from './paging.ts'
import { refuseField } from './required-text.ts'
import { keepUpload, readUpload } from './uploads.ts'

const ONE = '/media-images/:id(^\\d{1,15}$)/'
/** So many are named; all are counted. */
const USES_NAMED = 50
const MISSING = { zh: '此项必填。', en: 'This field is required.' }

/** Uploaded pictures. */
export const mediaImageRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  const { db, files } = deps
  const admin = { access: 'admin' } as const

  app.post('/media-images/', {
    config: { access: 'person', takesFiles: true },
    schema: { consumes: ['multipart/form-data'], body: MediaUpload, response: { 201: MediaUploaded } },
  }, async (request, reply) => {
    const { format, compress, ...target } = request.body
    const product = readTarget(target, personOf(request).role === 'admin')
    const upload = await readUpload(request, { format, isCompressed: compress })
    const view = await keepUpload(deps, request, upload, async (tx, image) => {
      if (!product) return imageView(image, files)
      const by = { actorId: personOf(request).id, at: deps.now() }
      await addProductPicture(tx, { ...product, path: image.path, ...by })
      const added = { product_updated: true, product_id: product.productId, field_name: product.field }
      return { ...imageView(image, files), ...added }
    })
    return reply.code(201).send(view)
  })

  app.get('/media-images/', {
    config: admin, schema: { querystring: MediaQuery, response: { 200: MediaImagePage } },
  }, async (request) => {
    const ask = askedPage(request.query)
    const { search, url } = request.query
    const filter = { search: search?.trim(), path: url === undefined ? undefined : files.path(url.trim()) }
    const [rows, total] = await Promise.all([selectImages(db, filter, ask), countImages(db, filter)])
    return linkedPage(request, deps.config.publicUrl, pageOf(rows.map((row) => imageView(row, files)), total, ask))
  })

  app.get(ONE, { config: admin, schema: { params: IdPath, response: { 200: MediaImageView } } }, async (request) => {
    const image = await selectImage(db, Number(request.params.id))
    if (!image) throw new Refusal('media.not_found')
    return imageView(image, files)
  })

  app.get(`${ONE}uses/`, { config: admin, schema: { params: IdPath, response: { 200: MediaUses } } }, async (request) => {
    const image = await selectImage(db, Number(request.params.id))
    if (!image) throw new Refusal('media.not_found')
    const [counts, uses] = await Promise.all([selectMediaUses(db, image), selectMediaUsers(db, image, USES_NAMED)])
    return { counts, uses }
  })

  app.delete(ONE, {
    config: { access: 'person' }, schema: { params: IdPath, response: { 204: Type.Null() } },
  }, async (request, reply) => {
    const { id: actorId, role } = personOf(request)
    const asked = { id: Number(request.params.id), actorId, isAdmin: role === 'admin', countUses: selectMediaUses }
    const { path } = await inTransaction(db, (tx) => removeImage(tx, asked))
    await files.remove(path)
    return reply.code(204).send(null)
  })
}

/** The product that shows the picture, if it was sent for one. Throws http.forbidden, http.invalid. */
function readTarget({ product_id: productId, field_name: field }: MediaUpload, isAdmin: boolean) {
  if (productId === undefined && field === undefined) return null
  if (!isAdmin) throw new Refusal('http.forbidden')
  if (productId === undefined) return refuseField('product_id', MISSING)
  if (field === undefined) return refuseField('field_name', MISSING)
  return { productId, field }
}

export function imageView(image: Image, files: Files): MediaImageView {
  const url = files.url(image.path)
  return {
    id: image.id, file: url, url, original_name: image.originalName, content_type: image.contentType,
    size: image.sizeBytes, width: image.widthPx, height: image.heightPx, placeholder: image.placeholder,
    uploaded_by: image.uploadedBy, created_at: isoShanghai(image.createdAt),
  }
}

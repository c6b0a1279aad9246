import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { ManualUpload, ManualUploaded } from '@hearth/contracts/media'
import { Refusal } from '@hearth/kernel/errors'
import { isPdf, newManualPath } from '../modules/media/index.ts'
import type { Deps } from './deps.ts'
import { fileOf } from './uploads.ts'

/** Manuals for products; one that no product has by the next day is taken away again. */
export const manualRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps: { files, now } }) => {
  app.post('/manuals/', {
    config: { access: 'admin', takesFiles: true },
    schema: { consumes: ['multipart/form-data'], body: ManualUpload, response: { 201: ManualUploaded } },
  }, async (request, reply) => {
    const file = fileOf(request)
    if (!file || !isPdf(file.bytes)) throw new Refusal('media.not_a_manual')
    const path = newManualPath(now())
    await files.keep(path, file.bytes)
    return reply.code(201).send({ url: files.url(path), title: file.name.replace(/\.pdf$/i, ''), size: file.bytes.length })
  })
}

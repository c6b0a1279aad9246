import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Refusal } from '@hearth/kernel/errors'
import { readPictureCode } from '../../modules/accounts/index.ts'
import type { Deps } from '../deps.ts'

/** What a picture code says, while it lives: programs cannot read the picture, which is its purpose. */
export const captchaRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  app.get<{ Params: { id: string } }>('/captchas/:id/', { config: { access: 'open' } }, async (request) => {
    const text = await readPictureCode(deps.store, request.params.id, deps.now())
    if (text === null) throw new Refusal('http.not_found')
    return { text }
  })
}

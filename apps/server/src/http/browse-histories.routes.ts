import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { BrowseBody, BrowseHistory, BrowseKept } from '@hearth/contracts/search'
import { mergeLooks, noteLook } from '../modules/catalog/index.ts'
import { inTransaction } from '../platform/db.ts'
import { selectBrowseHistory } from '../reads/browse-history.sql.ts'
import { personOf } from './access.ts'
import type { Deps } from './deps.ts'
import { refuseField } from './required-text.ts'
import { skuCardView } from './sku-view.ts'

const config = { access: 'person' } as const
const MISSING = { zh: '此项必填。', en: 'This field is required.' }

/** What a person looked at, the newest 20 (D-12, G-03). */
export const browseHistoryRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  app.post('/browse_histories/', { config, schema: { body: BrowseBody, response: { 201: BrowseKept } } },
    async (request, reply) => {
      const { sku_id: skuId, sku_ids: skuIds } = request.body
      const look = { userId: personOf(request).id, at: deps.now() }
      const kept = await inTransaction(deps.db, async (tx) => {
        const merged = skuIds && (await mergeLooks(tx, { ...look, skuIds }))
        if (skuId === undefined) return { sku_ids: merged ?? refuseField('sku_id', MISSING) }
        await noteLook(tx, { ...look, skuId })
        return { sku_id: skuId, ...(merged && { sku_ids: merged }) }
      })
      return reply.code(201).send(kept)
    })

  app.get('/browse_histories/', { config, schema: { response: { 200: BrowseHistory } } }, async (request) =>
    (await selectBrowseHistory(deps.db, personOf(request).id)).map((row) => skuCardView(row, deps.files)))
}

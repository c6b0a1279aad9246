import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { selectDemo } from '../../reads/demo.sql.ts'
import { demoAccounts } from './demo-accounts.ts'
import type { Deps } from '../deps.ts'

/** What there is to play with in the living shop. */
export const demoRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  app.get('/demo/', { config: { access: 'open' } }, async () => {
    const { units, orders, skus } = await selectDemo(deps.db)
    return {
      units, orders, skus,
      dealer: { credit_limit: null, outstanding_debt: null },
      accounts: demoAccounts.map(({ username, password, role }) => ({ username, password, role })),
    }
  })
}

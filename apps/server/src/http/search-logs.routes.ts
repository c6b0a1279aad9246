import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import {
  FruitlessKeywords, HotKeywords, HotKeywordsQuery, OwnSearches, OwnSearchesQuery, SearchLogPage, SearchLogQuery,
  SearchLogView, SearchesCleared, SearchesToClear,
} from '@hearth/contracts/search'
import { IdPath } from '@hearth/contracts/shared'
import { isoShanghai } from '@hearth/kernel/dates'
import { Refusal } from '@hearth/kernel/errors'
import { pageOf } from '@hearth/kernel/pages'
import { cleanText, clearSearches, foldKeyword, ownSearches } from '../modules/search/index.ts'
import { inTransaction } from '../platform/db.ts'
import { selectFruitlessKeywords, selectHotKeywords, selectSearchLog, selectSearchLogs } from '../reads/search-logs.sql.ts'
import type { SearchLogRow } from '../reads/search-logs.sql.ts'
import { personOf } from './access.ts'
import type { Deps } from './deps.ts'
import { askedPage, linkedPage } from './paging.ts'
import { rowsAsked } from './product-input.ts'

const admin = { access: 'admin' } as const
const person = { access: 'person' } as const
const open = { access: 'public' } as const
const DAY_MS = 86_400_000
const HOT_AT_MOST = 50
const OWN_AT_MOST = 100

/** What people look for. */
export const searchLogRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  const { db } = deps

  app.get('/search-logs/', { config: admin, schema: { querystring: SearchLogQuery, response: { 200: SearchLogPage } } },
    async (request) => {
      const { keyword, days, fruitless } = request.query
      const ask = askedPage(request.query)
      const folded = cleanText(keyword ?? '') === '' ? null : foldKeyword(keyword ?? '')
      const since = days === undefined ? null : new Date(deps.now().getTime() - days * DAY_MS)
      const { rows, total } = await selectSearchLogs(db, { folded, since, isFruitless: fruitless }, rowsAsked(ask))
      return linkedPage(request, deps.config.publicUrl, pageOf(rows.map(logView), total, ask))
    })

  app.get('/search-logs/:id(^\\d{1,15}$)/', {
    config: admin, schema: { params: IdPath, response: { 200: SearchLogView } },
  }, async (request) => {
    const row = await selectSearchLog(db, Number((request.params as { id: string }).id))
    if (!row) throw new Refusal('search.log_not_found')
    return logView(row)
  })

  app.get('/search-logs/fruitless_keywords/', {
    config: admin, schema: { querystring: HotKeywordsQuery, response: { 200: FruitlessKeywords } },
  }, async (request) => {
    const { limit = 10, days = 7 } = request.query
    const rows = await selectFruitlessKeywords(db, { limit: Math.min(limit, HOT_AT_MOST), days, now: deps.now() })
    return { keywords: rows.map((row) => ({ ...row, last_at: isoShanghai(row.last_at) })) }
  })

  for (const path of ['/search-logs/hot_keywords/', '/products/hot_keywords/']) {
    app.get(path, { config: open, schema: { querystring: HotKeywordsQuery, response: { 200: HotKeywords } } },
      async (request) => {
        const { limit = 10, days = 7, found = false } = request.query
        const asked = { limit: Math.min(limit, HOT_AT_MOST), days, found, now: deps.now() }
        return { hot_keywords: await selectHotKeywords(db, asked) }
      })
  }

  app.get('/search-logs/my_history/', {
    config: person, schema: { querystring: OwnSearchesQuery, response: { 200: OwnSearches } },
  }, async (request) => {
    const { limit = 20, distinct = true } = request.query
    const asked = { userId: personOf(request).id, limit: Math.min(limit, OWN_AT_MOST), distinct }
    const rows = await ownSearches(db, asked)
    return { history: rows.map((row) => ({ ...row, created_at: isoShanghai(row.created_at) })) }
  })

  app.post('/search-logs/clear_history/', {
    config: person, schema: { body: SearchesToClear, response: { 200: SearchesCleared } },
  }, async (request) => clear(deps, request, request.body.keyword))

  app.delete('/search-logs/clear_history/', {
    config: person, schema: { body: SearchesToClear, querystring: SearchesToClear, response: { 200: SearchesCleared } },
  }, async (request) => clear(deps, request, request.body.keyword ?? request.query.keyword))
}

async function clear({ db }: Deps, request: FastifyRequest, keyword: string | undefined) {
  const userId = personOf(request).id
  return { cleared: await inTransaction(db, (tx) => clearSearches(tx, { userId, keyword })) }
}

function logView({ id, keyword, user_id, username, found_qty, created_at }: SearchLogRow): SearchLogView {
  return { id, keyword, user: user_id, username, found: found_qty, created_at: isoShanghai(created_at) }
}

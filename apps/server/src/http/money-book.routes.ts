import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { BookBalances, BookPage, BookQuery } from '@hearth/contracts/book'
import type { BookEntryView } from '@hearth/contracts/book'
import { isoShanghai } from '@hearth/kernel/dates'
import { yuanText } from '@hearth/kernel/money'
import { pageOf } from '@hearth/kernel/pages'
import { selectBalances, selectBookEntries } from '../reads/money-book.sql.ts'
import type { BookEntryRow } from '../reads/money-book.sql.ts'
import type { Deps } from './deps.ts'
import { askedPage, linkedPage } from './paging.ts'
import { rowsAsked } from './product-input.ts'

const admin = { access: 'admin' } as const
const DAY_MS = 86_400_000

/** The money book: what happened to money, and what stands in each account. */
export const moneyBookRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  const { db, config } = deps

  app.get('/money-book/', { config: admin, schema: { querystring: BookQuery, response: { 200: BookPage } } },
    async (request) => {
      const { order_number: orderNumber, account, kind, from, to } = request.query
      const ask = askedPage(request.query)
      const filter = { orderNumber, account, kind, from: from ? startOf(from) : undefined, until: to ? endOf(to) : undefined }
      const { rows, total } = await selectBookEntries(db, filter, rowsAsked(ask))
      return linkedPage(request, config.publicUrl, pageOf(rows.map(entryView), total, ask))
    })

  app.get('/money-book/balances/', { config: admin, schema: { response: { 200: BookBalances } } }, async () => ({
    balances: (await selectBalances(db)).map(({ account, kind, fen }) => ({
      account: account as BookEntryView['postings'][number]['account'], kind, balance: yuanText(fen),
    })),
  }))
}

/** Days are days in Asia/Shanghai, both in. */
function startOf(day: string): Date {
  return new Date(`${day}T00:00:00+08:00`)
}

function endOf(day: string): Date {
  return new Date(startOf(day).getTime() + DAY_MS)
}

function entryView(row: BookEntryRow): BookEntryView {
  return {
    id: row.id, kind: row.kind as BookEntryView['kind'], key: row.business_key, order: row.order_id,
    order_number: row.order_number, payment: row.payment_id, suspense: row.suspense_id, refund: row.refund_id,
    reference: row.reference, note: row.note, operator: row.operator, at: isoShanghai(row.at),
    postings: row.postings.map(({ account, amount_fen: fen }) => ({
      account: account as BookEntryView['postings'][number]['account'], amount: yuanText(fen),
    })),
  }
}

import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import { open, textsOf } from '../company/routes.ts'
import { billRows, dayBounds, isMade, selectDifferences, withDifferences } from '../payment-company/bill-differences.ts'
import type { BillDifference, SimBillRow } from '../payment-company/bill-differences.ts'
import type { Action } from './api.ts'
import { billText } from './bill-file.ts'
import { selectBillRefunds, selectBillTrades } from './books.sql.ts'
import { refused } from './company.ts'
import type { Company } from './company.ts'
import { callerProblem } from './gateway.ts'

const MADE_AT_HOUR = 10
const BOMB_BYTES = 300_000_000

/** The day's bill of all trades and refunds, made at ten in the morning of the next day. */
export const billActions: Record<string, Action> = {
  tradebill: {
    method: 'GET', path: '/v3/bill/tradebill',
    run: async (company, { query }) => {
      const { bill_date: day = '', tar_type: packing = '' } = query
      if (!/^\d{4}-\d\d-\d\d$/.test(day)) return refused(400, 'PARAM_ERROR', '账单日期格式有误')
      if (!isMade(day, MADE_AT_HOUR, company.now())) return refused(400, 'STATEMENT_CREATING', '账单生成中')
      const rows = await rowsOf(company, day)
      if (rows.length === 0) return refused(400, 'NO_STATEMENT_EXIST', '账单文件不存在')
      const kinds = await selectDifferences(company.db, 'wechat', day)
      const hash = createHash('sha1').update(fileOf(company, rows, kinds)).digest('hex')
      return { status: 200, body: {
        hash_type: 'SHA1', hash_value: kinds.includes('wrong_hash') ? '0'.repeat(40) : hash,
        download_url: `${hostOf(company, kinds)}/v3/billdownload/file?token=${day}${packing === 'GZIP' ? 'z' : ''}`,
      } }
    },
  },
}

function hostOf(company: Company, kinds: readonly BillDifference[]): string {
  return kinds.includes('other_host') ? 'http://169.254.169.254' : company.baseUrl
}

async function rowsOf(company: Company, day: string): Promise<SimBillRow[]> {
  const { from, to } = dayBounds(day)
  return billRows(await selectBillTrades(company.db, from, to), await selectBillRefunds(company.db, from, to))
}

function fileOf(company: Company, rows: readonly SimBillRow[], kinds: readonly BillDifference[]): Buffer {
  if (kinds.includes('bomb')) return Buffer.alloc(BOMB_BYTES, 0x20)
  const text = billText(company, withDifferences(rows, kinds))
  if (kinds.includes('other_columns')) return Buffer.from(text.replace('商户订单号', '商户单号'))
  return Buffer.from(kinds.includes('cut_short') ? text.slice(0, text.lastIndexOf('总交易单数')) : text)
}

/** The address a bill is fetched from: signed for like a call, its answer is not signed. */
export function billRoutes(app: FastifyInstance, company: Company): void {
  app.get('/v3/billdownload/file', { config: open }, async (request, reply) => {
    const problem = await callerProblem(company, request, '')
    if (problem) return reply.code(problem.status).send({ code: problem.refused, message: problem.message })
    const { token = '' } = textsOf(request.query)
    const day = token.slice(0, 10)
    const kinds = await selectDifferences(company.db, 'wechat', day)
    if (kinds.includes('redirect')) return reply.redirect('http://169.254.169.254/latest/meta-data/', 302)
    const file = fileOf(company, await rowsOf(company, day), kinds)
    const isPacked = token.endsWith('z')
    return reply.type(isPacked ? 'application/gzip' : 'text/plain').send(isPacked ? gzipSync(file) : file)
  })
}

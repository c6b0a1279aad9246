import type { FastifyInstance } from 'fastify'
import { open } from '../company/routes.ts'
import { billRows, dayBounds, isMade, selectDifferences, withDifferences } from '../payment-company/bill-differences.ts'
import type { SimBillRow } from '../payment-company/bill-differences.ts'
import { sha256Sign, sha256Verify } from '../payment-company/keys.ts'
import { billZip } from './bill-file.ts'
import { selectBillRefunds, selectBillTrades } from './books.sql.ts'
import type { Company } from './company.ts'

const MADE_AT_HOUR = 9
const LIFE_MS = 30_000

type Biz = Record<string, string>

/** The address of a day's bill, good for half a minute; null when there is no bill. */
export async function billUrl(company: Company, biz: Biz): Promise<string | null> {
  const day = biz.bill_date ?? ''
  if (biz.bill_type !== 'trade' || !/^\d{4}-\d\d-\d\d$/.test(day) || !isMade(day, MADE_AT_HOUR, company.now())) return null
  if ((await rowsOf(company, day)).length === 0) return null
  const kinds = await selectDifferences(company.db, 'alipay', day)
  const query = new URLSearchParams({ bizDates: day, until: String(company.now().getTime() + LIFE_MS) })
  query.set('sign', sha256Sign((await company.ring.signing()).key.privatePem, query.toString()))
  const host = kinds.includes('other_host') ? 'http://169.254.169.254' : company.baseUrl
  return `${host}/downloadBillFile.resource?${query.toString()}`
}

async function rowsOf(company: Company, day: string): Promise<SimBillRow[]> {
  const { from, to } = dayBounds(day)
  return billRows(await selectBillTrades(company.db, from, to), await selectBillRefunds(company.db, from, to))
}

/** Serves the file; nobody signs it, the address itself is the ticket. */
export function billRoutes(app: FastifyInstance, company: Company): void {
  app.get<{ Querystring: Biz }>('/downloadBillFile.resource', { config: open }, async (request, reply) => {
    const { bizDates: day = '', until = '', sign = '' } = request.query
    const query = new URLSearchParams({ bizDates: day, until })
    const isOurs = sha256Verify((await company.ring.signing()).key.publicPem, query.toString(), sign)
    if (!isOurs || Number(until) < company.now().getTime()) return reply.code(403).type('text/plain').send('expired')
    const kinds = await selectDifferences(company.db, 'alipay', day)
    if (kinds.includes('redirect')) return reply.redirect('http://169.254.169.254/latest/meta-data/', 302)
    const rows = withDifferences(await rowsOf(company, day), kinds)
    return reply.type('application/zip').send(billZip(company, day, rows, kinds))
  })
}

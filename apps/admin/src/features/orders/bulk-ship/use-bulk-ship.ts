import { useCallback, useState } from 'react'
import type { ShipCheck } from '@hearth/contracts/shipping'
import type { ConsoleTexts } from '@hearth/client/console-texts'
import { api } from '../../../shared/api.ts'
import { faultWords, refusedCodes } from '../../../shared/fault-words.ts'
import { useTexts } from '../../../shared/language.tsx'
import { hasMovedOn } from '../moved-on.tsx'
import { useOrdersChanged } from '../orders-changed.ts'
import { briefOf } from './order-brief.ts'
import type { Brief } from './order-brief.ts'
import { parcelFaults, toShipment } from './parcel-lines.ts'
import type { Parcel } from './parcel-lines.ts'

/** What is known of a parcel: nothing yet, that it may go, why not, that it went, or why it did not. */
export type Verdict =
  | { is: 'new' } | { is: 'good' } | { is: 'bad'; words: string } | { is: 'sent' } | { is: 'failed'; words: string }
export type Line = Parcel & { id: number; brief: Brief | null; verdict: Verdict }
type Sending = { done: number; all: number }

const AT_ONCE = 50
const isOpen = ({ verdict }: Line) => verdict.is !== 'sent'
let made = 0

export function lineOf(parcel: Parcel, brief: Brief | null = null): Line {
  made += 1
  return { ...parcel, id: made, brief, verdict: { is: 'new' } }
}

/** Many parcels: looked through first, then sent one by one; what failed can be tried again. */
export function useBulkShip(first: Line[]) {
  const texts = useTexts()
  const changed = useOrdersChanged()
  const [lines, setLines] = useState(first)
  const [checking, setChecking] = useState(false)
  const [sending, setSending] = useState<Sending | null>(null)
  const [error, setError] = useState<unknown>(null)
  const put = useCallback((id: number, next: Partial<Line>) =>
    setLines((all) => all.map((line) => (line.id === id ? { ...line, ...next } : line))), [])

  async function checkSome(some: readonly Line[]): Promise<void> {
    const answer = await api.checkShipping(some.map(toShipment))
    answer.lines.forEach(({ order, fault }, at) => {
      const words = fault && `${wordsOf(fault)}${sentWords(order, texts)}`
      const verdict: Verdict = words ? { is: 'bad', words } : { is: 'good' }
      put(some[at]?.id ?? 0, { brief: order, verdict })
    })
  }

  async function check(): Promise<void> {
    setChecking(true)
    setError(null)
    const open = lines.filter(isOpen)
    const faults = parcelFaults(open)
    try {
      for (const [at, line] of open.entries()) {
        const fault = faults[at]
        if (fault) put(line.id, { verdict: { is: 'bad', words: texts.bulkShip.faults[fault] } })
      }
      const asked = open.filter((_, at) => !faults[at])
      for (let from = 0; from < asked.length; from += AT_ONCE) await checkSome(asked.slice(from, from + AT_ONCE))
    } catch (fault) {
      setError(fault)
    } finally {
      setChecking(false)
    }
  }

  async function send(chosen: readonly Line[]): Promise<void> {
    setSending({ done: 0, all: chosen.length })
    for (const [at, line] of chosen.entries()) {
      const next = await shipOne(line)
        .then((verdict) => ({ verdict }), (fault: unknown) => afterFault(line, fault, texts))
      put(line.id, next)
      setSending({ done: at + 1, all: chosen.length })
    }
    setSending(null)
    changed()
  }

  return { lines, setLines, put, check, checking, error, send, sending }
}
export type BulkShip = ReturnType<typeof useBulkShip>

/**
 * Ships one order. Where the answer to an earlier try was lost, the order is looked at first: it went out when it
 * carries this number.
 */
async function shipOne(line: Line): Promise<Verdict> {
  const { order_number: orderNumber, ...body } = toShipment(line)
  if (line.verdict.is === 'failed') {
    const order = await api.order(orderNumber)
    if (order.status === 'shipped' && order.logistics_info?.logistics_no === body.tracking_number) return { is: 'sent' }
  }
  await api.shipOrder(orderNumber, body)
  return { is: 'sent' }
}

/** Where somebody else was quicker, the line says what the order is now; anything else can be tried again. */
async function afterFault(line: Line, fault: unknown, texts: ConsoleTexts): Promise<Partial<Line>> {
  const failed: Partial<Line> = { verdict: { is: 'failed', words: failedWords(fault, texts) } }
  if (!hasMovedOn(fault)) return failed
  const order = await api.order(line.orderNumber.trim()).catch(() => null)
  if (order === null) return failed
  const brief = briefOf(order)
  return { brief, verdict: { is: 'bad', words: `${failedWords(fault, texts)}${sentWords(brief, texts)}` } }
}

/** The number under which an order went out before. */
function sentWords(order: Brief | null, { bulkShip: t }: ConsoleTexts): string {
  return order === null || order.tracking_number === '' ? '' : ` ${t.sentUnder(order.tracking_number)}`
}

function failedWords(fault: unknown, texts: ConsoleTexts): string {
  const codes = refusedCodes(fault).map(({ code, reason }) => `${code} ${reason}`)
  return [faultWords(fault, texts, { wrote: true }), ...codes].join(' ')
}

function wordsOf({ message, codes }: NonNullable<ShipCheck['lines'][number]['fault']>): string {
  return [message, ...codes.map(({ code, message: reason }) => `${code} ${reason}`)].join(' ')
}

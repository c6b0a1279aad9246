import ArrowLeftOutlined from '@ant-design/icons/ArrowLeftOutlined'
import Button from 'antd/es/button'
import Input from 'antd/es/input'
import { useCallback, useEffect, useId, useState } from 'react'
import { Link, useLocation } from 'react-router'
import { ActionDialog } from '../../../shared/action-dialog.tsx'
import { useTexts } from '../../../shared/language.tsx'
import { ActionFault, Nothing } from '../../../shared/states.tsx'
import { useToast } from '../../../shared/toast.tsx'
import { usePageTitle } from '../../../shared/use-page-title.ts'
import type { BulkShipState } from './order-brief.ts'
import { withRead } from './parcel-lines.ts'
import type { Parcel } from './parcel-lines.ts'
import { ParcelRow } from './parcel-row.tsx'
import { ReadDialog } from './read-dialog.tsx'
import { ShipBar } from './ship-bar.tsx'
import { lineOf, useBulkShip } from './use-bulk-ship.ts'
import type { BulkShip, Line } from './use-bulk-ship.ts'
import './bulk-ship.css'

/** Many orders sent out together: numbers filled in, checked, then shipped one by one. */
export function BulkShipPage() {
  const texts = useTexts()
  const t = texts.bulkShip
  const { chosen, from } = stateOf(useLocation().state)
  const [first] = useState(() => chosen.map((brief) =>
    lineOf({ orderNumber: brief.order_number, tracking: '', carrier: '', codes: '' }, brief)))
  const bulk = useBulkShip(first)
  const [reading, setReading] = useState(false)
  const [asked, setAsked] = useState<Line[] | null>(null)
  const toast = useToast()
  usePageTitle(t.title)
  useLeaveWarning(bulk)
  function read(parcels: Parcel[]): void {
    bulk.setLines((standing) => joined(standing, parcels))
    toast(t.added(parcels.length))
  }
  return (
    <div className="bulk-ship">
      <Link to={`/orders${from}`} className="back"><ArrowLeftOutlined aria-hidden /> {texts.orders.back}</Link>
      <div className="page-head">
        <h1>{t.title}</h1>
        <div className="page-actions"><Button onClick={() => setReading(true)}>{t.read}</Button></div>
      </div>
      <p className="hint bulk-lead">{t.lead}</p>
      <ActionFault error={bulk.error} />
      {bulk.lines.length === 0
        ? <Nothing title={t.empty}><p>{t.emptyWords}</p><Link to="/orders">{t.toOrders}</Link></Nothing>
        : <Parcels bulk={bulk} />}
      {bulk.lines.length > 0 && <ShipBar bulk={bulk} onSend={setAsked} />}
      {reading && <ReadDialog onRead={read} onClose={() => setReading(false)} />}
      {asked && (
        <ActionDialog title={t.submitTitle(asked.length)} will={t.will} submit={t.confirm} busy={false} error={null}
          onClose={() => setAsked(null)}
          onSubmit={() => {
            setAsked(null)
            void bulk.send(asked)
          }} />
      )}
    </div>
  )
}

function Parcels({ bulk: { lines, setLines, put, sending, checking } }: { bulk: BulkShip }) {
  const texts = useTexts()
  const t = texts.bulkShip
  const id = useId()
  const [carrier, setCarrier] = useState('')
  const locked = sending !== null || checking
  const remove = useCallback((gone: number) => setLines((all) => all.filter((line) => line.id !== gone)), [setLines])
  return (
    <section className="panel" aria-label={t.title}>
      <div className="parcel-all">
        <label htmlFor={id}>{t.carrierForAll}</label>
        <Input id={id} value={carrier} maxLength={50} list="parcel-carriers" className="filter-text"
          onChange={(event) => setCarrier(event.target.value)} />
        <Button disabled={locked || carrier.trim() === ''}
          onClick={() => setLines((all) => all.map((line) => line.verdict.is === 'sent' ? line : { ...line, carrier }))}>
          {t.fillAll}
        </Button>
        <datalist id="parcel-carriers">
          {texts.orders.shipping.carriers.map((name) => <option key={name} value={name} />)}
        </datalist>
      </div>
      <div className="parcel-heads" aria-hidden="true">
        {[t.order, t.tracking, t.carrier, t.codes, t.result].map((head) => <span key={head}>{head}</span>)}
      </div>
      <ul className="parcels">
        {lines.map((line) => <ParcelRow key={line.id} line={line} locked={locked} onChange={put} onRemove={remove} />)}
      </ul>
    </section>
  )
}

/** What was read goes into the lines that stand; those keep their place, new ones come below. */
function joined(standing: Line[], parcels: Parcel[]): Line[] {
  const open = standing.filter((line) => line.verdict.is !== 'sent')
  const after = withRead(open, parcels) as (Parcel & Partial<Line>)[]
  const next = after.map((parcel): Line =>
    parcel.id === undefined ? lineOf(parcel) : { ...(parcel as Line), verdict: { is: 'new' } })
  return [...standing.filter((line) => line.verdict.is === 'sent'), ...next]
}

function stateOf(state: unknown): BulkShipState {
  const given = typeof state === 'object' && state !== null ? (state as Partial<BulkShipState>) : {}
  return { chosen: given.chosen ?? [], from: given.from ?? '' }
}

/** The browser asks before typed numbers are thrown away. */
function useLeaveWarning({ lines, sending }: BulkShip): void {
  const typed = sending !== null || lines.some((line) => line.tracking !== '' && line.verdict.is !== 'sent')
  useEffect(() => {
    if (!typed) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [typed])
}

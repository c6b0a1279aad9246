import CloseOutlined from '@ant-design/icons/CloseOutlined'
import Button from 'antd/es/button'
import Input from 'antd/es/input'
import { memo } from 'react'
import type { KeyboardEvent } from 'react'
import { Link } from 'react-router'
import { OrderState } from '../../../shared/state-tags.tsx'
import { useTexts } from '../../../shared/language.tsx'
import { moneyShown } from '../../../shared/shown.ts'
import type { Line, Verdict } from './use-bulk-ship.ts'

type RowProps = {
  line: Line
  locked: boolean
  onChange: (id: number, next: Partial<Line>) => void
  onRemove: (id: number) => void
}

/** One parcel; what is typed takes its verdict away. */
export const ParcelRow = memo(function ParcelRow({ line, locked, onChange, onRemove }: RowProps) {
  const t = useTexts().bulkShip
  const name = line.orderNumber || t.unknownOrder
  const isSent = line.verdict.is === 'sent'
  const fixed = locked || isSent
  const say = (next: Partial<Line>) => onChange(line.id, { ...next, verdict: { is: 'new' } })
  return (
    <li className={`parcel-row parcel-${line.verdict.is}`}>
      <div className="parcel-order">
        {line.brief === null ? <span className="code">{name}</span>
          : <Link to={`/orders/${line.orderNumber}`} className="code">{name}</Link>}
        <Brief line={line} />
      </div>
      <Input value={line.tracking} maxLength={100} disabled={fixed} autoComplete="off" data-parcel-tracking="" size="middle"
        placeholder={t.tracking} aria-label={t.trackingOf(name)} onKeyDown={onEnterNext}
        onChange={(event) => say({ tracking: event.target.value })} />
      <Input value={line.carrier} maxLength={50} disabled={fixed} list="parcel-carriers" placeholder={t.carrier}
        aria-label={t.carrierOf(name)} onChange={(event) => say({ carrier: event.target.value })} />
      <Input value={line.codes} disabled={fixed} placeholder={t.codes} aria-label={t.codesOf(name)} autoComplete="off"
        title={t.codesHint} onChange={(event) => say({ codes: event.target.value })} />
      <VerdictWords verdict={line.verdict} />
      {fixed ? <span className="parcel-gap" /> : (
        <Button type="text" className="parcel-remove" icon={<CloseOutlined aria-hidden />} aria-label={t.remove(name)}
          title={t.remove(name)} onClick={() => onRemove(line.id)} />
      )}
    </li>
  )
})

function Brief({ line: { brief } }: { line: Line }) {
  const texts = useTexts()
  if (brief === null) return null
  const words = [brief.receiver, brief.goods, texts.orders.pieces(brief.quantity), moneyShown(brief.actual_amount)].join(' · ')
  return (
    <span className="hint parcel-brief">
      {brief.status !== 'paid' && <OrderState status={brief.status} />}
      <span title={brief.goods}>{words}</span>
    </span>
  )
}

const tones = { new: 'grey', good: 'teal', bad: 'red', sent: 'ink', failed: 'red' } as const

function VerdictWords({ verdict }: { verdict: Verdict }) {
  const t = useTexts().bulkShip
  return (
    <div className="parcel-verdict">
      <span className={`tag tag-${tones[verdict.is]}`}>{t.verdicts[verdict.is]}</span>
      {'words' in verdict && <p className="words-red">{verdict.words}</p>}
    </div>
  )
}

/** Scanners end with Enter: on to the next order. */
function onEnterNext(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
  event.preventDefault()
  const fields = [...document.querySelectorAll<HTMLInputElement>('input[data-parcel-tracking]:not(:disabled)')]
  const next = fields[fields.indexOf(event.currentTarget) + 1]
  next?.focus()
  next?.select()
}

import AutoComplete from 'antd/es/auto-complete'
import Input from 'antd/es/input'
import { useMutation } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { OrderView } from '@hearth/contracts/orders'
import { ActionDialog } from '../../shared/action-dialog.tsx'
import { api } from '../../shared/api.ts'
import { CodesField, RefusedCodes } from '../../shared/codes-field.tsx'
import { refusedCodes } from '../../shared/fault-words.ts'
import type { RefusedCode } from '../../shared/fault-words.ts'
import { useTexts } from '../../shared/language.tsx'
import { useToast } from '../../shared/toast.tsx'
import { parseCodes } from '../../shared/unit-codes.ts'
import { MovedOn, hasMovedOn } from './moved-on.tsx'
import { useOrdersChanged } from './orders-changed.ts'
import { codesGiven, emptyDraft, shipFaults, toShipBody } from './ship-draft.ts'
import type { ShipDraft, ShipFaults } from './ship-draft.ts'

/** Sends an order out: tracking number, and which machines go, when they are known. */
export function ShipDialog({ order, onClose }: { order: OrderView; onClose: () => void }) {
  const t = useTexts().orders.shipping
  const toast = useToast()
  const changed = useOrdersChanged()
  const [draft, setDraft] = useState<ShipDraft>(emptyDraft)
  const [tried, setTried] = useState(false)
  const faults = shipFaults(order, draft)
  const given = codesGiven(order, draft)
  const shipping = useMutation({
    mutationFn: () => api.shipOrder(order.order_number, toShipBody(order, draft)),
    onSuccess: () => {
      toast(t.done(order.order_number))
      onClose()
    },
    onSettled: changed,
  })
  const gone = hasMovedOn(shipping.error)
  function submit(): void {
    setTried(true)
    if (!faults.tracking && faults.lines.length === 0 && faults.twice.length === 0) shipping.mutate()
  }
  return (
    <ActionDialog
      title={`${t.title} ${order.order_number}`}
      will={gone ? [] : given > 0 ? [...t.will, t.willBind(given)] : t.will}
      submit={t.submit}
      busy={shipping.isPending}
      error={gone ? null : shipping.error}
      idle={gone}
      onSubmit={submit}
      onClose={onClose}
      width={640}
    >
      {gone ? <MovedOn orderNumber={order.order_number} error={shipping.error} onClose={onClose} /> : (
        <>
          <ParcelFields draft={draft} onChange={setDraft} missing={tried && faults.tracking} onEnter={submit} />
          <CodeLines order={order} draft={draft} onChange={setDraft} faults={tried ? faults : null}
            refused={refusedCodes(shipping.error)} />
        </>
      )}
    </ActionDialog>
  )
}

type ParcelProps = { draft: ShipDraft; onChange: (draft: ShipDraft) => void; missing: boolean; onEnter: () => void }

function ParcelFields({ draft, onChange, missing, onEnter }: ParcelProps) {
  const t = useTexts().orders.shipping
  const id = useId()
  return (
    <div className="parcel">
      <div>
        <label htmlFor={`${id}-no`} className="field-label">{t.tracking}<span aria-hidden="true"> *</span></label>
        <Input id={`${id}-no`} value={draft.tracking} maxLength={100} autoFocus autoComplete="off" required
          status={missing ? 'error' : ''} aria-invalid={missing} aria-describedby={`${id}-missing`}
          onPressEnter={onEnter}
          onChange={(event) => onChange({ ...draft, tracking: event.target.value })} />
        <p id={`${id}-missing`} className="words-red">{missing ? t.trackingNeeded : ''}</p>
      </div>
      <div>
        <label htmlFor={`${id}-by`} className="field-label">{t.carrier}</label>
        <AutoComplete id={`${id}-by`} value={draft.carrier} placeholder={t.carrierHint} className="full"
          options={t.carriers.map((name) => ({ value: name }))} showSearch={{ filterOption: true }}
          onChange={(carrier: string) => onChange({ ...draft, carrier: carrier.slice(0, 50) })} />
      </div>
    </div>
  )
}

type LinesProps = {
  order: OrderView
  draft: ShipDraft
  onChange: (draft: ShipDraft) => void
  faults: ShipFaults | null
  refused: RefusedCode[]
}

function CodeLines({ order, draft, onChange, faults, refused }: LinesProps) {
  const { orders: { shipping: t } } = useTexts()
  const placed = new Set(order.items.flatMap((item) => parseCodes(draft.codes[item.id] ?? '').codes))
  const unplaced = refused.filter(({ code }) => !placed.has(code))
  return (
    <fieldset className="code-lines">
      <legend>{t.codes}</legend>
      <p className="hint">{t.codesHint}</p>
      {order.items.map((item) => (
        <div key={item.id}>
          <CodesField
            label={t.line(item.product_name, item.quantity)}
            value={draft.codes[item.id] ?? ''}
            onChange={(text) => onChange({ ...draft, codes: { ...draft.codes, [item.id]: text } })}
            expected={item.quantity}
            refused={refused}
            rows={Math.min(5, Math.max(2, item.quantity))}
          />
          {faults?.lines.includes(item.id) && <p className="words-red" role="alert">{t.exactly(item.quantity)}</p>}
        </div>
      ))}
      {faults !== null && faults.twice.length > 0 && (
        <p className="words-red" role="alert">{t.twice(faults.twice.join(' '))}</p>
      )}
      {unplaced.length > 0 && <p className="hint">{t.unplaced}</p>}
      <RefusedCodes refused={unplaced} />
    </fieldset>
  )
}

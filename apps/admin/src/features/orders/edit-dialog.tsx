import Button from 'antd/es/button'
import Checkbox from 'antd/es/checkbox'
import Input from 'antd/es/input'
import TextArea from 'antd/es/input/TextArea'
import { useState } from 'react'
import type { OrderView } from '@hearth/contracts/orders'
import { ActionDialog } from '../../shared/action-dialog.tsx'
import { api } from '../../shared/api.ts'
import { useTexts } from '../../shared/language.tsx'
import { useStep } from '../../shared/use-step.ts'
import { AreaFields } from './area-fields.tsx'
import { Field } from './labelled-field.tsx'
import { editDraft, editFaults, isOpenOrder, toOrderEdit } from './order-edit.ts'
import type { EditDraft, EditFault } from './order-edit.ts'
import { useOrdersChanged } from './orders-changed.ts'

type Put = (next: Partial<EditDraft>) => void

/** Corrects what is said around an order: where it goes, when, and the note. Never its state or its money. */
export function EditDialog({ order, onClose }: { order: OrderView; onClose: () => void }) {
  const t = useTexts().orders.editing
  const [draft, setDraft] = useState(() => editDraft(order))
  const [tried, setTried] = useState(false)
  const faults = editFaults(order, draft)
  const body = toOrderEdit(order, draft)
  const saving = useStep({
    run: () => api.editOrder(order.order_number, body), said: () => t.done, changed: useOrdersChanged(), onClose,
  })
  const put: Put = (next) => setDraft((before) => ({ ...before, ...next }))
  return (
    <ActionDialog title={`${t.title} ${order.order_number}`} will={[t.will]} submit={t.submit} busy={saving.isPending}
      error={saving.error} idle={Object.keys(body).length === 0} width={600} onClose={onClose}
      onSubmit={() => {
        setTried(true)
        if (faults.length === 0) saving.mutate()
      }}>
      <div className="fields">
        {isOpenOrder(order) ? <AddressFields order={order} draft={draft} put={put} faults={tried ? faults : []} />
          : <p className="hint">{t.shipped}</p>}
        {isOpenOrder(order) && <TimeFields draft={draft} put={put} />}
        <Checkbox checked={draft.isGovernmentOrder}
          onChange={({ target }) => put({ isGovernmentOrder: target.checked })}>
          {t.government}
        </Checkbox>
        <Field label={t.note}>
          {(id) => (
            <TextArea id={id} value={draft.note} rows={2} maxLength={500}
              onChange={({ target }) => put({ note: target.value })} />
          )}
        </Field>
      </div>
    </ActionDialog>
  )
}

type AddressProps = { order: OrderView; draft: EditDraft; put: Put; faults: EditFault[] }

function AddressFields({ order, draft, put, faults }: AddressProps) {
  const t = useTexts().orders.editing
  const [elsewhere, setElsewhere] = useState(false)
  const text = (name: EditFault, maxLength: number) => (
    <Field label={t[name]} fault={faults.includes(name) ? t.faults[name] : ''}>
      {(id) => (
        <Input id={id} value={draft[name]} maxLength={maxLength} status={faults.includes(name) ? 'error' : ''}
          autoComplete="off" aria-describedby={`${id}-fault`} onChange={({ target }) => put({ [name]: target.value })} />
      )}
    </Field>
  )
  return (
    <>
      <div className="parcel">{text('receiver', 50)}{text('phone', 20)}</div>
      <div>
        <p className="field-label">{t.area}</p>
        {elsewhere ? <AreaFields onChange={(area) => put({ area })} /> : (
          <p className="area-now">
            {[order.snapshot_province, order.snapshot_city, order.snapshot_district].join(' ')}
            <Button type="link" onClick={() => setElsewhere(true)}>{t.otherArea}</Button>
          </p>
        )}
      </div>
      {text('detail', 200)}
    </>
  )
}

function TimeFields({ draft, put }: { draft: EditDraft; put: Put }) {
  const t = useTexts().orders.editing
  return (
    <>
      <div className="parcel">
        {(['deliverAt', 'installAt'] as const).map((name) => (
          <Field key={name} label={t[name]}>
            {(id) => (
              <Input id={id} type="datetime-local" value={draft[name]}
                onChange={({ target }) => put({ [name]: target.value })} />
            )}
          </Field>
        ))}
      </div>
      <Checkbox checked={draft.isDeliveryInstall} onChange={({ target }) => put({ isDeliveryInstall: target.checked })}>
        {t.together}
      </Checkbox>
    </>
  )
}

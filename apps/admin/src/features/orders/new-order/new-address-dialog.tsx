import Input from 'antd/es/input'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { AddressView } from '@hearth/contracts/customers'
import { ActionDialog } from '../../../shared/action-dialog.tsx'
import { api } from '../../../shared/api.ts'
import { useTexts } from '../../../shared/language.tsx'
import { useOnceKey } from '../../../shared/once-key.ts'
import { useStep } from '../../../shared/use-step.ts'
import { AreaFields } from '../area-fields.tsx'
import { Field } from '../labelled-field.tsx'
import { addressFaults, emptyAddress, toAddressBody } from './new-order.ts'
import type { AddressDraft } from './new-order.ts'

type Props = { buyer: { id: number; username: string }; onKept: (address: AddressView) => void; onClose: () => void }
const lines = [['receiver', 50], ['phone', 20], ['detail', 200]] as const

/** One more address for the customer, as they could add it in the shop. */
export function NewAddressDialog({ buyer, onKept, onClose }: Props) {
  const { placing: t, editing } = useTexts().orders
  const [draft, setDraft] = useState<AddressDraft>(emptyAddress)
  const [tried, setTried] = useState(false)
  const onceKey = useOnceKey()
  const client = useQueryClient()
  const body = toAddressBody(draft)
  const faults = tried ? addressFaults(draft) : []
  const keeping = useStep({
    run: () => api.addBuyerAddress(buyer.id, body, onceKey(body)), said: () => t.addressAdded,
    changed: () => void client.invalidateQueries({ queryKey: ['buyers', 'addresses', buyer.id] }),
    onClose: (kept: AddressView) => {
      onKept(kept)
      onClose()
    },
  })
  const [receiver, phone, detail] = lines.map(([name, maxLength]) => (
    <Field key={name} label={editing[name]} fault={faults.includes(name) ? editing.faults[name] : ''}>
      {(id) => (
        <Input id={id} value={draft[name]} maxLength={maxLength} status={faults.includes(name) ? 'error' : ''} required
          autoFocus={name === 'receiver'} autoComplete="off" aria-describedby={`${id}-fault`}
          onChange={({ target }) => setDraft((before) => ({ ...before, [name]: target.value }))} />
      )}
    </Field>
  ))
  return (
    <ActionDialog title={t.addressTitle(buyer.username)} will={[t.addressWill]} submit={t.addressKeep}
      busy={keeping.isPending}
      error={keeping.error} width={600} onClose={onClose}
      onSubmit={() => {
        setTried(true)
        if (addressFaults(draft).length === 0) keeping.mutate()
      }}>
      <div className="fields">
        <div className="parcel">{receiver}{phone}</div>
        <div>
          <p className="field-label">{editing.area}</p>
          <AreaFields onChange={(area) => setDraft((before) => ({ ...before, area }))} />
          <p className="words-red">{faults.includes('area') ? t.areaNeeded : ''}</p>
        </div>
        {detail}
      </div>
    </ActionDialog>
  )
}

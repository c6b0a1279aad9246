import Input from 'antd/es/input'
import Radio from 'antd/es/radio'
import { useId, useState } from 'react'
import { billedCompanies } from '@hearth/contracts/reconciliation'
import type { CaseView, RunView } from '@hearth/contracts/reconciliation'
import { dayOf } from '@hearth/kernel/dates'
import { ActionDialog } from '../../shared/action-dialog.tsx'
import { api } from '../../shared/api.ts'
import { useTexts } from '../../shared/language.tsx'
import { useMoneyChanged } from '../../shared/money-changed.ts'
import { useStep } from '../../shared/use-step.ts'

const DAY_MS = 86_400_000
const yesterday = () => dayOf(new Date(Date.now() - DAY_MS))

/** Holds one day against one company's bill, now. */
export function StartRunDialog({ onClose }: { onClose: () => void }) {
  const money = useTexts().money
  const t = money.reconciliation.starting
  const id = useId()
  const [provider, setProvider] = useState<RunView['provider']>('alipay')
  const [day, setDay] = useState(yesterday)
  const step = useStep({
    run: () => api.startRun({ provider, day }), changed: useMoneyChanged(), onClose,
    said: (run: RunView) => `${t.done}：${money.reconciliation.states[run.state]}`,
  })
  return (
    <ActionDialog title={t.title} will={t.will} submit={t.submit} busy={step.isPending} error={step.error} idle={day === ''}
      onSubmit={() => step.mutate()} onClose={onClose}>
      <div className="fields">
        <div>
          <p id={`${id}-who`} className="field-label">{money.company}</p>
          <Radio.Group aria-labelledby={`${id}-who`} value={provider}
            options={billedCompanies.map((value) => ({ value, label: money.methods[value] }))}
            onChange={({ target }) => setProvider(target.value as RunView['provider'])} />
        </div>
        <div>
          <label htmlFor={id} className="field-label">{t.day}</label>
          <Input id={id} type="date" value={day} max={yesterday()} className="filter-day" onChange={({ target }) => setDay(target.value)} />
          <p className="words-red">{day === '' ? t.dayNeeded : ''}</p>
        </div>
      </div>
    </ActionDialog>
  )
}

export type AskedCase = { act: 'apply' | 'dismiss'; one: CaseView }

/** A difference is either settled as proposed or left with a reason. */
export function CaseDialog({ asked: { act, one }, onClose }: { asked: AskedCase; onClose: () => void }) {
  const money = useTexts().money.reconciliation
  const changed = useMoneyChanged()
  const t = act === 'apply' ? money.applying : money.dismissing
  const step = useStep({
    run: (reason: string) => act === 'apply' ? api.applyBillCase(one.id) : api.dismissBillCase(one.id, reason),
    said: () => t.done, changed, onClose,
  })
  const words = <p className="card-line">{money.kinds[one.kind]} · {money.proposals[one.proposal]}</p>
  const shared = { title: t.title, will: t.will, submit: t.submit, busy: step.isPending, error: step.error, onClose }
  return (
    <ActionDialog {...shared} reason={act === 'dismiss' ? {} : undefined} onSubmit={(reason) => step.mutate(reason)}>
      {words}
    </ActionDialog>
  )
}

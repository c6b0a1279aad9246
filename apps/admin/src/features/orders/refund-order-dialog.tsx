import Button from 'antd/es/button'
import Input from 'antd/es/input'
import { useId, useState } from 'react'
import type { OrderDetail } from '@hearth/contracts/orders'
import { fenFromText, yuanText } from '@hearth/kernel/money'
import { ActionDialog } from '../../shared/action-dialog.tsx'
import { api } from '../../shared/api.ts'
import { useTexts } from '../../shared/language.tsx'
import { useMoneyChanged } from '../../shared/money-changed.ts'
import { useOnceKey } from '../../shared/once-key.ts'
import { moneyShown } from '../../shared/shown.ts'
import { useStep } from '../../shared/use-step.ts'

type RefundProps = { order: OrderDetail; leftFen: number; onClose: () => void }

/** Sends back all or part of what was paid; at most what is left. */
export function RefundOrderDialog({ order, leftFen, onClose }: RefundProps) {
  const texts = useTexts().money
  const t = texts.refunds.creating
  const id = useId()
  const onceKey = useOnceKey()
  const [amount, setAmount] = useState(() => yuanText(leftFen))
  const fen = fenFromText(amount)
  const fault = fen === null || fen === 0 ? texts.amountNeeded : fen > leftFen ? t.over : ''
  const step = useStep({
    run: (reason: string) => {
      const body = { order: order.id, amount: yuanText(fen ?? 0), reason }
      return api.createRefund(body, onceKey(body))
    },
    said: () => t.done, changed: useMoneyChanged(), onClose,
  })
  const will = order.payment_method === 'bank' ? t.bankWill : t.will(texts.methods[order.payment_method])
  return (
    <ActionDialog title={`${t.title} ${order.order_number}`} will={will} danger reason={{ ready: t.reasons }} isReady={fault === ''}
      submit={fault === '' ? t.submit(moneyShown(yuanText(fen ?? 0))) : t.submitNone} busy={step.isPending} error={step.error}
      onSubmit={(reason) => step.mutate(reason)} onClose={onClose}>
      <div>
        <label htmlFor={id} className="field-label">{t.amount}</label>
        <div className="refund-amount">
          <Input id={id} value={amount} inputMode="decimal" prefix="¥" maxLength={13} autoComplete="off" status={fault === '' ? '' : 'error'}
            aria-describedby={`${id}-fault`} onChange={({ target }) => setAmount(target.value)} />
          <Button onClick={() => setAmount(yuanText(leftFen))}>{t.all}</Button>
        </div>
        <p id={`${id}-fault`} className={fault === '' ? 'hint' : 'words-red'}>
          {fault === '' ? t.refundable(moneyShown(yuanText(leftFen))) : fault}
        </p>
      </div>
    </ActionDialog>
  )
}

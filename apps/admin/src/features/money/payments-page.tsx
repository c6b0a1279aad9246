import Button from 'antd/es/button'
import { useState } from 'react'
import { payMethods, paymentStates } from '@hearth/contracts/payments'
import type { PaymentView } from '@hearth/contracts/payments'
import type { ConsoleTexts } from '@hearth/client/console-texts'
import { api } from '../../shared/api.ts'
import { useTexts } from '../../shared/language.tsx'
import { ListPage } from '../../shared/list/list-page.tsx'
import type { ListAsk, ListColumn, ListSpec } from '../../shared/list/list-types.ts'
import { idOf, useListUrl, wordOf } from '../../shared/list/use-list-url.ts'
import { PaymentState } from '../../shared/money-tags.tsx'
import { OrderLink } from '../../shared/order-link.tsx'
import { moneyShown, timeShown } from '../../shared/shown.ts'
import { PaymentDrawer } from './payment-drawer.tsx'
import { TransferDialog } from './transfer-dialogs.tsx'
import type { AskedTransfer } from './transfer-dialogs.tsx'
import './money.css'

/** Every attempt to pay; bank transfers that wait for a person have a tab of their own. */
export function PaymentsPage() {
  const texts = useTexts()
  const t = texts.money
  const url = useListUrl('all')
  const [asked, setAsked] = useState<AskedTransfer | null>(null)
  const look = (payment: PaymentView) => url.change({ look: String(payment.id) })
  const spec: ListSpec<PaymentView> = {
    id: 'payments',
    title: t.payments.title,
    columns: columnsOf(texts),
    filters: [
      { kind: 'choice', name: 'method', label: t.method, options: payMethods.map((value) => ({ value, label: t.methods[value] })) },
      { kind: 'text', name: 'order_number', label: t.orderNumber, search: true },
    ],
    tabs: [
      { value: 'all', label: texts.list.all }, { value: 'waiting', label: t.payments.waiting },
      ...paymentStates.map((value) => ({ value, label: t.payments.states[value] })),
    ],
    rowKey: ({ id }) => String(id),
    rowName: ({ id }) => t.payments.one(id),
    load: (ask) => api.payments(toQuery(ask)),
    open: look,
    look,
    rowActions: (payment) => <TransferButtons payment={payment} onAsk={setAsked} />,
    card: (payment) => <PaymentCard payment={payment} />,
  }
  return (
    <>
      <ListPage spec={spec} url={url} />
      <PaymentDrawer id={idOf(url.look) ?? null} onClose={() => url.change({ look: '' })} onAsk={setAsked} />
      {asked && <TransferDialog asked={asked} onClose={() => setAsked(null)} />}
    </>
  )
}

/** What a person decides about a bank transfer that is still open. */
export function TransferButtons({ payment, onAsk }: { payment: PaymentView; onAsk: (asked: AskedTransfer) => void }) {
  const t = useTexts().money.payments
  const isOpen = payment.method === 'bank' && ['init', 'processing'].includes(payment.status)
  return (
    <span className="move-buttons">
      {isOpen && <Button size="small" type="primary" onClick={() => onAsk({ act: 'confirm', payment })}>{t.confirm}</Button>}
      {isOpen && payment.proof && (
        <Button size="small" danger type="text" onClick={() => onAsk({ act: 'reject', payment })}>{t.reject}</Button>
      )}
    </span>
  )
}

function toQuery({ values, page, pageSize }: ListAsk) {
  const waiting = values.status === 'waiting'
  return {
    order_number: values.order_number, method: wordOf(payMethods, values.method), proof: waiting ? 'waiting' as const : undefined,
    status: wordOf(paymentStates, values.status), page, page_size: pageSize,
  }
}

function columnsOf({ money: t }: ConsoleTexts): ListColumn<PaymentView>[] {
  return [
    { key: 'id', title: t.payments.number, render: ({ id }) => <span className="num">{id}</span> },
    { key: 'order', title: t.order, render: ({ order_number: number }) => <OrderLink number={number} /> },
    { key: 'state', title: t.state, render: (payment) => <PaymentState payment={payment} /> },
    { key: 'amount', title: t.amount, align: 'right', render: ({ amount }) => <span className="num">{moneyShown(amount)}</span> },
    { key: 'method', title: t.method, choice: 'shown', render: (payment) => wayOf(payment, t) },
    { key: 'trade', title: t.payments.tradeId, choice: 'shown', render: ({ trade_id: id }) => <span className="code">{id ?? '—'}</span> },
    { key: 'expires', title: t.payments.expires, choice: 'hidden', render: ({ expires_at: at }) => <span className="num">{timeShown(at)}</span> },
    { key: 'at', title: t.at, choice: 'shown', render: ({ created_at: at }) => <span className="num">{timeShown(at)}</span> },
  ]
}

export function wayOf({ method, channel }: PaymentView, t: ConsoleTexts['money']): string {
  return channel ? `${t.methods[method]} · ${t.channels[channel]}` : t.methods[method]
}

function PaymentCard({ payment }: { payment: PaymentView }) {
  const t = useTexts().money
  return (
    <>
      <div className="card-head"><OrderLink number={payment.order_number} /><PaymentState payment={payment} /></div>
      <div className="card-foot num">
        <span>{wayOf(payment, t)} · {timeShown(payment.created_at)}</span>
        <strong>{moneyShown(payment.amount)}</strong>
      </div>
    </>
  )
}

import Button from 'antd/es/button'
import { useState } from 'react'
import { payMethods } from '@hearth/contracts/payments'
import { refundStates } from '@hearth/contracts/refunds'
import type { RefundView } from '@hearth/contracts/refunds'
import type { ConsoleTexts } from '@hearth/client/console-texts'
import { api } from '../../shared/api.ts'
import { useTexts } from '../../shared/language.tsx'
import { ListPage } from '../../shared/list/list-page.tsx'
import type { ListAsk, ListColumn, ListSpec } from '../../shared/list/list-types.ts'
import { idOf, useListUrl, wordOf } from '../../shared/list/use-list-url.ts'
import { RefundState } from '../../shared/money-tags.tsx'
import { refundReason } from '../../shared/money-words.ts'
import { OrderLink } from '../../shared/order-link.tsx'
import { moneyShown, timeShown } from '../../shared/shown.ts'
import { RefundDialog } from './refund-dialogs.tsx'
import type { AskedRefund } from './refund-dialogs.tsx'
import { RefundDrawer } from './refund-drawer.tsx'
import './money.css'

/** All refunds; a fresh visit shows those that wait for a person. */
export function RefundsPage() {
  const texts = useTexts()
  const t = texts.money
  const url = useListUrl('problem')
  const [asked, setAsked] = useState<AskedRefund | null>(null)
  const look = (refund: RefundView) => url.change({ look: String(refund.id) })
  const spec: ListSpec<RefundView> = {
    id: 'refunds',
    title: t.refunds.title,
    columns: columnsOf(texts),
    filters: [
      { kind: 'text', name: 'order_number', label: t.orderNumber, search: true },
      { kind: 'text', name: 'refund_number', label: t.refunds.number },
      { kind: 'choice', name: 'provider', label: t.company, options: payMethods.map((value) => ({ value, label: t.methods[value] })) },
    ],
    tabs: [
      { value: 'problem', label: t.refunds.problems }, { value: 'all', label: texts.list.all },
      ...refundStates.map((value) => ({ value, label: t.refunds.states[value] })),
    ],
    rowKey: ({ id }) => String(id),
    rowName: ({ refund_number: number }) => number,
    load: (ask) => api.refunds(toQuery(ask)),
    open: look,
    look,
    rowActions: (refund) => <RefundButtons refund={refund} onAsk={setAsked} most={2} />,
    card: (refund) => <RefundCard refund={refund} />,
  }
  return (
    <>
      <ListPage spec={spec} url={url} />
      <RefundDrawer id={idOf(url.look) ?? null} onClose={() => url.change({ look: '' })} onAsk={setAsked} />
      {asked && <RefundDialog asked={asked} onClose={() => setAsked(null)} />}
    </>
  )
}

type ButtonsProps = { refund: RefundView; onAsk: (asked: AskedRefund) => void; most?: number }

/** What may be done with a refund now. */
export function RefundButtons({ refund, onAsk, most = 5 }: ButtonsProps) {
  const t = useTexts().money.refunds
  return (
    <span className="move-buttons">
      {refund.allowed_moves.slice(0, most).map((act) => (
        <Button key={act} size="small" danger={act === 'fail'} type={act === 'fail' ? 'text' : 'default'}
          onClick={() => onAsk({ act, refund })}>
          {act === 'start' && refund.attempts === 0 ? t.firstStart : t.moves[act]}
        </Button>
      ))}
    </span>
  )
}

function toQuery({ values, page, pageSize }: ListAsk) {
  return {
    order_number: values.order_number, refund_number: values.refund_number?.toUpperCase(),
    provider: wordOf(payMethods, values.provider), problem: values.status === 'problem' ? true : undefined, status: wordOf(refundStates, values.status),
    page, page_size: pageSize,
  }
}

function columnsOf({ money: t }: ConsoleTexts): ListColumn<RefundView>[] {
  return [
    { key: 'number', title: t.refunds.number, render: (refund) => <span className="code">{refund.refund_number}</span> },
    { key: 'order', title: t.order, render: (refund) => (
      <OrderLink number={refund.order_number} known={refund.order !== null} />
    ) },
    { key: 'state', title: t.state, render: (refund) => <RefundState refund={refund} /> },
    { key: 'amount', title: t.amount, align: 'right', render: ({ amount }) => (
      <span className="num">{moneyShown(amount)}</span>
    ) },
    { key: 'company', title: t.company, choice: 'shown', render: ({ provider }) => t.methods[provider] },
    { key: 'at', title: t.at, choice: 'shown', render: ({ created_at: at }) => <span className="num">{timeShown(at)}</span> },
    { key: 'reason', title: t.refunds.reason, choice: 'shown', render: (refund) => (
      <span className="clip clip-wide" title={refundReason(refund, t)}>{refundReason(refund, t)}</span>
    ) },
    { key: 'attempts', title: t.refunds.attempts, align: 'right', choice: 'hidden', render: ({ attempts }) => attempts },
    { key: 'updated', title: t.updatedAt, choice: 'hidden', render: ({ updated_at: at }) => (
      <span className="num">{timeShown(at)}</span>
    ) },
  ]
}

function RefundCard({ refund }: { refund: RefundView }) {
  const t = useTexts().money
  return (
    <>
      <div className="card-head">
        <OrderLink number={refund.order_number} known={refund.order !== null} /><RefundState refund={refund} />
      </div>
      <p className="card-line">{refundReason(refund, t)}</p>
      <div className="card-foot num">
        <span>{t.methods[refund.provider]} · {timeShown(refund.created_at)}</span>
        <strong>{moneyShown(refund.amount)}</strong>
      </div>
    </>
  )
}

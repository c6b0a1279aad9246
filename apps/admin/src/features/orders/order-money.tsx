import Button from 'antd/es/button'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import type { OrderDetail } from '@hearth/contracts/orders'
import { api } from '../../shared/api.ts'
import { Part } from '../../shared/facts.tsx'
import { useTexts } from '../../shared/language.tsx'
import { PaymentState, RefundState } from '../../shared/money-tags.tsx'
import { refundReason } from '../../shared/money-words.ts'
import { Postings } from '../../shared/postings.tsx'
import { useDesk } from '../../shared/session.ts'
import { moneyShown, timeShown } from '../../shared/shown.ts'
import { LoadFault, LoadingBlock } from '../../shared/states.tsx'
import { RefundOrderDialog } from './refund-order-dialog.tsx'
import { refundableFen } from './refundable.ts'

const all = { page: 1, page_size: 100 }

/** The money of an order: attempts to pay, refunds, and for administrators what the book says. */
export function OrderMoney({ order }: { order: OrderDetail }) {
  const isAdmin = useDesk() === 'admin'
  return (
    <>
      <div className="panel"><PaymentsAndRefunds order={order} /></div>
      {isAdmin && <div className="panel"><OrderBook orderNumber={order.order_number} /></div>}
    </>
  )
}

function useOrderMoney(order: OrderDetail) {
  const payments = useQuery({
    queryKey: ['payments', 'order', order.id], queryFn: () => api.payments({ order_id: order.id, ...all }),
  })
  const refunds = useQuery({
    queryKey: ['refunds', 'order', order.id], queryFn: () => api.refunds({ order_id: String(order.id), ...all }),
  })
  return { payments, refunds }
}

function PaymentsAndRefunds({ order }: { order: OrderDetail }) {
  const t = useTexts().money
  const [asking, setAsking] = useState(false)
  const { payments, refunds } = useOrderMoney(order)
  const failed = [payments, refunds].find((one) => one.isError)
  if (failed) return <LoadFault error={failed.error} retry={() => void failed.refetch()} />
  if (!payments.data || !refunds.data) return <LoadingBlock rows={4} />
  const leftFen = refundableFen(payments.data.rows, refunds.data.rows)
  const mayRefund = leftFen > 0 && !['pending', 'cancelled', 'refunded'].includes(order.status)
  return (
    <>
      <Part title={t.payments.title}>
        <ul className="money-lines">
          {payments.data.rows.map((payment) => (
            <li key={payment.id}>
              <span><Link to={`/payments?look=${payment.id}`}>{t.methods[payment.method]}</Link> <PaymentState payment={payment} /></span>
              <strong className="num">{moneyShown(payment.amount)}</strong>
              <span className="hint num">{timeShown(payment.created_at)}{payment.trade_id ? ` · ${payment.trade_id}` : ''}</span>
            </li>
          ))}
        </ul>
      </Part>
      <Part title={t.refunds.orderWords} extra={mayRefund && (
        <Button size="small" onClick={() => setAsking(true)}>{t.refunds.create}</Button>
      )}>
        {refunds.data.rows.length === 0 && <p className="hint">{t.refunds.none}</p>}
        <ul className="money-lines">
          {refunds.data.rows.map((refund) => (
            <li key={refund.id}>
              <span>
                <Link className="code" to={`/refunds?status=all&look=${refund.id}`}>{refund.refund_number}</Link>{' '}
                <RefundState refund={refund} />
              </span>
              <strong className="num">{moneyShown(refund.amount)}</strong>
              <span className="hint">{timeShown(refund.created_at)} · {refundReason(refund, t)}</span>
            </li>
          ))}
        </ul>
      </Part>
      {asking && <RefundOrderDialog order={order} leftFen={leftFen} onClose={() => setAsking(false)} />}
    </>
  )
}

function OrderBook({ orderNumber }: { orderNumber: string }) {
  const t = useTexts().money.book
  const found = useQuery({
    queryKey: ['book', 'order', orderNumber], queryFn: () => api.bookEntries({ order_number: orderNumber, ...all }),
  })
  if (found.isError) return <LoadFault error={found.error} retry={() => void found.refetch()} />
  if (!found.data) return <LoadingBlock rows={3} />
  return (
    <Part title={t.ofOrder} extra={<Link to={`/book?order_number=${orderNumber}`}>{t.title}</Link>}>
      {found.data.rows.length === 0 && <p className="hint">{t.none}</p>}
      <ul className="money-lines">
        {found.data.rows.map((entry) => (
          <li key={entry.id}>
            <span>{t.entryKinds[entry.kind]} <span className="hint num">{timeShown(entry.at)}</span></span>
            <Postings entry={entry} />
          </li>
        ))}
      </ul>
    </Part>
  )
}

import ArrowLeftOutlined from '@ant-design/icons/ArrowLeftOutlined'
import Button from 'antd/es/button'
import TextArea from 'antd/es/input/TextArea'
import Radio from 'antd/es/radio'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { Link, useLocation } from 'react-router'
import type { OrderView } from '@hearth/contracts/orders'
import { yuanText } from '@hearth/kernel/money'
import { ActionDialog } from '../../../shared/action-dialog.tsx'
import { api } from '../../../shared/api.ts'
import { useTexts } from '../../../shared/language.tsx'
import { useOnceKey } from '../../../shared/once-key.ts'
import { moneyShown } from '../../../shared/shown.ts'
import { usePageTitle } from '../../../shared/use-page-title.ts'
import { useStep } from '../../../shared/use-step.ts'
import { useOrdersChanged } from '../orders-changed.ts'
import { AddressField, BuyerField, GoodsField } from './choose-fields.tsx'
import { NewLines } from './new-lines.tsx'
import { emptyOrder, toOrderBody, totalFen, withSku } from './new-order.ts'
import type { NewOrder, PayBy } from './new-order.ts'
import './new-order.css'
import '../orders.css'

/** Staff order for a customer: who, where to, what; the total stands on the button. */
export function NewOrderPage() {
  const texts = useTexts()
  const t = texts.orders.placing
  const [made, setMade] = useState<OrderView | null>(null)
  const state: unknown = useLocation().state
  const from = typeof state === 'object' && state !== null && 'from' in state ? String(state.from) : ''
  usePageTitle(t.title)
  return (
    <div className="new-order">
      <Link to={`/orders${from}`} className="back"><ArrowLeftOutlined aria-hidden /> {texts.orders.back}</Link>
      <h1>{made ? t.madeTitle : t.title}</h1>
      {made ? <Made order={made} onAnother={() => setMade(null)} /> : <Form onMade={setMade} />}
    </div>
  )
}

function Form({ onMade }: { onMade: (order: OrderView) => void }) {
  const texts = useTexts()
  const t = texts.orders.placing
  const id = useId()
  const [order, setOrder] = useState<NewOrder>(emptyOrder)
  const [asked, setAsked] = useState(false)
  const put = (next: Partial<NewOrder>) => setOrder((before) => ({ ...before, ...next }))
  const fen = totalFen(order.lines)
  const total = fen === null || order.lines.length === 0 ? null : yuanText(fen)
  const methods = useQuery({ queryKey: ['pay-methods'], queryFn: api.payMethods })
  const method = methods.data?.find((one) => one === order.method) ?? methods.data?.[0]
  const body = total === null || !method ? null : toOrderBody({ ...order, method }, total)
  return (
    <div className="new-order-parts">
      <p className="hint">{t.lead}</p>
      <section className="panel fields">
        <div><label htmlFor={`${id}-buyer`} className="field-label">{t.buyer}</label>
          <BuyerField id={`${id}-buyer`} onChoose={(buyer) => put({ buyer, addressId: null })} /></div>
        {order.buyer === null ? <p className="hint">{t.addressFirst}</p> : (
          <AddressField key={order.buyer.id} buyer={order.buyer} value={order.addressId}
            onChange={(addressId) => put({ addressId })} />
        )}
      </section>
      <section className="panel fields">
        <div><label htmlFor={`${id}-goods`} className="field-label">{t.goods}</label>
          <GoodsField id={`${id}-goods`} onChoose={(sku) => setOrder((before) => ({ ...before, lines: withSku(before.lines, sku) }))} /></div>
        <NewLines lines={order.lines} onChange={(lines) => put({ lines })} />
      </section>
      <section className="panel fields">
        <div>
          <p className="field-label" id={`${id}-method`}>{t.method}</p>
          {methods.data?.length === 0 ? <p className="words-amber">{t.methodNone}</p> : (
            <>
              <Radio.Group aria-labelledby={`${id}-method`} value={method}
                options={methods.data?.map((value) => ({ value, label: texts.orders.payMethods[value] }))}
                onChange={({ target }) => put({ method: target.value as PayBy })} />
              <p className="hint">{t.methodHint}</p>
            </>
          )}
        </div>
        <div><label htmlFor={`${id}-note`} className="field-label">{t.note}</label>
          <TextArea id={`${id}-note`} rows={2} maxLength={500} value={order.note} onChange={({ target }) => put({ note: target.value })} /></div>
      </section>
      <div className="new-order-foot">
        <span>{t.noFreight}</span>
        <Button type="primary" size="large" disabled={body === null} onClick={() => setAsked(true)}>
          {total === null ? t.submitNone : t.submit(moneyShown(total))}
        </Button>
      </div>
      {asked && body && <PlaceDialog order={order} body={body} total={total ?? ''} onMade={onMade} onClose={() => setAsked(false)} />}
    </div>
  )
}

type PlaceProps = {
  order: NewOrder
  body: NonNullable<ReturnType<typeof toOrderBody>>
  total: string
  onMade: (order: OrderView) => void
  onClose: () => void
}

function PlaceDialog({ order, body, total, onMade, onClose }: PlaceProps) {
  const t = useTexts().orders.placing
  const onceKey = useOnceKey()
  const changed = useOrdersChanged()
  const placing = useStep({
    run: () => api.placeOrder(body, onceKey(body)), said: ({ order_id }) => t.done(order_id), changed,
    onClose: (placed: { order_id: string; order: OrderView }) => {
      onClose()
      onMade(placed.order)
    },
  })
  return (
    <ActionDialog title={t.submit(moneyShown(total))} will={t.will(order.buyer?.username ?? '')} submit={t.confirm}
      busy={placing.isPending} error={placing.error} onSubmit={() => placing.mutate()} onClose={onClose} />
  )
}

function Made({ order, onAnother }: { order: OrderView; onAnother: () => void }) {
  const t = useTexts().orders.placing
  return (
    <section className="panel new-order-made">
      <p>{t.made(order.order_number, order.user_username)}</p>
      <p><strong className="num">{moneyShown(order.actual_amount)}</strong></p>
      <div className="chips">
        <Link to={`/orders/${order.order_number}`} className="ant-btn ant-btn-primary made-link">{t.open}</Link>
        <Button onClick={() => void navigator.clipboard?.writeText(order.order_number)}>{t.copy}</Button>
        <Button onClick={onAnother}>{t.another}</Button>
      </div>
    </section>
  )
}

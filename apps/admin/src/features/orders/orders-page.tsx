import Button from 'antd/es/button'
import { useState } from 'react'
import { Link, useLocation, useNavigate } from 'react-router'
import type { OrderView } from '@hearth/contracts/orders'
import { orderStatuses, orderStatusLabels } from '@hearth/kernel/order-status'
import type { ConsoleLanguage, ConsoleTexts } from '@hearth/client/console-texts'
import { api } from '../../shared/api.ts'
import { useLanguage } from '../../shared/language.tsx'
import { ListPage } from '../../shared/list/list-page.tsx'
import type { ListAsk, ListFilter, ListSpec } from '../../shared/list/list-types.ts'
import { idOf, useListUrl, wordOf } from '../../shared/list/use-list-url.ts'
import { usePersonChip } from '../../shared/person-link.tsx'
import { briefOf } from './bulk-ship/order-brief.ts'
import type { BulkShipState } from './bulk-ship/order-brief.ts'
import { OrderCard } from './order-card.tsx'
import { orderColumns } from './order-columns.tsx'
import { OrderDrawer } from './order-drawer.tsx'
import { OrderMoveButtons, OrderMoveDialog } from './order-moves.tsx'
import type { AskedMove } from './order-moves.tsx'
import './orders.css'

/** All orders; a fresh visit shows what waits to be shipped. */
export function OrdersPage() {
  const { texts, language } = useLanguage()
  const url = useListUrl('paid')
  const buyerChip = usePersonChip('user_id', texts.people.buyerChip)
  const navigate = useNavigate()
  const { search } = useLocation()
  const [asked, setAsked] = useState<AskedMove | null>(null)
  const [picked, setPicked] = useState<OrderView[]>([])
  const ready = picked.filter((order) => order.allowed_moves.includes('ship'))
  const shipChosen = () => {
    const state: BulkShipState = { chosen: ready.map(briefOf), from: search }
    void navigate('/orders/ship', { state })
  }
  const spec: ListSpec<OrderView> = {
    id: 'orders',
    title: texts.orders.title,
    columns: orderColumns(texts, search),
    filters: orderFilters(texts),
    tabs: orderTabs(texts, language),
    rowKey: (order) => order.order_number,
    rowName: (order) => order.order_number,
    load: (ask) => api.orders(toOrderQuery(ask)),
    chips: (orders) => buyerChip(orders[0]?.user_username),
    open: (order) => void navigate(`/orders/${order.order_number}`, { state: { from: search } }),
    look: (order) => url.change({ look: order.order_number }),
    rowActions: (order) => <OrderMoveButtons order={order} onAsk={setAsked} size="small" />,
    card: (order) => <OrderCard order={order} from={search} />,
    selection: {
      keys: picked.map((order) => order.order_number),
      onChange: (_keys, orders) => setPicked(orders),
      actions: (
        <Button size="small" type="primary" disabled={ready.length === 0} onClick={shipChosen}>
          {texts.bulkShip.open(ready.length)}
        </Button>
      ),
    },
    keepsFilters: true,
    pageActions: <Link to="/orders/ship" state={{ from: search }} className="page-link">{texts.bulkShip.title}</Link>,
  }
  return (
    <>
      <ListPage spec={spec} url={url} />
      <OrderDrawer orderNumber={url.look} onClose={() => url.change({ look: '' })} onAsk={setAsked} />
      <OrderMoveDialog asked={asked} onClose={() => setAsked(null)} />
    </>
  )
}

function orderTabs(texts: ConsoleTexts, language: ConsoleLanguage) {
  const states = orderStatuses.map((status) => ({ value: status, label: orderStatusLabels[status][language] }))
  const first = states.filter((tab) => tab.value === 'paid')
  return [...first, ...states.filter((tab) => tab.value !== 'paid'), { value: 'all', label: texts.list.all }]
}

function orderFilters(texts: ConsoleTexts): ListFilter[] {
  const t = texts.orders
  return [
    { kind: 'text', name: 'order_number', label: t.number, search: true },
    { kind: 'text', name: 'product_name', label: t.productName },
    { kind: 'text', name: 'username', label: t.username },
    { kind: 'days', from: 'created_after', until: 'created_before', fromLabel: t.from, untilLabel: t.until },
  ]
}

/** Days in the address become the first and last instant of that day in Shanghai. */
function toOrderQuery({ values, page, pageSize }: ListAsk) {
  const known = (values.status ?? '').split(',').filter((word) => wordOf(orderStatuses, word) !== undefined)
  return {
    status: known.join(','),
    order_number: values.order_number,
    product_name: values.product_name,
    username: values.username,
    user_id: idOf(values.user_id),
    created_after: values.created_after && `${values.created_after}T00:00:00.000+08:00`,
    created_before: values.created_before && `${values.created_before}T23:59:59.999+08:00`,
    page,
    page_size: pageSize,
  }
}

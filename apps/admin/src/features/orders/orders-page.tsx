import Button from 'antd/es/button'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import type { OrderCounts, OrderView } from '@hearth/contracts/orders'
import { orderStatuses, orderStatusLabels } from '@hearth/kernel/order-status'
import type { ConsoleLanguage, ConsoleTexts } from '@hearth/client/console-texts'
import { api } from '../../shared/api.ts'
import { useLanguage } from '../../shared/language.tsx'
import { ListPage } from '../../shared/list/list-page.tsx'
import type { ListFilter, ListSpec } from '../../shared/list/list-types.ts'
import { useListUrl } from '../../shared/list/use-list-url.ts'
import { usePersonChip } from '../../shared/person-link.tsx'
import { briefOf } from './bulk-ship/order-brief.ts'
import type { BulkShipState } from './bulk-ship/order-brief.ts'
import { OrderActions } from './order-actions.tsx'
import { OrderCard } from './order-card.tsx'
import { orderColumns } from './order-columns.tsx'
import { OrderDrawer } from './order-drawer.tsx'
import { OrderMoveButtons, OrderMoveDialog } from './order-moves.tsx'
import type { AskedMove } from './order-moves.tsx'
import { payMethods, toOrderFilter, toOrderQuery } from './order-query.ts'
import './orders.css'

/** All orders; a fresh visit shows what waits to be shipped. */
export function OrdersPage() {
  const { texts, language } = useLanguage()
  const url = useListUrl('paid')
  const buyerChip = usePersonChip('user_id', texts.people.buyerChip)
  const navigate = useNavigate()
  const { search } = useLocation()
  const [asked, setAsked] = useState<AskedMove | null>(null)
  const filter = toOrderFilter(url.ask.values)
  const counts = useQuery({
    queryKey: ['orders', 'counts', filter], queryFn: () => api.orderCounts(filter), placeholderData: keepPreviousData,
  })
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
    tabs: orderTabs(texts, language, counts.data),
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
    pageActions: <OrderActions values={url.ask.values} from={search} />,
  }
  return (
    <>
      <ListPage spec={spec} url={url} />
      <OrderDrawer orderNumber={url.look} onClose={() => url.change({ look: '' })} onAsk={setAsked} />
      <OrderMoveDialog asked={asked} onClose={() => setAsked(null)} />
    </>
  )
}

function orderTabs(texts: ConsoleTexts, language: ConsoleLanguage, counts: OrderCounts | undefined) {
  const states = orderStatuses.map((status) => ({
    value: status as string, label: orderStatusLabels[status][language], count: counts?.[status],
  }))
  const first = states.filter((tab) => tab.value === 'paid')
  const rest = states.filter((tab) => tab.value !== 'paid')
  return [...first, ...rest, { value: 'all', label: texts.list.all, count: counts?.all }]
}

function orderFilters(texts: ConsoleTexts): ListFilter[] {
  const t = texts.orders
  return [
    { kind: 'text', name: 'q', label: t.search, search: true },
    { kind: 'text', name: 'product_name', label: t.productName },
    { kind: 'text', name: 'username', label: t.username },
    { kind: 'choice', name: 'payment_method', label: t.payMethod, options: payMethods.map((value) => ({ value, label: t.payMethods[value] })) },
    { kind: 'days', from: 'created_after', until: 'created_before', fromLabel: t.from, untilLabel: t.until },
    { kind: 'days', from: 'paid_after', until: 'paid_before', fromLabel: t.paidFrom, untilLabel: t.paidUntil },
  ]
}

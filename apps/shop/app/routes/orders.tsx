import { listMyOrders } from '@hearth/client/api/orders'
import type { OrderView } from '@hearth/client/api/orders'
import { ordersTexts } from '@hearth/client/texts/shop-orders'
import { shopTexts } from '@hearth/client/texts/shop'
import { minuteText } from '@hearth/client/view/dates'
import { wasPaid } from '@hearth/client/view/order-paid'
import { wholeNumber } from '@hearth/client/view/pages'
import { Link } from 'react-router'
import type { Route } from './+types/orders'
import { Empty } from '../parts/empty.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Pager } from '../parts/pager.tsx'
import { Picture } from '../parts/picture.tsx'
import { Price } from '../parts/price.tsx'
import { StatusWord } from '../parts/status-tag.tsx'
import { useTexts } from '../parts/use-shop.ts'
import { needsSession, orLeave } from '../server/refusals.ts'
import { shopContext } from '../shop-context.ts'

const tabs = [
  ['all', ''], ['pending', 'pending'], ['paid', 'paid'], ['shipped', 'shipped'], ['completed', 'completed'],
  ['after', 'returning,refunding,refunded'], ['cancelled', 'cancelled'],
] as const

export async function loader({ context, url }: Route.LoaderArgs) {
  const shop = context.get(shopContext)
  needsSession(shop, url)
  const asked = url.searchParams.get('status') ?? ''
  const tab = tabs.find(([, status]) => status === asked)?.[0] ?? 'all'
  const status = tab === 'all' ? undefined : asked
  const query = { status, page: wholeNumber(url.searchParams.get('page'), 1), page_size: 10 }
  return { tab, page: await orLeave(listMyOrders(shop.http, query), url) }
}

export default function OrdersPage({ loaderData: { tab, page } }: Route.ComponentProps) {
  const texts = useTexts(ordersTexts)
  const { goShopping } = useTexts(shopTexts)
  return (
    <div className="page pt-6 md:pt-10">
      <PageHead title={texts.title} path="/orders" isPrivate />
      <div className="mx-auto max-w-4xl">
        <h1 className="text-xl md:text-2xl">{texts.title}</h1>
        <nav aria-label={texts.tabsLabel} className="-mx-4 mt-4 border-b border-line md:mx-0">
          <ul className="strip gap-2 px-4 md:px-0">
            {tabs.map(([key, status]) => (
              <li key={key}>
                <Link to={status ? `/orders?status=${status}` : '/orders'} aria-current={key === tab ? 'page' : undefined} className="tab">
                  {texts.tabs[key]}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        {page.results.length === 0 ? (
          <Empty title={texts.emptyTitle} text={texts.emptyText}><Link to="/" className="btn btn-primary">{goShopping}</Link></Empty>
        ) : (
          <ul className="mt-6 space-y-4">{page.results.map((order) => <li key={order.id}><OrderCard order={order} /></li>)}</ul>
        )}
        <Pager page={page.page} totalPages={page.total_pages} />
      </div>
    </div>
  )
}

function OrderCard({ order }: { order: OrderView }) {
  const texts = useTexts(ordersTexts)
  const first = order.items[0]
  const isPaid = wasPaid(order)
  return (
    <article className="panel">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-line pb-3 text-sm">
        <p className="num text-muted">{minuteText(order.created_at)}<span className="max-sm:hidden"> · {order.order_number}</span></p>
        <StatusWord status={order.status} />
      </div>
      <div className="group relative mt-4 flex gap-4">
        <div className="flex shrink-0 gap-2">
          {order.items.slice(0, 3).map((item, at) => (
            <span key={item.id} className={`w-20 overflow-hidden rounded-control ${at > 0 ? 'max-md:hidden' : ''}`}><Picture src={item.snapshot_image} alt="" sizes="80px" className="aspect-square w-full" /></span>
          ))}
        </div>
        <div className="min-w-0 flex-1">
          <h2 className="line-clamp-2 text-base leading-snug"><Link to={`/orders/${order.order_number}`} className="after:absolute after:inset-0 group-hover:text-ember">{first?.product_name ?? order.order_number}</Link></h2>
          <p className="mt-1 truncate text-sm text-muted">{Object.values(first?.sku_specs ?? {}).join(' · ')}</p>
          <p className="mt-1 text-sm text-muted">{texts.itemsCount(order.total_count)}</p>
        </div>
      </div>
      <div className="mt-4 flex flex-wrap items-center justify-between gap-3">
        <p className="flex items-baseline gap-2 text-sm">{isPaid ? texts.paySum : texts.dueSum} <Price money={order.actual_amount} plain={order.status !== 'pending'} /></p>
        <p className="flex gap-2">
          <Link to={`/orders/${order.order_number}`} aria-label={`${texts.details} ${order.order_number}`} className="btn btn-line">{texts.details}</Link>
          {order.allowed_moves.includes('pay') ? <Link to={`/pay/${order.order_number}`} className="btn btn-primary">{texts.payNow}</Link> : null}
        </p>
      </div>
    </article>
  )
}

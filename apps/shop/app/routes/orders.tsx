import { countMyOrders, listMyOrders } from '@hearth/client/api/orders'
import type { OrderCounts } from '@hearth/client/api/orders'
import { ordersTexts } from '@hearth/client/texts/shop-orders'
import { shopTexts } from '@hearth/client/texts/shop'
import { wholeNumber } from '@hearth/client/view/pages'
import { Form, Link } from 'react-router'
import type { Route } from './+types/orders'
import { OrderCard } from '../pages/order-card.tsx'
import { Empty } from '../parts/empty.tsx'
import { Icon } from '../parts/icons.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Pager } from '../parts/pager.tsx'
import { useTexts } from '../parts/use-shop.ts'
import { needsSession, orLeave } from '../server/refusals.ts'
import { shopContext } from '../shop-context.ts'

const tabs = [
  ['all', []], ['pending', ['pending']], ['paid', ['paid']], ['shipped', ['shipped']], ['completed', ['completed']],
  ['after', ['returning', 'refunding', 'refunded']], ['cancelled', ['cancelled']],
] as const
type Tab = (typeof tabs)[number][0]
const MOST_Q = 100

export async function loader({ context, url }: Route.LoaderArgs) {
  const shop = context.get(shopContext)
  needsSession(shop, url)
  const asked = url.searchParams.get('status') ?? ''
  const tab: Tab = tabs.find(([, states]) => states.length > 0 && states.join(',') === asked)?.[0] ?? 'all'
  const q = (url.searchParams.get('q') ?? '').trim().slice(0, MOST_Q)
  const query = {
    status: tab === 'all' ? undefined : asked, q, page: wholeNumber(url.searchParams.get('page'), 1), page_size: 10,
  }
  const [page, counts] = await orLeave(Promise.all([listMyOrders(shop.http, query), countMyOrders(shop.http)]), url)
  return { tab, q, page, counts }
}

export default function OrdersPage({ loaderData: { tab, q, page, counts } }: Route.ComponentProps) {
  const texts = useTexts(ordersTexts)
  const { goShopping } = useTexts(shopTexts)
  return (
    <div className="page pt-6 md:pt-10">
      <PageHead title={texts.title} path="/orders" isPrivate />
      <div className="mx-auto max-w-4xl">
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
          <h1 className="text-xl md:text-2xl">{texts.title}</h1>
          <Search q={q} tab={tab} />
        </div>
        <nav aria-label={texts.tabsLabel} className="-mx-4 mt-4 border-b border-line md:mx-0">
          <ul className="strip gap-2 px-4 md:px-0">
            {tabs.map(([key, states]) => (
              <li key={key}>
                <Link to={pathOf(states, q)} aria-current={key === tab ? 'page' : undefined} className="tab">
                  {texts.tabs[key]}<Count count={countOf(counts, states)} />
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        {page.results.length > 0
          ? <ul className="mt-6 space-y-4">{page.results.map((order) => <li key={order.id}><OrderCard order={order} /></li>)}</ul>
          : q ? (
            <Empty title={texts.nothingFound} text={texts.nothingFoundText(q)}><Link to="/orders" className="btn btn-line">{texts.clearSearch}</Link></Empty>
          ) : <Empty title={texts.emptyTitle} text={texts.emptyText}><Link to="/" className="btn btn-primary">{goShopping}</Link></Empty>}
        <Pager page={page.page} totalPages={page.total_pages} />
      </div>
    </div>
  )
}

function Count({ count }: { count: number }) {
  return count === 0 ? null : <span className="num ml-1 text-sm font-normal text-muted">{count}</span>
}

function Search({ q, tab }: { q: string; tab: Tab }) {
  const texts = useTexts(ordersTexts)
  const states = tabs.find(([key]) => key === tab)?.[1] ?? []
  return (
    <Form role="search" aria-label={texts.search} className="flex min-w-0 grow gap-2 md:max-w-md">
      {states.length > 0 ? <input type="hidden" name="status" value={states.join(',')} /> : null}
      <input key={q} type="search" name="q" defaultValue={q} maxLength={MOST_Q} aria-label={texts.search} placeholder={texts.searchHint} className="input min-w-0 flex-1" />
      <button type="submit" className="btn btn-line shrink-0 px-4" aria-label={texts.searchGo}><Icon name="search" size={20} /></button>
    </Form>
  )
}

function countOf(counts: OrderCounts, states: readonly Exclude<keyof OrderCounts, 'all'>[]): number {
  return states.length === 0 ? counts.all : states.reduce((sum, state) => sum + counts[state], 0)
}

function pathOf(states: readonly string[], q: string): string {
  const query = new URLSearchParams([...(states.length > 0 ? [['status', states.join(',')]] : []), ...(q ? [['q', q]] : [])])
  return query.size > 0 ? `/orders?${query}` : '/orders'
}

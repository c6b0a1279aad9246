import Skeleton from 'antd/es/skeleton'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { ConsoleTexts } from '@hearth/client/console-texts'
import { api } from '../../shared/api.ts'
import { useLanguage, useTexts } from '../../shared/language.tsx'
import { useDesk, useProfile } from '../../shared/session.ts'
import type { Desk } from '../../shared/session.ts'
import { usePageTitle } from '../../shared/use-page-title.ts'
import './home.css'

type Waiting = {
  to: string
  label: string
  hint: string
  /** Somebody has to do something, not only know it. */
  urgent?: boolean
  count: () => Promise<{ total: number }>
}
type Block = { title: string; items: Waiting[] }

/** The first page: what waits, each number a link to what it counts. */
export function HomePage() {
  const texts = useTexts()
  const profile = useProfile()
  const desk = useDesk()
  usePageTitle(texts.home.title)
  return (
    <div className="home">
      <h1>{texts.home.title}</h1>
      <p className="home-hello">{texts.home.hello(profile.username)}</p>
      {blocksFor(desk, texts).map((block) => (
        <section key={block.title}>
          <h2>{block.title}</h2>
          <ul className="waiting">
            {block.items.map((item) => <li key={item.to}><WaitingCard item={item} /></li>)}
          </ul>
        </section>
      ))}
    </div>
  )
}

function WaitingCard({ item }: { item: Waiting }) {
  const { texts, language } = useLanguage()
  const count = useQuery({ queryKey: ['count', item.to], queryFn: item.count, refetchInterval: 60_000 })
  const total = count.data?.total
  return (
    <Link to={item.to} className={item.urgent && total ? 'waiting-card waiting-urgent' : 'waiting-card'}>
      <span className="waiting-label">{item.label}</span>
      <span className="waiting-count">
        {count.isPending && <Skeleton.Button active size="small" />}
        {count.isError && !count.data && '—'}
        {total?.toLocaleString(language === 'zh' ? 'zh-CN' : 'en-US')}
      </span>
      <span className="waiting-hint">{count.isError && !count.data ? texts.home.countFailed : item.hint}</span>
    </Link>
  )
}

function blocksFor(desk: Desk, texts: ConsoleTexts): Block[] {
  const t = texts.home
  const repairs: Block = { title: t.repairs, items: [
    { ...repairsIn('pending'), label: t.repairsPending, hint: t.repairsPendingHint, urgent: desk !== 'agent' },
    { ...repairsIn('in_progress'), label: t.repairsOpen, hint: t.repairsOpenHint },
  ] }
  if (desk === 'agent') {
    return [{ title: t.units, items: [
      { ...unitsIn('shipped'), label: t.unitsShipped, hint: t.unitsShippedHint },
      { ...unitsIn('activated'), label: t.unitsActivated, hint: t.unitsActivatedHint },
    ] }, repairs]
  }
  return [
    { title: t.orders, items: [
      { ...ordersIn('paid'), label: t.toShip, hint: t.toShipHint, urgent: true },
      { ...ordersIn('pending'), label: t.toPay, hint: t.toPayHint },
      { ...ordersIn('shipped'), label: t.onTheWay, hint: t.onTheWayHint },
    ] },
    moneyBlock(desk, texts),
    repairs,
    { title: t.units, items: [
      { ...unitsIn('created'), label: t.unitsInStock, hint: t.unitsInStockHint },
      { ...unitsIn('shipped'), label: t.unitsShipped, hint: t.unitsShippedHint },
    ] },
  ]
}

/** What waits for a person around money; one call counts most of it. */
function moneyBlock(desk: Desk, { home: t }: ConsoleTexts): Block {
  const work = (to: string, of: 'refund_problems' | 'bank_refunds' | 'open_suspense' | 'open_cases') =>
    ({ to, count: async () => ({ total: (await api.paymentWork())[of] }) })
  return { title: t.money, items: [
    {
      to: '/payments?status=waiting', label: t.transfers, hint: t.transfersHint, urgent: true,
      count: () => api.payments({ proof: 'waiting', ...one }),
    },
    { ...work('/refunds', 'refund_problems'), label: t.refundProblems, hint: t.refundProblemsHint, urgent: true },
    { ...work('/refunds?status=pending&provider=bank', 'bank_refunds'), label: t.bankRefunds, hint: t.bankRefundsHint, urgent: true },
    { ...work('/suspense', 'open_suspense'), label: t.openSuspense, hint: t.openSuspenseHint, urgent: true },
    { ...work('/payment-cases', 'open_cases'), label: t.openCases, hint: t.openCasesHint, urgent: true },
    ...(desk !== 'admin' ? [] : [{
      to: '/reconciliation/cases', label: t.differences, hint: t.differencesHint, urgent: true,
      count: () => api.billCases({ state: 'open', ...one }),
    }]),
  ] }
}

const one = { page: 1, page_size: 1 }

function ordersIn(status: string) {
  return { to: `/orders?status=${status}`, count: () => api.orders({ status, ...one }) }
}

function repairsIn(status: 'pending' | 'in_progress') {
  return { to: `/repairs?status=${status}`, count: () => api.repairs({ status, ...one }) }
}

function unitsIn(status: 'created' | 'shipped' | 'activated') {
  return { to: `/units?status=${status}`, count: () => api.units({ status, ...one }) }
}

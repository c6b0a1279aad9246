import Button from 'antd/es/button'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { payMethods } from '@hearth/contracts/payments'
import { suspenseStates } from '@hearth/contracts/refunds'
import type { SuspenseView } from '@hearth/contracts/refunds'
import type { ConsoleTexts } from '@hearth/client/console-texts'
import { api } from '../../shared/api.ts'
import { Facts } from '../../shared/facts.tsx'
import { useTexts } from '../../shared/language.tsx'
import { ListPage } from '../../shared/list/list-page.tsx'
import type { ListAsk, ListColumn, ListSpec } from '../../shared/list/list-types.ts'
import { idOf, useListUrl, wordOf } from '../../shared/list/use-list-url.ts'
import { MoneyLog } from '../../shared/money-log.tsx'
import { SuspenseState } from '../../shared/money-tags.tsx'
import { OrderLink } from '../../shared/order-link.tsx'
import { moneyShown, timeShown } from '../../shared/shown.ts'
import { LookDrawer } from './look-drawer.tsx'
import { SuspenseDialog } from './suspense-dialogs.tsx'
import type { AskedSuspense } from './suspense-dialogs.tsx'
import './money.css'

/** Money that cannot pay its order, the open one first. */
export function SuspensePage() {
  const texts = useTexts()
  const t = texts.money
  const url = useListUrl('open')
  const [asked, setAsked] = useState<AskedSuspense | null>(null)
  const look = (entry: SuspenseView) => url.change({ look: String(entry.id) })
  const spec: ListSpec<SuspenseView> = {
    id: 'suspense',
    title: t.suspense.title,
    columns: columnsOf(texts),
    filters: [
      { kind: 'text', name: 'order_number', label: t.orderNumber, search: true },
      { kind: 'choice', name: 'provider', label: t.company, options: payMethods.map((value) => ({ value, label: t.methods[value] })) },
    ],
    tabs: [...suspenseStates.map((value) => ({ value, label: t.suspense.states[value] })), { value: 'all', label: texts.list.all }],
    rowKey: ({ id }) => String(id),
    rowName: ({ id }) => t.suspense.one(id),
    load: (ask) => api.suspense(toQuery(ask)),
    open: look,
    look,
    rowActions: (entry) => <SuspenseButtons entry={entry} onAsk={setAsked} />,
    card: (entry) => <SuspenseCard entry={entry} />,
    above: <p className="money-lead">{t.suspense.lead}</p>,
    pageActions: <Link to="/payment-cases" className="page-link">{t.suspense.cases}</Link>,
  }
  return (
    <>
      <ListPage spec={spec} url={url} />
      <Look id={idOf(url.look) ?? null} onClose={() => url.change({ look: '' })} onAsk={setAsked} />
      {asked && <SuspenseDialog asked={asked} onClose={() => setAsked(null)} />}
    </>
  )
}

function SuspenseButtons({ entry, onAsk }: { entry: SuspenseView; onAsk: (asked: AskedSuspense) => void }) {
  const t = useTexts().money.suspense
  return (
    <span className="move-buttons">
      {entry.allowed_moves.map((act) => (
        <Button key={act} size="small" onClick={() => onAsk({ act, entry })}>{t.moves[act]}</Button>
      ))}
    </span>
  )
}

function toQuery({ values, page, pageSize }: ListAsk) {
  return {
    order_number: values.order_number, provider: wordOf(payMethods, values.provider),
    status: wordOf(suspenseStates, values.status), page, page_size: pageSize,
  }
}

function columnsOf({ money: t }: ConsoleTexts): ListColumn<SuspenseView>[] {
  return [
    { key: 'id', title: t.suspense.number, render: ({ id }) => <span className="num">{id}</span> },
    { key: 'why', title: t.suspense.why, render: ({ reason }) => t.suspense.reasons[reason] },
    { key: 'order', title: t.orderNumber, render: (entry) => (
      <OrderLink number={entry.order_number} known={entry.order !== null} />
    ) },
    { key: 'amount', title: t.amount, align: 'right', render: ({ amount }) => (
      <span className="num">{moneyShown(amount)}</span>
    ) },
    { key: 'state', title: t.state, render: (entry) => <SuspenseState entry={entry} /> },
    { key: 'age', title: t.suspense.age, align: 'right', choice: 'shown', render: ({ age_days: age }) => t.suspense.days(age) },
    { key: 'company', title: t.company, choice: 'shown', render: ({ provider }) => t.methods[provider] },
    { key: 'trade', title: t.suspense.tradeId, choice: 'hidden', render: ({ trade_id: id }) => <span className="code">{id}</span> },
    { key: 'at', title: t.suspense.arrived, choice: 'shown', render: ({ created_at: at }) => (
      <span className="num">{timeShown(at)}</span>
    ) },
  ]
}

function SuspenseCard({ entry }: { entry: SuspenseView }) {
  const t = useTexts().money
  return (
    <>
      <div className="card-head">
        <OrderLink number={entry.order_number} known={entry.order !== null} /><SuspenseState entry={entry} />
      </div>
      <p className="card-line">{t.suspense.reasons[entry.reason]}</p>
      <div className="card-foot num">
        <span>{t.methods[entry.provider]} · {t.suspense.age} {t.suspense.days(entry.age_days)}</span>
        <strong>{moneyShown(entry.amount)}</strong>
      </div>
    </>
  )
}

type LookProps = { id: number | null; onClose: () => void; onAsk: (asked: AskedSuspense) => void }

function Look({ id, onClose, onAsk }: LookProps) {
  const t = useTexts().money
  const s = t.suspense
  const found = useQuery({ queryKey: ['suspense', 'one', id], queryFn: () => api.oneSuspense(id ?? 0), enabled: id !== null })
  return (
    <LookDrawer title={s.one(id ?? 0)} open={id !== null} found={found} onClose={onClose}>
      {(entry) => (
        <>
          <div className="order-top"><SuspenseState entry={entry} /><SuspenseButtons entry={entry} onAsk={onAsk} /></div>
          <Facts facts={[
            { label: t.amount, value: moneyShown(entry.amount) },
            { label: t.company, value: t.methods[entry.provider] },
            { label: s.arrived, value: timeShown(entry.created_at) },
            { label: s.why, value: s.reasons[entry.reason], wide: true },
            {
              label: t.orderNumber, wide: true,
              value: <OrderLink number={entry.order_number} known={entry.order !== null} />,
            },
            { label: s.trade, value: <span className="code">{entry.trade_number}</span>, wide: true },
            { label: s.tradeId, value: <span className="code">{entry.trade_id}</span>, wide: true },
            entry.refund === null ? null : {
              label: t.refunds.title, value: <Link to={`/refunds?status=all&look=${entry.refund}`}>{entry.refund}</Link>,
            },
          ]} />
          <MoneyLog of="suspense" steps={entry.logs} />
        </>
      )}
    </LookDrawer>
  )
}

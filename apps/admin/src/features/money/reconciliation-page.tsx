import Button from 'antd/es/button'
import { useState } from 'react'
import { Link } from 'react-router'
import { billedCompanies } from '@hearth/contracts/reconciliation'
import type { RunView } from '@hearth/contracts/reconciliation'
import type { ConsoleTexts } from '@hearth/client/console-texts'
import { api } from '../../shared/api.ts'
import { useTexts } from '../../shared/language.tsx'
import { ListPage } from '../../shared/list/list-page.tsx'
import type { ListAsk, ListColumn, ListSpec } from '../../shared/list/list-types.ts'
import { useListUrl, wordOf } from '../../shared/list/use-list-url.ts'
import { moneyShown, timeShown } from '../../shared/shown.ts'
import { StateTag } from '../../shared/state-tags.tsx'
import type { Tone } from '../../shared/state-tags.tsx'
import { StartRunDialog } from './run-dialogs.tsx'
import './money.css'

const tones: Record<RunView['state'], Tone> = { running: 'amber', compared: 'teal', no_bill: 'grey', failed: 'red' }

/** Days held against the companies' bills. Administrators only. */
export function ReconciliationPage() {
  const texts = useTexts()
  const t = texts.money.reconciliation
  const url = useListUrl('all')
  const [starting, setStarting] = useState(false)
  const toDay = (run: RunView) => url.change({ day: run.day })
  const spec: ListSpec<RunView> = {
    id: 'reconciliation',
    title: t.title,
    columns: columnsOf(texts),
    filters: [],
    tabs: [
      { value: 'all', label: texts.list.all },
      ...billedCompanies.map((value) => ({ value, label: texts.money.methods[value] })),
    ],
    rowKey: ({ id }) => String(id),
    rowName: ({ provider, day }) => `${texts.money.methods[provider]} ${day}`,
    load: (ask) => api.runs(toQuery(ask)),
    open: toDay,
    look: toDay,
    chips: () => (url.ask.values.day ? [{ name: 'day', words: `${t.day} ${url.ask.values.day}` }] : []),
    card: (run) => <RunCard run={run} />,
    pageActions: (
      <>
        <Link to="/reconciliation/cases" className="page-link">{t.cases}</Link>
        <Button type="primary" onClick={() => setStarting(true)}>{t.start}</Button>
      </>
    ),
  }
  return (
    <>
      <ListPage spec={spec} url={url} />
      {starting && <StartRunDialog onClose={() => setStarting(false)} />}
    </>
  )
}

function toQuery({ values, page, pageSize }: ListAsk) {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(values.day ?? '') ? values.day : undefined
  return { provider: wordOf(billedCompanies, values.status), day, page, page_size: pageSize }
}

function columnsOf({ money }: ConsoleTexts): ListColumn<RunView>[] {
  const t = money.reconciliation
  const sum = (run: RunView, count: number, amount: string) => run.state !== 'compared' ? '—' : (
    <span className="num">{moneyShown(amount)} <span className="hint">{t.count(count)}</span></span>
  )
  return [
    { key: 'day', title: t.day, render: ({ day }) => <span className="num">{day}</span> },
    { key: 'company', title: money.company, render: ({ provider }) => money.methods[provider] },
    { key: 'state', title: money.state, render: (run) => <RunState run={run} /> },
    { key: 'received', title: t.received, align: 'right', render: (run) => sum(run, run.payment_count, run.payment_amount) },
    { key: 'refunded', title: t.refunded, align: 'right', render: (run) => sum(run, run.refund_count, run.refund_amount) },
    { key: 'fees', title: t.fees, align: 'right', choice: 'shown', render: (run) => (
      <span className="num">{run.state === 'compared' ? moneyShown(run.fee_amount) : '—'}</span>
    ) },
    { key: 'differences', title: t.differences, render: (run) => <Differences run={run} /> },
    { key: 'problem', title: t.problem, choice: 'hidden', render: ({ problem }) => (
      <span className="clip clip-wide" title={problem}>{problem || '—'}</span>
    ) },
    { key: 'at', title: money.at, choice: 'shown', render: ({ started_at: at }) => <span className="num">{timeShown(at)}</span> },
    { key: 'hash', title: t.hash, choice: 'hidden', render: ({ bill_hash: hash }) => (
      <span className="code clip" title={hash ?? ''}>{hash ?? '—'}</span>
    ) },
  ]
}

function RunState({ run }: { run: RunView }) {
  const t = useTexts().money.reconciliation
  return <StateTag tone={tones[run.state]}>{t.states[run.state]}</StateTag>
}

function Differences({ run }: { run: RunView }) {
  const t = useTexts().money.reconciliation
  if (run.state !== 'compared') return <>—</>
  if (run.difference_count === 0) return <span className="hint">{t.none}</span>
  return <Link to={`/reconciliation/cases?status=all&provider=${run.provider}&day=${run.day}`}>{t.count(run.difference_count)}</Link>
}

function RunCard({ run }: { run: RunView }) {
  const money = useTexts().money
  return (
    <>
      <div className="card-head"><strong>{money.methods[run.provider]} <span className="num">{run.day}</span></strong><RunState run={run} /></div>
      <div className="card-foot num">
        <span>{money.reconciliation.received} {run.state === 'compared' ? moneyShown(run.payment_amount) : '—'}</span>
        <Differences run={run} />
      </div>
    </>
  )
}

import Button from 'antd/es/button'
import { useState } from 'react'
import { Link } from 'react-router'
import { billedCompanies, caseStates } from '@hearth/contracts/reconciliation'
import type { CaseView } from '@hearth/contracts/reconciliation'
import type { ConsoleTexts } from '@hearth/client/console-texts'
import { api } from '../../shared/api.ts'
import { useTexts } from '../../shared/language.tsx'
import { ListPage } from '../../shared/list/list-page.tsx'
import type { ListAsk, ListColumn, ListSpec } from '../../shared/list/list-types.ts'
import { useListUrl, wordOf } from '../../shared/list/use-list-url.ts'
import { moneyShown, timeShown } from '../../shared/shown.ts'
import { StateTag } from '../../shared/state-tags.tsx'
import type { Tone } from '../../shared/state-tags.tsx'
import { CaseDialog } from './run-dialogs.tsx'
import type { AskedCase } from './run-dialogs.tsx'
import './money.css'

const tones: Record<CaseView['state'], Tone> = { open: 'ember', applied: 'teal', dismissed: 'grey', resolved: 'teal' }

/** What a company's bill says otherwise than we do. Administrators only. */
export function BillCasesPage() {
  const texts = useTexts()
  const t = texts.money.reconciliation
  const url = useListUrl('open')
  const [asked, setAsked] = useState<AskedCase | null>(null)
  const toDay = (one: CaseView) => url.change({ day: one.day })
  const spec: ListSpec<CaseView> = {
    id: 'bill-cases',
    title: t.cases,
    columns: columnsOf(texts),
    filters: [{
      kind: 'choice', name: 'provider', label: texts.money.company,
      options: billedCompanies.map((value) => ({ value, label: texts.money.methods[value] })),
    }],
    tabs: [...caseStates.map((value) => ({ value, label: t.caseStates[value] })), { value: 'all', label: texts.list.all }],
    rowKey: ({ id }) => String(id),
    rowName: ({ trade_number: number, day }) => `${day} ${number}`,
    load: (ask) => api.billCases(toQuery(ask)),
    open: toDay,
    look: toDay,
    chips: () => (url.ask.values.day ? [{ name: 'day', words: `${t.day} ${url.ask.values.day}` }] : []),
    rowActions: (one) => <CaseButtons one={one} onAsk={setAsked} />,
    card: (one) => <CaseCard one={one} />,
    pageActions: <Link to="/reconciliation" className="page-link">{t.runs}</Link>,
  }
  return (
    <>
      <ListPage spec={spec} url={url} />
      {asked && <CaseDialog asked={asked} onClose={() => setAsked(null)} />}
    </>
  )
}

function CaseButtons({ one, onAsk }: { one: CaseView; onAsk: (asked: AskedCase) => void }) {
  const t = useTexts().money.reconciliation
  if (one.state !== 'open') return null
  return (
    <span className="move-buttons">
      {one.proposal !== 'by_hand' && (
        <Button size="small" type="primary" onClick={() => onAsk({ act: 'apply', one })}>{t.apply}</Button>
      )}
      <Button size="small" type="text" onClick={() => onAsk({ act: 'dismiss', one })}>{t.dismiss}</Button>
    </span>
  )
}

function toQuery({ values, page, pageSize }: ListAsk) {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(values.day ?? '') ? values.day : undefined
  return {
    provider: wordOf(billedCompanies, values.provider), state: wordOf(caseStates, values.status), day, page,
    page_size: pageSize,
  }
}

const amountOf = (amount: string | null) => <span className="num">{amount === null ? '—' : moneyShown(amount)}</span>

function columnsOf({ money }: ConsoleTexts): ListColumn<CaseView>[] {
  const t = money.reconciliation
  return [
    { key: 'day', title: t.day, render: ({ day }) => <span className="num">{day}</span> },
    { key: 'company', title: money.company, render: ({ provider }) => money.methods[provider] },
    { key: 'what', title: t.what, render: ({ kind }) => t.kinds[kind] },
    { key: 'theirs', title: t.theirs, align: 'right', render: (one) => amountOf(one.company_amount) },
    { key: 'ours', title: t.ours, align: 'right', render: (one) => amountOf(one.our_amount) },
    { key: 'trade', title: money.suspense.trade, choice: 'shown', render: (one) => (
      <span className="code">{one.refund_number || one.trade_number}</span>
    ) },
    { key: 'proposal', title: t.proposal, render: ({ proposal }) => t.proposals[proposal] },
    { key: 'state', title: money.state, render: (one) => <CaseState one={one} /> },
    { key: 'note', title: money.reason, choice: 'hidden', render: ({ note }) => <span className="clip clip-wide" title={note}>{note || '—'}</span> },
    { key: 'at', title: money.at, choice: 'hidden', render: ({ created_at: at }) => <span className="num">{timeShown(at)}</span> },
  ]
}

function CaseState({ one }: { one: CaseView }) {
  return <StateTag tone={tones[one.state]}>{useTexts().money.reconciliation.caseStates[one.state]}</StateTag>
}

function CaseCard({ one }: { one: CaseView }) {
  const money = useTexts().money
  const t = money.reconciliation
  return (
    <>
      <div className="card-head"><strong>{t.kinds[one.kind]}</strong><CaseState one={one} /></div>
      <p className="card-line code">{one.refund_number || one.trade_number}</p>
      <p className="card-line">{t.proposals[one.proposal]}</p>
      <p className="card-line">{t.theirs} {amountOf(one.company_amount)} · {t.ours} {amountOf(one.our_amount)}</p>
      <div className="card-foot num"><span>{money.methods[one.provider]} · {one.day}</span></div>
    </>
  )
}

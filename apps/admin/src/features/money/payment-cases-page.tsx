import Button from 'antd/es/button'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import type { PaymentCaseView } from '@hearth/contracts/refunds'
import type { ConsoleTexts } from '@hearth/client/console-texts'
import { ActionDialog } from '../../shared/action-dialog.tsx'
import { api } from '../../shared/api.ts'
import { Facts, Part } from '../../shared/facts.tsx'
import { useTexts } from '../../shared/language.tsx'
import { ListPage } from '../../shared/list/list-page.tsx'
import type { ListAsk, ListColumn, ListSpec } from '../../shared/list/list-types.ts'
import { useListUrl } from '../../shared/list/use-list-url.ts'
import { useMoneyChanged } from '../../shared/money-changed.ts'
import { useOnceKey } from '../../shared/once-key.ts'
import { OrderLink } from '../../shared/order-link.tsx'
import { moneyShown, timeShown } from '../../shared/shown.ts'
import { StateTag } from '../../shared/state-tags.tsx'
import { useStep } from '../../shared/use-step.ts'
import Drawer from 'antd/es/drawer'
import './money.css'

/** Genuine notices that do not fit their orders. */
export function PaymentCasesPage() {
  const texts = useTexts()
  const t = texts.money.cases
  const url = useListUrl('open')
  const client = useQueryClient()
  const [closing, setClosing] = useState<PaymentCaseView | null>(null)
  const look = (one: PaymentCaseView) => url.change({ look: String(one.id) })
  const closeButton = (one: PaymentCaseView) => one.closed_at === null
    ? <Button size="small" onClick={() => setClosing(one)}>{t.close}</Button> : null
  const spec: ListSpec<PaymentCaseView> = {
    id: 'payment-cases',
    title: t.title,
    columns: columnsOf(texts),
    filters: [{ kind: 'text', name: 'order_number', label: texts.money.orderNumber, search: true }],
    tabs: (['open', 'closed', 'all'] as const).map((value) => ({ value, label: t.states[value] })),
    rowKey: ({ id }) => String(id),
    rowName: ({ order_number: number }) => number,
    load: (ask) => api.paymentCases(toQuery(ask)),
    open: look,
    look,
    rowActions: closeButton,
    card: (one) => <CaseCard one={one} />,
    above: <p className="money-lead">{t.lead}</p>,
    pageActions: <Link to="/suspense" className="page-link">{texts.money.suspense.title}</Link>,
  }
  const loaded = client.getQueriesData<{ rows: PaymentCaseView[] }>({ queryKey: ['payment-cases', 'list'] })
  const shown = loaded.flatMap(([, page]) => page?.rows ?? []).find(({ id }) => String(id) === url.look)
  return (
    <>
      <ListPage spec={spec} url={url} />
      <Drawer open={shown !== undefined} onClose={() => url.change({ look: '' })} size={560} destroyOnHidden title={t.title}
        closable={{ 'aria-label': texts.dialog.close }} styles={{ wrapper: { maxWidth: '100vw' } }}>
        {shown && <CaseLook one={shown}>{closeButton(shown)}</CaseLook>}
      </Drawer>
      {closing && <CloseDialog one={closing} onClose={() => setClosing(null)} />}
    </>
  )
}

function toQuery({ values, page, pageSize }: ListAsk) {
  const open = values.status === 'open' ? true : values.status === 'closed' ? false : undefined
  return { open, order_number: values.order_number, page, page_size: pageSize }
}

function columnsOf({ money: t }: ConsoleTexts): ListColumn<PaymentCaseView>[] {
  return [
    { key: 'verdict', title: t.cases.verdict, render: (one) => <VerdictTag one={one} /> },
    { key: 'order', title: t.orderNumber, render: (one) => <CaseOrder one={one} /> },
    { key: 'told', title: t.cases.told, align: 'right', render: ({ amount }) => (
      <span className="num">{amount === null ? '—' : moneyShown(amount)}</span>
    ) },
    { key: 'company', title: t.company, render: ({ provider }) => t.methods[provider] },
    { key: 'trade', title: t.suspense.tradeId, choice: 'shown', render: ({ trade_id: id }) => <span className="code">{id}</span> },
    { key: 'at', title: t.cases.received, render: ({ received_at: at }) => <span className="num">{timeShown(at)}</span> },
    { key: 'conclusion', title: t.cases.conclusion, choice: 'shown', render: ({ closed_reason: words }) => (
      <span className="clip clip-wide" title={words ?? ''}>{words ?? '—'}</span>
    ) },
  ]
}

function CaseOrder({ one }: { one: PaymentCaseView }) {
  return <OrderLink number={one.order_number} known={one.order !== null} />
}

function VerdictTag({ one }: { one: PaymentCaseView }) {
  const t = useTexts().money.cases
  return <StateTag tone={one.closed_at === null ? 'red' : 'grey'}>{t.verdicts[one.verdict]}</StateTag>
}

function CaseCard({ one }: { one: PaymentCaseView }) {
  const t = useTexts().money
  return (
    <>
      <div className="card-head"><CaseOrder one={one} /><VerdictTag one={one} /></div>
      <div className="card-foot num">
        <span>{t.methods[one.provider]} · {timeShown(one.received_at)}</span>
        <strong>{one.amount === null ? '—' : moneyShown(one.amount)}</strong>
      </div>
    </>
  )
}

function CaseLook({ one, children }: { one: PaymentCaseView; children: React.ReactNode }) {
  const t = useTexts().money
  return (
    <div className="look">
      <div className="order-top"><VerdictTag one={one} />{children}</div>
      <Facts facts={[
        { label: t.orderNumber, value: <CaseOrder one={one} />, wide: true },
        { label: t.cases.told, value: one.amount === null ? '—' : moneyShown(one.amount) },
        { label: t.company, value: t.methods[one.provider] },
        { label: t.cases.received, value: timeShown(one.received_at) },
        one.closed_by === null ? null : { label: t.cases.closedBy, value: one.closed_by },
        one.closed_reason === null ? null : { label: t.cases.conclusion, value: one.closed_reason, wide: true },
      ]} />
      <Part title={t.cases.notice}>
        <pre className="notice-text" tabIndex={0}>{JSON.stringify(one.notice, null, 2)}</pre>
      </Part>
    </div>
  )
}

function CloseDialog({ one, onClose }: { one: PaymentCaseView; onClose: () => void }) {
  const t = useTexts().money.cases.closing
  const onceKey = useOnceKey()
  const step = useStep({
    run: (reason: string) => api.closePaymentCase(one.id, reason, onceKey({ reason })), said: () => t.done,
    changed: useMoneyChanged(), onClose,
  })
  return (
    <ActionDialog title={t.title} will={t.will} submit={t.submit} reason={{ label: t.label }} busy={step.isPending}
      error={step.error} onSubmit={(reason) => step.mutate(reason)} onClose={onClose} />
  )
}

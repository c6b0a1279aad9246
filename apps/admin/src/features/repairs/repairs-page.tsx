import { useState } from 'react'
import { Link } from 'react-router'
import type { RepairView } from '@hearth/contracts/units'
import type { ConsoleTexts } from '@hearth/client/console-texts'
import { api } from '../../shared/api.ts'
import { useTexts } from '../../shared/language.tsx'
import { ListPage } from '../../shared/list/list-page.tsx'
import type { ListAsk, ListColumn, ListSpec } from '../../shared/list/list-types.ts'
import { idOf, useListUrl, wordOf } from '../../shared/list/use-list-url.ts'
import { unitPath } from '../../shared/paths.ts'
import { timeShown } from '../../shared/shown.ts'
import { RepairState, WarrantyTag } from '../../shared/state-tags.tsx'
import { RepairDrawer } from './repair-drawer.tsx'
import { RepairMoveButtons, RepairMoveDialog } from './repair-moves.tsx'
import type { AskedMove } from './repair-moves.tsx'
import './repairs.css'

const states = ['pending', 'in_progress', 'completed', 'cancelled'] as const

/** Repairs by state; a fresh visit shows those that nobody has taken. */
export function RepairsPage() {
  const texts = useTexts()
  const url = useListUrl('pending')
  const [asked, setAsked] = useState<AskedMove | null>(null)
  const look = (repair: RepairView) => url.change({ look: String(repair.id) })
  const spec: ListSpec<RepairView> = {
    id: 'repairs',
    title: texts.repairs.title,
    columns: repairColumns(texts),
    filters: [{ kind: 'text', name: 'qrcode_id', label: texts.repairs.code, search: true }],
    tabs: [
      ...states.map((value) => ({ value, label: texts.repairStates[value] })), { value: 'all', label: texts.list.all },
    ],
    rowKey: (repair) => String(repair.id),
    rowName: (repair) => texts.repairs.one(repair.id),
    load: (ask) => api.repairs(toRepairsQuery(ask)),
    open: look,
    look,
    rowActions: (repair) => <RepairMoveButtons repair={repair} onAsk={setAsked} size="small" />,
    card: (repair) => <RepairCard repair={repair} />,
  }
  return (
    <>
      <ListPage spec={spec} url={url} />
      <RepairDrawer id={idOf(url.look) ?? null} onClose={() => url.change({ look: '' })} onAsk={setAsked} />
      <RepairMoveDialog asked={asked} onClose={() => setAsked(null)} />
    </>
  )
}

function repairColumns(texts: ConsoleTexts): ListColumn<RepairView>[] {
  const t = texts.repairs
  return [
    { key: 'number', title: t.number, render: (repair) => <NumberButton repair={repair} /> },
    { key: 'status', title: t.state, render: (repair) => <RepairState status={repair.status} /> },
    { key: 'warranty', title: t.warranty, render: (repair) => <WarrantyTag inside={repair.in_warranty} /> },
    { key: 'reason', title: t.reason, width: 240, render: (repair) => (
      <span className="two-lines">{repair.reason}</span>
    ) },
    { key: 'code', title: t.code, render: (repair) => (
      <Link className="code" to={unitPath(repair.qrcode_id)}>{repair.qrcode_id}</Link>
    ) },
    { key: 'type', title: t.type, choice: 'shown', render: (repair) => (
      <span className="clip" title={repair.product_type}>{repair.product_type}</span>
    ) },
    { key: 'reporter', title: t.reporter, choice: 'shown', render: (repair) => (
      <span className="clip">{repair.reporter ?? '—'}</span>
    ) },
    { key: 'handler', title: t.handler, choice: 'shown', render: (repair) => (
      <span className="clip">{repair.handler ?? '—'}</span>
    ) },
    { key: 'created', title: t.createdAt, choice: 'shown', render: (repair) => (
      <span className="num">{timeShown(repair.created_at)}</span>
    ) },
    { key: 'completed', title: t.completedAt, choice: 'hidden', render: (repair) => (
      <span className="num">{timeShown(repair.completed_at)}</span>
    ) },
  ]
}

function NumberButton({ repair }: { repair: RepairView }) {
  const texts = useTexts()
  const url = useListUrl('pending')
  return (
    <button type="button" className="link-button num" aria-label={texts.list.open(texts.repairs.one(repair.id))}
      onClick={() => url.change({ look: String(repair.id) })}>
      #{repair.id}
    </button>
  )
}

function RepairCard({ repair }: { repair: RepairView }) {
  return (
    <>
      <div className="card-head">
        <NumberButton repair={repair} />
        <span><WarrantyTag inside={repair.in_warranty} /> <RepairState status={repair.status} /></span>
      </div>
      <p className="card-line two-lines">{repair.reason}</p>
      <div className="card-foot">
        <Link className="code" to={unitPath(repair.qrcode_id)}>{repair.qrcode_id}</Link>
        <span className="num">{timeShown(repair.created_at)}</span>
      </div>
    </>
  )
}

function toRepairsQuery({ values, page, pageSize }: ListAsk) {
  return { status: wordOf(states, values.status), qrcode_id: values.qrcode_id, page, page_size: pageSize }
}

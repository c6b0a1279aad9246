import { Link } from 'react-router'
import type { UnitView } from '@hearth/contracts/units'
import type { ConsoleTexts } from '@hearth/client/console-texts'
import { useTexts } from '../../shared/language.tsx'
import type { ListColumn } from '../../shared/list/list-types.ts'
import { useListUrl } from '../../shared/list/use-list-url.ts'
import { timeShown } from '../../shared/shown.ts'
import { UnitState, warrantyWords } from '../../shared/state-tags.tsx'

/** The columns of the unit list; an agent needs no column that only names himself. */
export function unitColumns(texts: ConsoleTexts, staff: boolean): ListColumn<UnitView>[] {
  const t = texts.units
  const columns: (ListColumn<UnitView> | null)[] = [
    { key: 'code', title: t.code, render: (unit) => <CodeButton code={unit.qrcode_id} /> },
    { key: 'status', title: texts.list.state, render: (unit) => <UnitState status={unit.status} /> },
    { key: 'type', title: t.type, width: 260, render: (unit) => (
      <span className="unit-type">
        <span title={unit.product_type.name}>{unit.product_type.name}</span>
        <span className="hint">{unit.product_type.model}</span>
      </span>
    ) },
    staff ? { key: 'agent', title: t.agent, choice: 'shown', render: (unit) => (
      <span className="clip">{unit.agent ?? '—'}</span>
    ) } : null,
    { key: 'customer', title: t.customer, choice: 'shown', render: (unit) => (
      <span className="clip">{unit.customer ?? '—'}</span>
    ) },
    { key: 'warranty', title: texts.warranty.title, choice: 'shown', render: (unit) => warrantyWords(unit, texts) },
    staff ? { key: 'order', title: t.order, choice: 'shown', render: (unit) => <OrderLink unit={unit} /> } : null,
    { key: 'shipped', title: t.shippedAt, choice: 'shown', render: (unit) => (
      <span className="num">{timeShown(unit.shipped_at)}</span>
    ) },
    { key: 'activated', title: t.activatedAt, choice: 'hidden', render: (unit) => (
      <span className="num">{timeShown(unit.activated_at)}</span>
    ) },
    { key: 'created', title: t.createdAt, choice: 'hidden', render: (unit) => (
      <span className="num">{timeShown(unit.created_at)}</span>
    ) },
    { key: 'remark', title: t.remark, choice: 'hidden', render: (unit) => <span className="clip">{unit.remark}</span> },
  ]
  return columns.filter((column) => column !== null)
}

function CodeButton({ code }: { code: string }) {
  const texts = useTexts()
  const url = useListUrl('all')
  return (
    <button type="button" className="link-button code" aria-label={texts.list.open(code)}
      onClick={() => url.change({ look: code })}>
      <span className="clip clip-wide" title={code}>{code}</span>
    </button>
  )
}

export function OrderLink({ unit }: { unit: UnitView }) {
  if (unit.order_number === null) return <>—</>
  return <Link className="code" to={`/orders/${unit.order_number}`}>{unit.order_number}</Link>
}

/** A unit in the list on a phone. */
export function UnitCard({ unit }: { unit: UnitView }) {
  const texts = useTexts()
  return (
    <>
      <div className="card-head">
        <CodeButton code={unit.qrcode_id} />
        <UnitState status={unit.status} />
      </div>
      <p className="card-line">{unit.product_type.name} <span className="hint">{unit.product_type.model}</span></p>
      <div className="card-foot">
        <span className="clip">{unit.agent ?? unit.customer ?? '—'}</span>
        <span>{warrantyWords(unit, texts)}</span>
      </div>
    </>
  )
}

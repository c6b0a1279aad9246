import Alert from 'antd/es/alert'
import Drawer from 'antd/es/drawer'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { UnitView } from '@hearth/contracts/units'
import { api } from '../../shared/api.ts'
import { Facts, Part } from '../../shared/facts.tsx'
import { useTexts } from '../../shared/language.tsx'
import { repairsOfPath } from '../../shared/paths.ts'
import { PersonLink } from '../../shared/person-link.tsx'
import { useIsStaff } from '../../shared/session.ts'
import { timeShown } from '../../shared/shown.ts'
import { RepairState, UnitState, warrantyWords, WarrantyTag } from '../../shared/state-tags.tsx'
import { LoadFault, LoadingBlock } from '../../shared/states.tsx'
import { OrderLink } from './unit-columns.tsx'
import { UnitQr } from './unit-qr.tsx'

/** Everything about one machine, beside the list. */
export function UnitDrawer({ code, onClose }: { code: string | null; onClose: () => void }) {
  const texts = useTexts()
  return (
    <Drawer
      open={code !== null}
      onClose={onClose}
      size={480}
      destroyOnHidden
      title={<span className="code">{code}</span>}
      closable={{ 'aria-label': texts.dialog.close }}
      styles={{ wrapper: { maxWidth: '100vw' } }}
    >
      {code !== null && <Look code={code} />}
    </Drawer>
  )
}

function Look({ code }: { code: string }) {
  const texts = useTexts()
  const found = useQuery({ queryKey: ['units', 'one', code], queryFn: () => api.unitByCode(code) })
  if (found.isError) return <LoadFault error={found.error} retry={() => void found.refetch()} />
  if (!found.data) return <LoadingBlock rows={10} />
  const { unit } = found.data
  if (unit === null) return <Alert type="warning" showIcon title={texts.units.outOfReach} />
  return (
    <div className="look">
      <UnitFacts unit={unit} />
      <Part title={texts.units.qr}><UnitQr unit={unit} /></Part>
      <UnitRepairs code={unit.qrcode_id} />
    </div>
  )
}

function UnitFacts({ unit }: { unit: UnitView }) {
  const texts = useTexts()
  const t = texts.units
  const staff = useIsStaff()
  const period = unit.warranty_start === null ? null : `${unit.warranty_start} – ${unit.warranty_end}`
  return (
    <>
      <div className="order-top"><UnitState status={unit.status} /></div>
      <Facts facts={[
        { label: t.type, value: `${unit.product_type.name} ${unit.product_type.model}`, wide: true },
        { label: texts.warranty.title, value: warrantyWords(unit, texts) },
        { label: texts.warranty.period, value: period ?? texts.warranty.months(unit.product_type.warranty_months) },
        { label: t.agent, value: <PersonLink id={unit.agent_id} name={unit.agent ?? t.noAgent} /> },
        { label: t.customer, value: <PersonLink id={unit.customer_id} name={unit.customer ?? t.none} /> },
        { label: t.createdAt, value: timeShown(unit.created_at) },
        { label: t.shippedAt, value: timeShown(unit.shipped_at) },
        { label: t.activatedAt, value: timeShown(unit.activated_at) },
        { label: t.updatedAt, value: timeShown(unit.updated_at) },
        staff ? { label: t.order, value: <OrderLink unit={unit} />, wide: true } : null,
        unit.remark === '' ? null : { label: t.remark, value: unit.remark, wide: true },
      ]} />
    </>
  )
}

function UnitRepairs({ code }: { code: string }) {
  const texts = useTexts()
  const found = useQuery({
    queryKey: ['repairs', 'of-unit', code], queryFn: () => api.repairs({ qrcode_id: code, page: 1, page_size: 5 }),
  })
  const total = found.data?.total ?? 0
  const all = total > 0 && <Link to={repairsOfPath(code)}>{texts.units.allRepairs(total)}</Link>
  return (
    <Part title={texts.units.repairs} extra={all}>
      {found.isError && <LoadFault error={found.error} retry={() => void found.refetch()} />}
      {found.isPending && <LoadingBlock rows={2} />}
      {found.data?.rows.length === 0 && <p className="hint">{texts.units.noRepairs}</p>}
      <ul className="unit-repairs">
        {found.data?.rows.map((repair) => (
          <li key={repair.id}>
            <Link to={`${repairsOfPath(code)}&look=${repair.id}`}>{texts.repairs.one(repair.id)}</Link>
            <RepairState status={repair.status} /> <WarrantyTag inside={repair.in_warranty} />
            <p>{repair.reason}</p>
            <p className="hint num">{timeShown(repair.created_at)}</p>
          </li>
        ))}
      </ul>
    </Part>
  )
}

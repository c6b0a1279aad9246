import Drawer from 'antd/es/drawer'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { RepairView } from '@hearth/contracts/units'
import { api } from '../../shared/api.ts'
import { Facts, Part } from '../../shared/facts.tsx'
import { useTexts } from '../../shared/language.tsx'
import { unitPath } from '../../shared/paths.ts'
import { timeShown } from '../../shared/shown.ts'
import { RepairState, UnitState, warrantyWords, WarrantyTag } from '../../shared/state-tags.tsx'
import { LoadFault, LoadingBlock } from '../../shared/states.tsx'
import { RepairMoveButtons } from './repair-moves.tsx'
import type { AskedMove } from './repair-moves.tsx'

type DrawerProps = { id: number | null; onClose: () => void; onAsk: (asked: AskedMove) => void }

/** A repair with its machine and warranty, beside the list. */
export function RepairDrawer({ id, onClose, onAsk }: DrawerProps) {
  const texts = useTexts()
  return (
    <Drawer
      open={id !== null}
      onClose={onClose}
      size={480}
      destroyOnHidden
      title={id === null ? '' : texts.repairs.one(id)}
      closable={{ 'aria-label': texts.dialog.close }}
      styles={{ wrapper: { maxWidth: '100vw' } }}
    >
      {id !== null && <Look id={id} onAsk={onAsk} />}
    </Drawer>
  )
}

function Look({ id, onAsk }: { id: number; onAsk: (asked: AskedMove) => void }) {
  const found = useQuery({ queryKey: ['repairs', 'one', id], queryFn: () => api.repair(id) })
  if (found.isError) return <LoadFault error={found.error} retry={() => void found.refetch()} />
  if (!found.data) return <LoadingBlock rows={10} />
  return (
    <div className="look">
      <RepairFacts repair={found.data} />
      <div className="look-actions"><RepairMoveButtons repair={found.data} onAsk={onAsk} /></div>
      <RepairUnit repair={found.data} />
    </div>
  )
}

function RepairFacts({ repair }: { repair: RepairView }) {
  const t = useTexts().repairs
  return (
    <>
      <div className="order-top"><RepairState status={repair.status} /><WarrantyTag inside={repair.in_warranty} /></div>
      <Facts facts={[
        { label: t.reason, value: repair.reason, wide: true },
        repair.result === '' ? null : { label: t.result, value: repair.result, wide: true },
        { label: t.reporter, value: repair.reporter ?? '—' },
        { label: t.handler, value: repair.handler ?? t.nobody },
        { label: t.createdAt, value: timeShown(repair.created_at) },
        repair.repair_time === null ? null : { label: t.repairTime, value: timeShown(repair.repair_time) },
        repair.completed_at === null ? null : { label: t.completedAt, value: timeShown(repair.completed_at) },
        repair.remark === '' ? null : { label: t.remark, value: repair.remark, wide: true },
      ]} />
    </>
  )
}

function RepairUnit({ repair }: { repair: RepairView }) {
  const texts = useTexts()
  const t = texts.units
  const id = repair.product_id
  const found = useQuery({ queryKey: ['units', 'by-id', id], queryFn: () => api.unit(id) })
  const unit = found.data
  const link = <Link className="code" to={unitPath(repair.qrcode_id)}>{repair.qrcode_id}</Link>
  return (
    <Part title={texts.repairs.unit} extra={link}>
      {found.isError && <LoadFault error={found.error} retry={() => void found.refetch()} />}
      {found.isPending && <LoadingBlock rows={4} />}
      {unit && (
        <Facts facts={[
          { label: t.type, value: `${unit.product_type.name} ${unit.product_type.model}`, wide: true },
          { label: texts.list.state, value: <UnitState status={unit.status} /> },
          { label: texts.warranty.title, value: warrantyWords(unit, texts) },
          unit.warranty_start === null ? null
            : { label: texts.warranty.period, value: `${unit.warranty_start} – ${unit.warranty_end}`, wide: true },
          { label: t.customer, value: unit.customer ?? t.none },
          { label: t.agent, value: unit.agent ?? t.noAgent },
        ]} />
      )}
    </Part>
  )
}

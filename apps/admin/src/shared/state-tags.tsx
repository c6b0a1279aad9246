import type { OrderView } from '@hearth/contracts/orders'
import type { RepairView, UnitView } from '@hearth/contracts/units'
import type { ConsoleTexts } from '@hearth/client/console-texts'
import { orderStatusLabels } from '@hearth/kernel/order-status'
import { useLanguage, useTexts } from './language.tsx'

export type Tone = 'ember' | 'amber' | 'teal' | 'ink' | 'grey' | 'red'

const orderTones: Record<OrderView['status'], Tone> = {
  pending: 'amber', paid: 'ember', shipped: 'teal', completed: 'ink',
  cancelled: 'grey', returning: 'red', refunding: 'red', refunded: 'grey',
}
const unitTones: Record<UnitView['status'], Tone> = {
  created: 'grey', shipped: 'amber', activated: 'teal', in_repair: 'red',
}
const repairTones: Record<RepairView['status'], Tone> = {
  pending: 'ember', in_progress: 'amber', completed: 'teal', cancelled: 'grey',
}

export function StateTag({ tone, children }: { tone: Tone; children: string }) {
  return <span className={`tag tag-${tone}`}>{children}</span>
}

export function OrderState({ status }: { status: OrderView['status'] }) {
  const { language } = useLanguage()
  return <StateTag tone={orderTones[status]}>{orderStatusLabels[status][language]}</StateTag>
}

export function UnitState({ status }: { status: UnitView['status'] }) {
  return <StateTag tone={unitTones[status]}>{useTexts().unitStates[status]}</StateTag>
}

export function RepairState({ status }: { status: RepairView['status'] }) {
  return <StateTag tone={repairTones[status]}>{useTexts().repairStates[status]}</StateTag>
}

export function WarrantyTag({ inside }: { inside: boolean }) {
  const texts = useTexts()
  return <StateTag tone={inside ? 'teal' : 'grey'}>{inside ? texts.warranty.inside : texts.warranty.outside}</StateTag>
}

/** The warranty clock of a unit in words. */
export function warrantyWords(unit: UnitView, texts: ConsoleTexts): string {
  if (unit.warranty_end === null) return texts.warranty.notStarted
  return unit.in_warranty ? texts.warranty.within(unit.days_left ?? 0) : texts.warranty.over
}

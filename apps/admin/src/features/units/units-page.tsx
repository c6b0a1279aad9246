import Button from 'antd/es/button'
import { lazy, Suspense, useState } from 'react'
import type { UnitView } from '@hearth/contracts/units'
import type { ConsoleTexts } from '@hearth/client/console-texts'
import { api } from '../../shared/api.ts'
import { useTexts } from '../../shared/language.tsx'
import { ListPage } from '../../shared/list/list-page.tsx'
import type { ListAsk, ListFilter, ListSpec } from '../../shared/list/list-types.ts'
import { idOf, useListUrl, wordOf } from '../../shared/list/use-list-url.ts'
import { usePersonChip } from '../../shared/person-link.tsx'
import { useDesk, useIsStaff } from '../../shared/session.ts'
import { useAgentChoices, useTypeChoices } from './unit-choices.ts'
import { UnitCard, unitColumns } from './unit-columns.tsx'
import { UnitDrawer } from './unit-drawer.tsx'
import './units.css'

const CreateDialog = lazy(async () => ({ default: (await import('./create-dialog.tsx')).CreateDialog }))
const AgentShipDialog = lazy(async () => ({ default: (await import('./agent-ship-dialog.tsx')).AgentShipDialog }))
const TypeDialog = lazy(async () => ({ default: (await import('./type-dialog.tsx')).TypeDialog }))

const states = ['created', 'shipped', 'activated', 'in_repair'] as const
type Asked = 'create' | 'ship' | 'type' | null

/** Every machine by its own code; an agent sees his own. */
export function UnitsPage() {
  const texts = useTexts()
  const staff = useIsStaff()
  const ownerChip = usePersonChip('customer', texts.people.ownerChip)
  const url = useListUrl('all')
  const [asked, setAsked] = useState<Asked>(null)
  const [picked, setPicked] = useState<string[]>([])
  const look = (unit: UnitView) => url.change({ look: unit.qrcode_id })
  const spec: ListSpec<UnitView> = {
    id: 'units',
    title: texts.units.title,
    columns: unitColumns(texts, staff),
    filters: useUnitFilters(texts, staff),
    tabs: [
      { value: 'all', label: texts.list.all }, ...states.map((value) => ({ value, label: texts.unitStates[value] })),
    ],
    rowKey: (unit) => unit.qrcode_id,
    rowName: (unit) => unit.qrcode_id,
    load: (ask) => api.units(toUnitsQuery(ask)),
    chips: (units) => ownerChip(units[0]?.customer),
    open: look,
    look,
    card: (unit) => <UnitCard unit={unit} />,
    ...(staff && {
      selection: {
        keys: picked, onChange: setPicked,
        actions: <Button size="small" type="primary" onClick={() => setAsked('ship')}>{texts.units.ship}</Button>,
      },
      pageActions: <UnitActions onAsk={setAsked} />,
    }),
  }
  const close = () => setAsked(null)
  return (
    <>
      <ListPage spec={spec} url={url} />
      <UnitDrawer code={url.look} onClose={() => url.change({ look: '' })} />
      <Suspense fallback={null}>
        {asked === 'create' && <CreateDialog onClose={close} />}
        {asked === 'ship' && <AgentShipDialog codes={picked} onClose={close} onDone={() => setPicked([])} />}
        {asked === 'type' && <TypeDialog onClose={close} />}
      </Suspense>
    </>
  )
}

function UnitActions({ onAsk }: { onAsk: (asked: Asked) => void }) {
  const t = useTexts().units
  const admin = useDesk() === 'admin'
  return (
    <>
      {admin && <Button onClick={() => onAsk('type')}>{t.newType}</Button>}
      <Button onClick={() => onAsk('ship')}>{t.ship}</Button>
      <Button type="primary" onClick={() => onAsk('create')}>{t.create}</Button>
    </>
  )
}

function useUnitFilters(texts: ConsoleTexts, staff: boolean): ListFilter[] {
  const types = useTypeChoices()
  const agents = useAgentChoices(staff)
  const asText = (options: { value: number; label: string }[]) => options.map((o) => ({ ...o, value: String(o.value) }))
  const filters: ListFilter[] = [
    { kind: 'text', name: 'qrcode_id', label: texts.units.code, search: true },
    { kind: 'choice', name: 'product_type_id', label: texts.units.type, options: asText(types.options) },
  ]
  if (staff) {
    filters.push({ kind: 'choice', name: 'agent_id', label: texts.units.agent, options: asText(agents.options) })
  }
  return filters
}

function toUnitsQuery({ values, page, pageSize }: ListAsk) {
  return {
    status: wordOf(states, values.status),
    qrcode_id: values.qrcode_id,
    product_type_id: idOf(values.product_type_id),
    agent_id: idOf(values.agent_id),
    customer: idOf(values.customer),
    page,
    page_size: pageSize,
  }
}

import Button from 'antd/es/button'
import { lazy, Suspense, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import type { PersonView } from '@hearth/contracts/people'
import type { ConsoleTexts } from '@hearth/client/console-texts'
import { api } from '../../shared/api.ts'
import { useTexts } from '../../shared/language.tsx'
import { ListPage } from '../../shared/list/list-page.tsx'
import type { ListAsk, ListFilter, ListSpec } from '../../shared/list/list-types.ts'
import { idOf, useListUrl, wordOf } from '../../shared/list/use-list-url.ts'
import { personPath } from '../../shared/paths.ts'
import type { BulkAct } from './bulk-dialog.tsx'
import { peopleColumns, PersonCard } from './people-columns.tsx'
import { PersonActDialog } from './person-acts.tsx'
import type { AskedAct } from './person-acts.tsx'
import { roles } from './person-draft.ts'
import { PersonDrawer } from './person-drawer.tsx'
import './people.css'

const PersonDialog = lazy(async () => ({ default: (await import('./person-dialog.tsx')).PersonDialog }))
const BulkDialog = lazy(async () => ({ default: (await import('./bulk-dialog.tsx')).BulkDialog }))

const yesNo = ['true', 'false'] as const
const orderings = [
  'username', '-username', 'date_joined', '-date_joined', 'last_login_at', '-last_login_at',
] as const

/** Everybody who has an account. Administrators only. */
export function PeoplePage() {
  const texts = useTexts()
  const url = useListUrl('all')
  const navigate = useNavigate()
  const { search } = useLocation()
  const [creating, setCreating] = useState(false)
  const [asked, setAsked] = useState<AskedAct | null>(null)
  const [picked, setPicked] = useState<PersonView[]>([])
  const [bulk, setBulk] = useState<BulkAct | null>(null)
  const toPage = (id: number) => void navigate(personPath(id), { state: { from: search } })
  const spec: ListSpec<PersonView> = {
    id: 'people',
    title: texts.people.title,
    columns: peopleColumns(texts, search),
    filters: peopleFilters(texts),
    tabs: (['all', 'active', 'blocked'] as const).map((value) => ({ value, label: texts.people.states[value] })),
    rowKey: (person) => String(person.id),
    rowName: (person) => person.username,
    load: (ask) => api.people(toPeopleQuery(ask)),
    open: (person) => toPage(person.id),
    look: (person) => url.change({ look: String(person.id) }),
    card: (person) => <PersonCard person={person} from={search} />,
    selection: {
      keys: picked.map((person) => String(person.id)),
      onChange: (_keys, people) => setPicked(people),
      actions: <BulkActions onAsk={setBulk} />,
    },
    pageActions: <Button type="primary" onClick={() => setCreating(true)}>{texts.people.create}</Button>,
  }
  return (
    <>
      <ListPage spec={spec} url={url} />
      <PersonDrawer id={idOf(url.look) ?? null} onClose={() => url.change({ look: '' })} onAsk={setAsked} />
      <PersonActDialog asked={asked} onAsk={setAsked} onRemoved={() => url.change({ look: '' })} />
      <Suspense fallback={null}>
        {creating && <PersonDialog onClose={() => setCreating(false)} onCreated={(person) => toPage(person.id)} />}
        {bulk && <BulkDialog act={bulk} people={picked} onClose={() => setBulk(null)} onDone={() => setPicked([])} />}
      </Suspense>
    </>
  )
}

function BulkActions({ onAsk }: { onAsk: (act: BulkAct) => void }) {
  const t = useTexts().people.bulk
  return (
    <>
      <Button size="small" danger onClick={() => onAsk('block')}>{t.block}</Button>
      <Button size="small" onClick={() => onAsk('unblock')}>{t.unblock}</Button>
      <Button size="small" onClick={() => onAsk('endSessions')}>{t.endSessions}</Button>
    </>
  )
}

function peopleFilters(texts: ConsoleTexts): ListFilter[] {
  const t = texts.people
  const either = [{ value: 'true', label: t.yes }, { value: 'false', label: t.no }]
  return [
    { kind: 'text', name: 'search', label: t.search, search: true },
    { kind: 'choice', name: 'role', label: t.role, options: roles.map((value) => ({ value, label: texts.roles[value] })) },
    { kind: 'choice', name: 'is_agent', label: t.agent, options: either },
    { kind: 'choice', name: 'is_staff', label: t.staff, options: either },
  ]
}

function toPeopleQuery({ values, page, pageSize }: ListAsk) {
  return {
    search: values.search,
    role: wordOf(roles, values.role),
    is_agent: truthOf(values.is_agent),
    is_staff: truthOf(values.is_staff),
    is_active: values.status === 'active' ? true : values.status === 'blocked' ? false : undefined,
    ordering: wordOf(orderings, values.ordering),
    page,
    page_size: pageSize,
  }
}

function truthOf(text: string | undefined): boolean | undefined {
  const word = wordOf(yesNo, text)
  return word === undefined ? undefined : word === 'true'
}

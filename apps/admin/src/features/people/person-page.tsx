import ArrowLeftOutlined from '@ant-design/icons/ArrowLeftOutlined'
import { useState } from 'react'
import { Link, useLocation, useNavigate, useParams } from 'react-router'
import type { PersonDetail } from '@hearth/contracts/people'
import { Part } from '../../shared/facts.tsx'
import { useTexts } from '../../shared/language.tsx'
import { idOf } from '../../shared/list/use-list-url.ts'
import { LoadFault, LoadingBlock } from '../../shared/states.tsx'
import { usePageTitle } from '../../shared/use-page-title.ts'
import { PersonActDialog, PersonActs } from './person-acts.tsx'
import type { AskedAct } from './person-acts.tsx'
import { AddressesPart, OrdersPart, UnitsPart } from './person-lists.tsx'
import { CountsPart, PersonFacts, WaysPart } from './person-parts.tsx'
import { usePerson } from './use-person.ts'
import './people.css'

/** One person, for real work. */
export function PersonPage() {
  const texts = useTexts()
  const id = idOf(useParams().id) ?? 0
  const navigate = useNavigate()
  const list = useListPath()
  const [asked, setAsked] = useState<AskedAct | null>(null)
  const found = usePerson(id)
  const title = found.data?.username ?? texts.people.one(`#${id}`)
  usePageTitle(title)
  return (
    <div className="person-page">
      <Link to={list} className="back"><ArrowLeftOutlined aria-hidden /> {texts.people.back}</Link>
      <div className="page-head">
        <h1>{title}</h1>
        {found.data && <PersonActs person={found.data} onAsk={setAsked} />}
      </div>
      {found.isError && (
        <LoadFault error={found.error} retry={() => void found.refetch()}>
          <Link to={list}>{texts.people.back}</Link>
        </LoadFault>
      )}
      {found.isPending && <LoadingBlock rows={12} />}
      {found.data && <PersonBody person={found.data} />}
      <PersonActDialog asked={asked} onAsk={setAsked} onRemoved={() => void navigate(list, { replace: true })} />
    </div>
  )
}

/** The list as it was left. */
function useListPath(): string {
  const state: unknown = useLocation().state
  return typeof state === 'object' && state !== null && 'from' in state ? `/people${String(state.from)}` : '/people'
}

function PersonBody({ person }: { person: PersonDetail }) {
  const t = useTexts().people
  return (
    <div className="person-grid">
      <div className="person-side">
        <div className="panel"><Part title={t.facts}><PersonFacts person={person} /></Part></div>
        <div className="panel"><CountsPart person={person} /></div>
        <div className="panel"><WaysPart person={person} /></div>
      </div>
      <div className="person-main">
        <div className="panel"><OrdersPart person={person} /></div>
        <div className="panel"><UnitsPart person={person} /></div>
        <div className="panel"><AddressesPart person={person} /></div>
      </div>
    </div>
  )
}

import { Link } from 'react-router'
import type { PersonView } from '@hearth/contracts/people'
import type { ConsoleTexts } from '@hearth/client/console-texts'
import { useTexts } from '../../shared/language.tsx'
import type { ListColumn } from '../../shared/list/list-types.ts'
import { ordersOfPath, personPath } from '../../shared/paths.ts'
import { timeShown } from '../../shared/shown.ts'
import { PersonTags, waysOf } from './person-tags.tsx'

/** The columns of the list; `from` is the list's address, so that the person's page can lead back to it. */
export function peopleColumns(texts: ConsoleTexts, from: string): ListColumn<PersonView>[] {
  const t = texts.people
  return [
    { key: 'name', title: t.name, orderBy: 'username', render: (person) => <NameLink person={person} from={from} /> },
    { key: 'standing', title: t.standing, render: (person) => <PersonTags person={person} /> },
    { key: 'mobile', title: t.mobile, choice: 'shown', render: (person) => (
      <span className="num">{person.mobile ?? '—'}</span>
    ) },
    { key: 'email', title: t.email, choice: 'shown', render: (person) => (
      <span className="clip" title={person.email}>{person.email === '' ? '—' : person.email}</span>
    ) },
    { key: 'ways', title: t.ways, choice: 'hidden', render: (person) => waysOf(person, texts) },
    { key: 'company', title: t.company, choice: 'hidden', render: (person) => (
      <span className="clip">{person.company_info?.company_name ?? '—'}</span>
    ) },
    { key: 'last', title: t.lastSignIn, choice: 'shown', orderBy: 'last_login_at', render: (person) => (
      <span className="num">{lastSignIn(person, texts)}</span>
    ) },
    { key: 'joined', title: t.joined, choice: 'shown', orderBy: 'date_joined', render: (person) => (
      <span className="num">{timeShown(person.date_joined)}</span>
    ) },
    { key: 'orders', title: t.orders, align: 'right', choice: 'shown', render: (person) => <OrdersLink person={person} /> },
    { key: 'completed', title: t.completedOrders, align: 'right', choice: 'hidden', render: (person) => (
      person.completed_orders_count
    ) },
    { key: 'id', title: t.id, align: 'right', choice: 'hidden', render: (person) => person.id },
  ]
}

export function lastSignIn(person: PersonView, texts: ConsoleTexts): string {
  return person.last_login_at === null ? texts.people.never : timeShown(person.last_login_at)
}

function NameLink({ person, from }: { person: PersonView; from: string }) {
  return (
    <Link to={personPath(person.id)} state={{ from }} className="clip clip-wide" title={person.username}>
      {person.username}
    </Link>
  )
}

function OrdersLink({ person, label = '' }: { person: PersonView; label?: string }) {
  const words = `${label}${person.orders_count}`
  if (person.orders_count === 0) return <span className="num">{words}</span>
  return <Link className="num" to={ordersOfPath(person.id)}>{words}</Link>
}

/** A person in the list on a phone. */
export function PersonCard({ person, from }: { person: PersonView; from: string }) {
  const texts = useTexts()
  return (
    <>
      <div className="card-head">
        <NameLink person={person} from={from} />
        <PersonTags person={person} />
      </div>
      <p className="card-line num">{[person.mobile, person.email].filter(Boolean).join(' · ') || texts.people.none}</p>
      <div className="card-foot">
        <span className="num">{texts.people.lastSignIn} {lastSignIn(person, texts)}</span>
        <OrdersLink person={person} label={`${texts.people.orders} `} />
      </div>
    </>
  )
}

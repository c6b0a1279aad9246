import { Link } from 'react-router'
import type { PersonDetail } from '@hearth/contracts/people'
import { Facts, Part } from '../../shared/facts.tsx'
import { useTexts } from '../../shared/language.tsx'
import { ordersOfPath, unitsOfPath } from '../../shared/paths.ts'
import { timeShown } from '../../shared/shown.ts'
import { lastSignIn } from './people-columns.tsx'
import { PersonTags, waysOf } from './person-tags.tsx'

export function PersonFacts({ person }: { person: PersonDetail }) {
  const texts = useTexts()
  const t = texts.people
  return (
    <>
      <div className="order-top"><PersonTags person={person} /></div>
      <Facts facts={[
        { label: t.mobile, value: person.mobile === null ? t.none
          : <a className="num" href={`tel:${person.mobile}`}>{person.mobile}</a> },
        { label: t.email, value: person.email === '' ? t.none : <a href={`mailto:${person.email}`}>{person.email}</a> },
        { label: t.joined, value: <span className="num">{timeShown(person.date_joined)}</span> },
        { label: t.lastSignIn, value: <span className="num">{lastSignIn(person, texts)}</span> },
        person.company_info === null ? null : { label: t.company, value: person.company_info.company_name },
        { label: t.id, value: <span className="num">{person.id}</span> },
      ]} />
    </>
  )
}

/** How he gets in; no way at all is worth saying. */
export function WaysPart({ person }: { person: PersonDetail }) {
  const texts = useTexts()
  const none = !person.has_password && person.identities.length === 0
  return (
    <Part title={texts.people.ways}>
      {none ? <p className="words-amber">{texts.people.noWays}</p> : waysOf(person, texts)}
    </Part>
  )
}

/** What belongs to him: each number a link where there is a list. */
export function CountsPart({ person }: { person: PersonDetail }) {
  const t = useTexts().people
  const { counts } = person
  const items = [
    { label: t.orders, count: counts.orders, to: ordersOfPath(person.id) },
    { label: t.completedOrders, count: person.completed_orders_count,
      to: ordersOfPath(person.id).replace('status=all', 'status=completed') },
    { label: t.units, count: counts.units, to: unitsOfPath(person.id) },
    { label: t.repairs, count: counts.repairs, to: null },
    { label: t.addresses, count: counts.addresses, to: null },
    { label: t.cartLines, count: counts.cart_lines, to: null },
    { label: t.sessions, count: counts.sessions, to: null },
  ]
  return (
    <Part title={t.counts}>
      <ul className="counts">
        {items.map(({ label, count, to }) => {
          const inside = <><strong>{count}</strong><span>{label}</span></>
          return <li key={label}>{to === null || count === 0 ? <div className="count">{inside}</div> : <Link className="count" to={to}>{inside}</Link>}</li>
        })}
      </ul>
    </Part>
  )
}

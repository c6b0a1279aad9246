import { readProfile } from '@hearth/client/api/accounts'
import { accountTexts } from '@hearth/client/texts/shop-account'
import { minuteText } from '@hearth/client/view/dates'
import { Form, Link } from 'react-router'
import type { Route } from './+types/me'
import { DeletionNotice } from '../pages/deletion-notice.tsx'
import { maskedMobile } from '../parts/account-rules.ts'
import { Avatar } from '../parts/avatar.tsx'
import { Icon } from '../parts/icons.tsx'
import type { IconName } from '../parts/icons.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Submit } from '../parts/submit.tsx'
import { useShop, useTexts } from '../parts/use-shop.ts'
import { needsSession, orLeave } from '../server/refusals.ts'
import { shopContext } from '../shop-context.ts'

type Entry = { to: string; icon: IconName; title: string; text: string }

export async function loader({ context, url }: Route.LoaderArgs) {
  const shop = context.get(shopContext)
  needsSession(shop, url)
  const person = await orLeave(readProfile(shop.http), url)
  const { username, mobile, avatar_url, role, company_name, last_login_at, orders_count } = person
  const { has_password: hasPassword, deletes_at: deletesAt } = person
  return {
    person: { username, mobile, avatar_url, role, company_name, last_login_at, orders_count, hasPassword, deletesAt },
  }
}

export default function MePage({ loaderData: { person } }: Route.ComponentProps) {
  const texts = useTexts(accountTexts)
  const { cartCount } = useShop()
  const facts = [
    person.company_name ?? texts.roles[person.role],
    `${texts.phone} ${person.mobile ? maskedMobile(person.mobile) : texts.noPhone}`,
    person.last_login_at ? `${texts.since} ${minuteText(person.last_login_at)}` : '',
  ]
  return (
    <div className="page pt-6 md:pt-10">
      <PageHead title={texts.meTitle} path="/me" isPrivate />
      <div className="mx-auto max-w-4xl">
        <div className="flex items-center gap-5">
          <Avatar src={person.avatar_url} name={person.username} />
          <div className="min-w-0">
            <h1 className="truncate pb-1 text-xl md:text-2xl">{texts.hello(person.username)}</h1>
            <p className="num mt-1 flex flex-wrap gap-x-4 text-sm text-muted">{facts.filter(Boolean).map((fact) => <span key={fact}>{fact}</span>)}</p>
          </div>
        </div>
        {person.deletesAt ? <div className="mt-6"><DeletionNotice deletesAt={person.deletesAt} /></div> : null}
        <Entries entries={[
          { to: '/orders', icon: 'box', title: texts.toOrders, text: texts.ordersText(person.orders_count) },
          { to: '/me/devices', icon: 'machine', title: texts.toDevices, text: texts.devicesText },
          { to: '/warranty', icon: 'code', title: texts.toWarranty, text: texts.warrantyText },
          { to: '/cart', icon: 'cart', title: texts.toCart, text: texts.cartText(cartCount) },
        ]} />
        <h2 className="mt-10 text-lg">{texts.accountTitle}</h2>
        <Entries entries={[
          { to: '/me/addresses', icon: 'pin', title: texts.toAddresses, text: texts.addressesText },
          { to: '/me/profile', icon: 'person', title: texts.toProfile, text: texts.profileText },
          { to: '/me/password', icon: 'lock', title: texts.toPassword, text: person.hasPassword ? texts.passwordText : texts.passwordNone },
          { to: '/me/sessions', icon: 'phone', title: texts.toSessions, text: texts.sessionsText },
        ]} isBelow />
        <Form method="post" action="/logout" className="mt-8">
          <Submit busy={texts.signingOut} className="btn btn-line max-md:w-full"><Icon name="out" size={20} />{texts.signOut}</Submit>
        </Form>
      </div>
    </div>
  )
}

/** Cards that lead on; below a heading of their own their titles stand one level lower. */
function Entries({ entries, isBelow = false }: { entries: Entry[]; isBelow?: boolean }) {
  const Title = isBelow ? 'h3' : 'h2'
  return (
    <ul className={`${isBelow ? 'mt-4' : 'mt-8'} grid gap-3 md:grid-cols-2`}>
      {entries.map((entry) => (
        <li key={entry.to} className="group relative flex items-center gap-4 rounded-card border border-line p-5 hover:border-ember">
          <span className="text-ember"><Icon name={entry.icon} size={28} /></span>
          <div className="min-w-0 flex-1">
            <Title className="text-base"><Link to={entry.to} className="after:absolute after:inset-0">{entry.title}</Link></Title>
            <p className="num text-sm text-muted">{entry.text}</p>
          </div>
          <span className="text-muted group-hover:text-ember"><Icon name="right" size={20} /></span>
        </li>
      ))}
    </ul>
  )
}

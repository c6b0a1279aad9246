import { readProfile } from '@hearth/client/api/accounts'
import { accountTexts } from '@hearth/client/texts/shop-account'
import { minuteText } from '@hearth/client/view/dates'
import { Form, Link } from 'react-router'
import type { Route } from './+types/me'
import { Icon } from '../parts/icons.tsx'
import type { IconName } from '../parts/icons.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Submit } from '../parts/submit.tsx'
import { useShop, useTexts } from '../parts/use-shop.ts'
import { needsSession, orLeave } from '../server/refusals.ts'
import { shopContext } from '../shop-context.ts'

export async function loader({ context, url }: Route.LoaderArgs) {
  const shop = context.get(shopContext)
  needsSession(shop, url)
  const person = await orLeave(readProfile(shop.http), url)
  const { username, mobile, role, company_name, last_login_at, orders_count } = person
  return { person: { username, mobile, role, company_name, last_login_at, orders_count } }
}

export default function MePage({ loaderData: { person } }: Route.ComponentProps) {
  const texts = useTexts(accountTexts)
  const { cartCount } = useShop()
  const facts = [
    person.company_name ?? texts.roles[person.role],
    `${texts.phone} ${person.mobile ?? texts.noPhone}`,
    person.last_login_at ? `${texts.since} ${minuteText(person.last_login_at)}` : '',
  ]
  const links: { to: string; icon: IconName; title: string; text: string }[] = [
    { to: '/orders', icon: 'box', title: texts.toOrders, text: texts.ordersText(person.orders_count) },
    { to: '/me/devices', icon: 'machine', title: texts.toDevices, text: texts.devicesText },
    { to: '/warranty', icon: 'code', title: texts.toWarranty, text: texts.warrantyText },
    { to: '/cart', icon: 'cart', title: texts.toCart, text: texts.cartText(cartCount) },
  ]
  return (
    <div className="page pt-6 md:pt-10">
      <PageHead title={texts.meTitle} path="/me" isPrivate />
      <div className="mx-auto max-w-4xl">
        <div className="flex items-center gap-5">
          <span aria-hidden="true" className="arch flex h-20 w-16 shrink-0 items-end justify-center bg-ember-wash pb-3 text-xl font-semibold text-ember-deep">{[...person.username][0]}</span>
          <div className="min-w-0">
            <h1 className="truncate pb-1 text-xl md:text-2xl">{texts.hello(person.username)}</h1>
            <p className="num mt-1 flex flex-wrap gap-x-4 text-sm text-muted">{facts.filter(Boolean).map((fact) => <span key={fact}>{fact}</span>)}</p>
          </div>
        </div>
        <ul className="mt-8 grid gap-3 md:grid-cols-2">
          {links.map((link) => (
            <li key={link.to} className="group relative flex items-center gap-4 rounded-card border border-line p-5 hover:border-ember">
              <span className="text-ember"><Icon name={link.icon} size={28} /></span>
              <div className="min-w-0 flex-1">
                <h2 className="text-base"><Link to={link.to} className="after:absolute after:inset-0">{link.title}</Link></h2>
                <p className="num text-sm text-muted">{link.text}</p>
              </div>
              <span className="text-muted group-hover:text-ember"><Icon name="right" size={20} /></span>
            </li>
          ))}
        </ul>
        <Form method="post" action="/logout" className="mt-8">
          <Submit busy={texts.signingOut} className="btn btn-line max-md:w-full"><Icon name="out" size={20} />{texts.signOut}</Submit>
        </Form>
      </div>
    </div>
  )
}

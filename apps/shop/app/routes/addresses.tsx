import { MAX_ADDRESSES, listAddresses, makeDefaultAddress, removeAddress } from '@hearth/client/api/addresses'
import type { AddressView } from '@hearth/client/api/addresses'
import { accountTexts } from '@hearth/client/texts/shop-account'
import { addressTexts } from '@hearth/client/texts/shop-addresses'
import { wholeNumber } from '@hearth/client/view/pages'
import { Form, Link } from 'react-router'
import type { Route } from './+types/addresses'
import { maskedMobile } from '../parts/account-rules.ts'
import { Confirm } from '../parts/confirm.tsx'
import { Empty } from '../parts/empty.tsx'
import { Icon } from '../parts/icons.tsx'
import { Narrow } from '../parts/narrow.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Submit } from '../parts/submit.tsx'
import { Told } from '../parts/told.tsx'
import { useTexts } from '../parts/use-shop.ts'
import { needsSession, orLeave, refusedForm } from '../server/refusals.ts'
import { shopContext } from '../shop-context.ts'

const BACK = '/me/addresses'

export async function loader({ context, url }: Route.LoaderArgs) {
  const shop = context.get(shopContext)
  needsSession(shop, url)
  const done = (['added', 'changed'] as const).find((word) => word === url.searchParams.get('done')) ?? null
  return { addresses: await orLeave(listAddresses(shop.http), url), done }
}

export async function action({ context, request }: Route.ActionArgs) {
  const shop = context.get(shopContext)
  const form = await request.formData()
  const id = wholeNumber(form.get('id'), 0)
  const isRemoval = form.get('intent') === 'remove'
  try {
    await (isRemoval ? removeAddress(shop.http, id) : makeDefaultAddress(shop.http, id))
  } catch (error) {
    return refusedForm(error, shop, BACK)
  }
  return { done: isRemoval ? 'removed' as const : 'default' as const }
}

export default function AddressesPage({ loaderData: { addresses, done }, actionData }: Route.ComponentProps) {
  const texts = useTexts(addressTexts)
  const account = useTexts(accountTexts)
  const isFull = addresses.length >= MAX_ADDRESSES
  const said = actionData && 'done' in actionData ? actionData.done : done
  return (
    <div className="page pt-6 md:pt-10">
      <PageHead title={texts.title} path={BACK} isPrivate />
      <Narrow title={texts.title} back={{ to: '/me', label: account.meTitle }} wide>
        {addresses.length > 0 ? (
          <div className="mt-2 flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
            <p className="num text-muted">{texts.count(addresses.length, MAX_ADDRESSES)}{isFull ? ` · ${texts.full(MAX_ADDRESSES)}` : ''}</p>
            {isFull ? null : <Link to="/me/addresses/new" className="btn btn-primary"><Icon name="plus" size={20} />{texts.add}</Link>}
          </div>
        ) : null}
        <div className="mt-4">
          {actionData && 'refused' in actionData
            ? <Told kind="error" text={actionData.refused.message} answer={actionData} />
            : <Told kind="good" text={said && texts.done[said]} answer={actionData} />}
        </div>
        {addresses.length === 0 ? (
          <Empty title={texts.emptyTitle} text={texts.emptyText}><Link to="/me/addresses/new" className="btn btn-primary">{texts.add}</Link></Empty>
        ) : (
          <ul className="mt-4 grid gap-4 md:grid-cols-2">
            {addresses.map((address) => <li key={address.id} className="min-w-0"><Card address={address} /></li>)}
          </ul>
        )}
      </Narrow>
    </div>
  )
}

function Card({ address }: { address: AddressView }) {
  const texts = useTexts(addressTexts)
  const id = <input type="hidden" name="id" value={address.id} />
  return (
    <article className={`flex h-full flex-col rounded-card border p-5 pb-2 ${address.is_default ? 'border-teal' : 'border-line'}`}>
      <h2 className="flex flex-wrap items-center gap-x-3 text-base">
        {address.receiver}<span className="num font-normal text-muted">{maskedMobile(address.mobile)}</span>
        {address.is_default ? <span className="tag tag-teal">{texts.defaultTag}</span> : null}
      </h2>
      <p className="mt-2 flex-1">{[address.province, address.city, address.district].join(' ')}<br />{address.detail}</p>
      <div className="mt-3 -ml-3 flex flex-wrap items-center border-t border-line pt-1 text-sm">
        <Link to={`/me/addresses/${address.id}`} aria-label={texts.editOf(address.receiver)} className="tap justify-center px-3 hover:text-ember">{texts.edit}</Link>
        <Confirm label={texts.remove} name={texts.removeOf(address.receiver)} title={texts.removeAsk} text={texts.removeText} className="tap justify-center px-3 hover:text-red">
          <Form method="post" preventScrollReset>{id}<Submit name="intent" value="remove" busy={texts.removing} className="btn border-red text-red hover:bg-[#fdf0ee]">{texts.remove}</Submit></Form>
        </Confirm>
        {address.is_default ? null : (
          <Form method="post" preventScrollReset className="ml-auto">{id}<Submit name="intent" value="default" busy={texts.setting} aria-label={texts.setDefaultOf(address.receiver)} className="tap justify-center px-3 text-teal hover:underline">{texts.setDefault}</Submit></Form>
        )}
      </div>
    </article>
  )
}

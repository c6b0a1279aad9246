import { endSession, listSessions, signOutEverywhere } from '@hearth/client/api/accounts'
import type { SessionView } from '@hearth/client/api/accounts'
import { profileTexts } from '@hearth/client/texts/shop-profile'
import { minuteText } from '@hearth/client/view/dates'
import { Form, redirectDocument } from 'react-router'
import type { Route } from './+types/sessions'
import { Confirm } from '../parts/confirm.tsx'
import { Icon } from '../parts/icons.tsx'
import type { IconName } from '../parts/icons.tsx'
import { Narrow } from '../parts/narrow.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Submit } from '../parts/submit.tsx'
import { Told } from '../parts/told.tsx'
import { useTexts } from '../parts/use-shop.ts'
import { needsSession, orLeave, refusedForm, textOf } from '../server/refusals.ts'
import { shopContext } from '../shop-context.ts'

const BACK = '/me/sessions'
const icons: Record<SessionView['kind'], IconName> = { phone: 'phone', desk: 'desk', 'mini-program': 'grid', other: 'globe' }

export async function loader({ context, url }: Route.LoaderArgs) {
  const shop = context.get(shopContext)
  needsSession(shop, url)
  const sessions = await orLeave(listSessions(shop.http), url)
  return { sessions: sessions.toSorted((a, b) => Number(b.is_current) - Number(a.is_current)) }
}

export async function action({ context, request }: Route.ActionArgs) {
  const shop = context.get(shopContext)
  const form = await request.formData()
  const isAll = form.get('intent') === 'all'
  try {
    await (isAll ? signOutEverywhere(shop.http) : endSession(shop.http, textOf(form, 'id')))
  } catch (error) {
    return refusedForm(error, shop, BACK)
  }
  return isAll ? redirectDocument('/login') : { done: true }
}

export default function SessionsPage({ loaderData: { sessions }, actionData }: Route.ComponentProps) {
  const texts = useTexts(profileTexts)
  return (
    <div className="page pt-6 md:pt-10">
      <PageHead title={texts.sessionsTitle} path={BACK} isPrivate />
      <Narrow title={texts.sessionsTitle} text={texts.sessionsText} back={{ to: '/me', label: texts.me }}>
        <div className="mt-6">
          {actionData && 'refused' in actionData
            ? <Told kind="error" text={actionData.refused.message} answer={actionData} />
            : <Told kind="good" text={actionData && texts.ended} answer={actionData} />}
        </div>
        <ul className="panel mt-4 divide-y divide-line py-0">
          {sessions.map((session) => <li key={session.id}><Session session={session} /></li>)}
        </ul>
        {sessions.length === 1 ? <p className="mt-3 text-sm text-muted">{texts.noOther}</p> : null}
        <div className="mt-6">
          <Confirm label={texts.endAll} title={texts.endAllAsk} text={texts.endAllText} className="btn border-red text-red hover:bg-[#fdf0ee] max-md:w-full">
            <Form method="post"><Submit name="intent" value="all" busy={texts.ending} className="btn border-red text-red hover:bg-[#fdf0ee]">{texts.endAll}</Submit></Form>
          </Confirm>
        </div>
      </Narrow>
    </div>
  )
}

function Session({ session }: { session: SessionView }) {
  const texts = useTexts(profileTexts)
  return (
    <article className="flex items-center gap-4 py-4">
      <span className={session.is_current ? 'text-teal' : 'text-muted'}><Icon name={icons[session.kind]} size={28} /></span>
      <div className="min-w-0 flex-1">
        <h2 className="flex flex-wrap items-center gap-x-2 text-base">{session.device || texts.kinds[session.kind]}{session.is_current ? <span className="tag tag-teal">{texts.thisDevice}</span> : null}</h2>
        <p className="num text-sm text-muted">{texts.lastUsed(minuteText(session.last_used_at))}</p>
        <p className="num flex flex-wrap gap-x-3 text-xs text-muted"><span>{texts.since(minuteText(session.created_at))}</span>{session.address ? <span>{texts.place(session.address)}</span> : null}</p>
      </div>
      {session.is_current ? null : (
        <Form method="post" preventScrollReset className="shrink-0">
          <input type="hidden" name="id" value={session.id} />
          <Submit name="intent" value="one" busy={texts.ending} aria-label={texts.endOf(session.device)} className="btn btn-line">{texts.end}</Submit>
        </Form>
      )}
    </article>
  )
}

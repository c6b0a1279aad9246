import { changeProfile, listIdentities, readProfile, sendAvatar, takeBackDeletion, unlinkIdentity } from '@hearth/client/api/accounts'
import { ApiRefusal } from '@hearth/client/http'
import { codesTexts } from '@hearth/client/texts/shop-codes'
import { profileTexts } from '@hearth/client/texts/shop-profile'
import { Link } from 'react-router'
import type { Route } from './+types/profile'
import { DeletionNotice } from '../pages/deletion-notice.tsx'
import { ProfileAvatar } from '../pages/profile-avatar.tsx'
import { ProfileBasics, ProfileMobile } from '../pages/profile-basics.tsx'
import { ProfileWays } from '../pages/profile-ways.tsx'
import { isMobile } from '../parts/account-rules.ts'
import { Narrow } from '../parts/narrow.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Told } from '../parts/told.tsx'
import { useTexts } from '../parts/use-shop.ts'
import { codeStep, freshState, refusedState, wrongState } from '../server/form-state.ts'
import { goToCompany, isBrowserProvider } from '../server/oauth.ts'
import { needsSession, orLeave, textOf } from '../server/refusals.ts'
import type { ShopRequest } from '../shop-context.ts'
import { shopContext } from '../shop-context.ts'

const BACK = '/me/profile'

export async function loader({ context, url }: Route.LoaderArgs) {
  const shop = context.get(shopContext)
  needsSession(shop, url)
  const [person, identities] = await orLeave(Promise.all([readProfile(shop.http), listIdentities(shop.http)]), url)
  const { username, avatar_url, mobile, email, has_password, deletes_at } = person
  const linked = url.searchParams.get('linked') ?? ''
  const words = profileTexts[shop.language]
  const greeting = isBrowserProvider(linked) ? words.linkDone(words.ways[linked]) : ''
  const shown = { username, avatar_url, mobile, email, has_password, deletes_at }
  return { person: shown, identities, greeting, fresh: freshState() }
}

export async function action({ context, request }: Route.ActionArgs) {
  const shop = context.get(shopContext)
  const form = await request.formData()
  const step = await codeStep(shop, form)
  if (step) return { ...step, done: '' }
  const [intent = '', provider = ''] = textOf(form, 'intent').split(':')
  if (intent === 'link' && isBrowserProvider(provider)) return goToCompany(shop, provider, { next: `${BACK}?linked=${provider}`, purpose: 'link', back: BACK })
  const wrong = intent === 'mobile' ? wrongMobile(shop, form) : null
  if (wrong) return wrong
  try {
    const done = await change(shop, form, intent, provider)
    return { ...freshState(), done }
  } catch (error) {
    return refusedState(error, shop, form, BACK)
  }
}

function wrongMobile(shop: ShopRequest, form: FormData) {
  return wrongState(shop, form, {
    mobile: !isMobile(textOf(form, 'mobile')) && codesTexts[shop.language].mobileWrong,
    sms_code: !/^\d{6}$/.test(textOf(form, 'sms_code')) && profileTexts[shop.language].smsMissing,
  })
}

/** Does what the form asks for. @returns the sentence that says so */
async function change(shop: ShopRequest, form: FormData, intent: string, provider: string): Promise<string> {
  const words = profileTexts[shop.language]
  if (intent === 'avatar') {
    const file = form.get('file')
    if (!(file instanceof File)) throw new ApiRefusal(400, { message: words.avatarFailed })
    if (file.size === 0) throw new ApiRefusal(400, { message: words.avatarMissing })
    await sendAvatar(shop.http, file)
    return words.avatarSaved
  }
  if (intent === 'mobile') {
    await changeProfile(shop.http, {
      phone: textOf(form, 'mobile'), sms_code: textOf(form, 'sms_code'), password: String(form.get('password') ?? ''),
    })
    return words.mobileSaved
  }
  if (intent === 'unlink') {
    await unlinkIdentity(shop.http, provider)
    return words.unlinked(words.ways[provider as keyof typeof words.ways] ?? provider)
  }
  if (intent === 'keep') {
    await takeBackDeletion(shop.http)
    return words.kept
  }
  await changeProfile(shop.http, { username: textOf(form, 'username'), email: textOf(form, 'email') })
  return words.saved
}

/** A refused form is known by its own button, which its values keep. */
export default function ProfilePage({ loaderData, actionData }: Route.ComponentProps) {
  const texts = useTexts(profileTexts)
  const { person, identities, greeting, fresh } = loaderData
  const state = actionData ?? fresh
  const done = actionData && 'done' in actionData ? actionData.done : greeting
  const part = (state.values as Record<string, string | undefined>).part
  const stateFor = (name: string) => (part === name ? state : fresh)
  const loose = state.refused && part === undefined ? state.refused : null
  return (
    <div className="page pt-6 md:pt-10">
      <PageHead title={texts.title} path={BACK} isPrivate />
      <Narrow title={texts.title} back={{ to: '/me', label: texts.me }}>
        <div className="mt-6 space-y-5">
          <Told kind={loose ? 'error' : 'good'} text={loose?.message ?? done} answer={actionData} />
          {person.deletes_at ? <DeletionNotice deletesAt={person.deletes_at} /> : null}
          <section aria-labelledby="basics" className="panel">
            <h2 id="basics" className="text-lg">{texts.basics}</h2>
            <ProfileAvatar person={person} state={stateFor('avatar')} />
            <ProfileBasics person={person} state={stateFor('basics')} />
          </section>
          <ProfileMobile key={person.mobile} person={person} state={stateFor('mobile')} />
          <ProfileWays person={person} identities={identities} />
          <section aria-labelledby="deletion" className="panel flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
            <div><h2 id="deletion" className="text-lg">{texts.deleteTitle}</h2><p className="mt-1 text-sm text-muted">{texts.deleteText}</p></div>
            <Link to="/me/delete" className="tap text-sm text-red hover:underline">{texts.toDelete}</Link>
          </section>
        </div>
      </Narrow>
    </div>
  )
}

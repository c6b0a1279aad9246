import type { IdentityProvider, IdentityView, ProfileView } from '@hearth/client/api/accounts'
import { profileTexts } from '@hearth/client/texts/shop-profile'
import { dayText } from '@hearth/client/view/dates'
import { Form, Link } from 'react-router'
import { Confirm } from '../parts/confirm.tsx'
import { Submit } from '../parts/submit.tsx'
import { useTexts } from '../parts/use-shop.ts'

type Props = { person: Pick<ProfileView, 'has_password'>; identities: IdentityView[] }

/** Every way into this account, with what can be done about each. */
export function ProfileWays({ person, identities }: Props) {
  const texts = useTexts(profileTexts)
  return (
    <section aria-labelledby="ways" className="panel">
      <h2 id="ways" className="text-lg">{texts.waysTitle}</h2>
      <p className="mt-1 text-sm text-muted">{texts.waysText}</p>
      <ul className="mt-3 divide-y divide-line">
        <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-3">
          <Way name={texts.wayPassword} text={person.has_password ? texts.passwordSet : texts.passwordNone} />
          <Link to="/me/password" className="btn btn-line shrink-0">{person.has_password ? texts.passwordChange : texts.passwordAdd}</Link>
        </li>
        {(['qq', 'alipay', 'wechat'] as const).map((provider) => (
          <li key={provider} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-3 last:pb-0">
            <Outside provider={provider} linked={identities.find((one) => one.provider === provider)} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Way({ name, text }: { name: string; text: string }) {
  return <div className="min-w-0 flex-1 basis-32"><h3 className="text-base">{name}</h3><p className="num text-sm text-muted">{text}</p></div>
}

/** WeChat links itself in its mini-program; a browser can only undo it. */
function Outside({ provider, linked }: { provider: IdentityProvider; linked: IdentityView | undefined }) {
  const texts = useTexts(profileTexts)
  const way = texts.ways[provider]
  if (!linked) {
    return (
      <>
        <Way name={way} text={provider === 'wechat' ? texts.wechatHow : texts.notLinked} />
        {provider === 'wechat' ? null : (
          <Form method="post" className="shrink-0">
            <Submit name="intent" value={`link:${provider}`} busy={texts.linking} aria-label={texts.linkOf(way)} className="btn btn-line">
              {texts.link}
            </Submit>
          </Form>
        )}
      </>
    )
  }
  return (
    <>
      <Way name={way} text={texts.linked(linked.nickname, dayText(linked.linked_at))} />
      <span className="shrink-0">
        <Confirm
          label={texts.unlink} name={texts.unlinkOf(way)} title={texts.unlinkAsk(way)} text={texts.unlinkText(way)}
        >
          <Form method="post" preventScrollReset>
            <Submit name="intent" value={`unlink:${provider}`} busy={texts.unlinking} className="btn border-red text-red hover:bg-[#fdf0ee]">{texts.unlink}</Submit>
          </Form>
        </Confirm>
      </span>
    </>
  )
}

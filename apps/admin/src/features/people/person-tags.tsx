import type { PersonView } from '@hearth/contracts/people'
import type { ConsoleTexts } from '@hearth/client/console-texts'
import { useTexts } from '../../shared/language.tsx'
import { useProfile } from '../../shared/session.ts'
import { timeShown } from '../../shared/shown.ts'

const roleTones = { admin: 'ember', support: 'teal', dealer: 'ink', individual: 'grey' } as const

/** What somebody is and whether he may sign in, as tags. */
export function PersonTags({ person }: { person: PersonView }) {
  const texts = useTexts()
  const t = texts.people
  const isSelf = useProfile().id === person.id
  return (
    <span className="person-tags">
      {!person.is_active && <span className="tag tag-red">{t.blocked}</span>}
      <span className={`tag tag-${roleTones[person.role]}`}>{texts.roles[person.role]}</span>
      {person.is_agent && <span className="tag tag-amber">{t.agent}</span>}
      {person.deletes_at !== null && <span className="tag tag-red">{t.deleting(timeShown(person.deletes_at))}</span>}
      {isSelf && <span className="tag tag-grey">{t.you}</span>}
    </span>
  )
}

/** How somebody can sign in, in words; a dash for no way at all. */
export function waysOf(person: PersonView, texts: ConsoleTexts): string {
  const { people: t } = texts
  const linked = person.identities.map((provider) => t.providers[provider])
  return (person.has_password ? [t.password, ...linked] : linked).join(' · ') || '—'
}

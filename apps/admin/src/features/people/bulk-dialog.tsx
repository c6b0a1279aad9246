import type { PersonView } from '@hearth/contracts/people'
import type { ConsoleTexts } from '@hearth/client/console-texts'
import { ActionDialog } from '../../shared/action-dialog.tsx'
import { api } from '../../shared/api.ts'
import { faultWords } from '../../shared/fault-words.ts'
import { useTexts } from '../../shared/language.tsx'
import { useProfile } from '../../shared/session.ts'
import { useOneByOne } from '../../shared/use-one-by-one.ts'
import type { Failed } from '../../shared/use-one-by-one.ts'
import { sortPeople } from './bulk-people.ts'
import type { Sorted } from './bulk-people.ts'
import { usePeopleChanged } from './people-changed.ts'

export type BulkAct = 'block' | 'unblock' | 'endSessions'
type BulkProps = { act: BulkAct; people: PersonView[]; onClose: () => void; onDone: () => void }

/** One act for several people: says whom it concerns and whom not, goes one by one, and keeps who failed. */
export function BulkDialog({ act, people, onClose, onDone }: BulkProps) {
  const texts = useTexts()
  const t = texts.people.bulk
  const sorted = sortPeople(act, people, useProfile().id)
  const { working, failed, done } = useOneByOne<PersonView>({
    run: (person) => runOne(act, person.id),
    said: t.done,
    changed: usePeopleChanged(),
    onDone: () => {
      onDone()
      onClose()
    },
  })
  const left = failed.length > 0 ? failed.map(({ item }) => item) : sorted.affected
  const titles = { block: t.blockTitle, unblock: t.unblockTitle, endSessions: t.endTitle }
  const { blocking, unblocking, endingSessions } = texts.people
  const { will } = { block: blocking, unblock: unblocking, endSessions: endingSessions }[act]
  return (
    <ActionDialog
      title={titles[act](left.length)}
      will={left.length > 0 ? will : []}
      submit={failed.length > 0 ? t.again(failed.length) : t[act]}
      danger={act === 'block'}
      busy={working.isPending}
      error={working.error}
      idle={left.length === 0}
      onSubmit={() => working.mutate(left)}
      onClose={onClose}
    >
      {failed.length > 0 ? <FailedPeople failed={failed} /> : <Preview {...sorted} />}
      {working.isPending && <p className="hint" role="status">{t.progress(done, left.length)}</p>}
    </ActionDialog>
  )
}

function runOne(act: BulkAct, id: number): Promise<unknown> {
  return act === 'endSessions' ? api.endSessions(id) : api.changePerson(id, { is_active: act === 'unblock' })
}

function Preview({ affected, skipped }: Sorted) {
  const texts = useTexts()
  const t = texts.people.bulk
  return (
    <>
      <p className="people-words">{affected.length === 0 ? t.nobody : t.affected(affected.length)}</p>
      <PeopleLines lines={affected.map((person) => ({ person, words: wordsOf(person, texts) }))} />
      {skipped.length > 0 && <p className="people-words">{t.skipped(skipped.length)}</p>}
      <PeopleLines lines={skipped.map(({ person, why }) => ({ person, words: t[why] }))} />
    </>
  )
}

function FailedPeople({ failed }: { failed: Failed<PersonView>[] }) {
  const texts = useTexts()
  const lines = failed.map(({ item, error }) => ({ person: item, words: faultWords(error, texts, { wrote: true }) }))
  return (
    <div role="alert">
      <p className="people-words words-red">{texts.people.bulk.failed(failed.length)}</p>
      <PeopleLines lines={lines} />
    </div>
  )
}

function PeopleLines({ lines }: { lines: { person: PersonView; words: string }[] }) {
  if (lines.length === 0) return null
  return (
    <ul className="people-preview" tabIndex={0}>
      {lines.map(({ person, words }) => (
        <li key={person.id}><span>{person.username}</span><span className="hint">{words}</span></li>
      ))}
    </ul>
  )
}

function wordsOf(person: PersonView, texts: ConsoleTexts): string {
  return [texts.roles[person.role], person.mobile ?? ''].filter((word) => word !== '').join(' · ')
}

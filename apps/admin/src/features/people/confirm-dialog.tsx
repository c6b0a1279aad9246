import type { PersonView } from '@hearth/contracts/people'
import type { ConsoleTexts } from '@hearth/client/console-texts'
import { ActionDialog } from '../../shared/action-dialog.tsx'
import { api } from '../../shared/api.ts'
import { useTexts } from '../../shared/language.tsx'
import { useStep } from '../../shared/use-step.ts'
import { usePeopleChanged } from './people-changed.ts'
import type { PlainAct } from './person-acts.tsx'

type Plain = { title: string; will: string[]; submit: string; danger?: boolean; run: () => Promise<string> }
type Words = { title: (name: string) => string; will: string[] }

/** The acts that need nothing but a yes. */
export function ConfirmDialog({ act, person, onClose }: { act: PlainAct; person: PersonView; onClose: () => void }) {
  const plain = plainly(act, person, useTexts())
  const doing = useStep({ run: plain.run, said: (words) => words, changed: usePeopleChanged(), onClose })
  return (
    <ActionDialog title={plain.title} will={plain.will} submit={plain.submit} danger={plain.danger}
      busy={doing.isPending} error={doing.error} onSubmit={() => doing.mutate()} onClose={onClose} />
  )
}

function plainly(act: PlainAct, { id, username }: PersonView, { people: t }: ConsoleTexts): Plain {
  const done = (words: { done: (name: string) => string }) => (saved: PersonView) => words.done(saved.username)
  const each: Record<PlainAct, Omit<Plain, keyof Words> & { words: Words }> = {
    block: { words: t.blocking, submit: t.block, danger: true,
      run: () => api.changePerson(id, { is_active: false }).then(done(t.blocking)) },
    unblock: { words: t.unblocking, submit: t.unblock,
      run: () => api.changePerson(id, { is_active: true }).then(done(t.unblocking)) },
    makeAdmin: { words: t.makingAdmin, submit: t.makeAdmin,
      run: () => api.makeAdmin(id).then(done(t.makingAdmin)) },
    unmakeAdmin: { words: t.unmakingAdmin, submit: t.unmakeAdmin, danger: true,
      run: () => api.unmakeAdmin(id).then(done(t.unmakingAdmin)) },
    endSessions: { words: t.endingSessions, submit: t.endSessions,
      run: async () => t.endingSessions.done((await api.endSessions(id)).ended) },
  }
  const { words, ...plain } = each[act]
  return { ...plain, title: words.title(username), will: words.will }
}

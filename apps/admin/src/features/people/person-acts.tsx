import Button from 'antd/es/button'
import { lazy, Suspense } from 'react'
import type { PersonView } from '@hearth/contracts/people'
import { useTexts } from '../../shared/language.tsx'
import { useProfile } from '../../shared/session.ts'

const PersonDialog = lazy(async () => ({ default: (await import('./person-dialog.tsx')).PersonDialog }))
const PasswordDialog = lazy(async () => ({ default: (await import('./password-dialog.tsx')).PasswordDialog }))
const ConfirmDialog = lazy(async () => ({ default: (await import('./confirm-dialog.tsx')).ConfirmDialog }))
const RemoveDialog = lazy(async () => ({ default: (await import('./remove-dialog.tsx')).RemoveDialog }))

export type PlainAct = 'block' | 'unblock' | 'makeAdmin' | 'unmakeAdmin' | 'endSessions'
export type PersonAct = PlainAct | 'edit' | 'newPassword' | 'remove'
export type AskedAct = { act: PersonAct; person: PersonView }

const dangers: PersonAct[] = ['block', 'remove']

/** What may be done with this person; with oneself only what cannot lock oneself out. */
export function PersonActs({ person, onAsk }: { person: PersonView; onAsk: (asked: AskedAct) => void }) {
  const t = useTexts().people
  const isSelf = useProfile().id === person.id
  const acts: PersonAct[] = [
    'edit', person.is_active ? 'block' : 'unblock', person.role === 'admin' ? 'unmakeAdmin' : 'makeAdmin', 'endSessions',
    'newPassword', 'remove',
  ]
  return (
    <div className="person-acts">
      <div className="move-buttons">
        {acts.map((act) => (
          <Button
            key={act}
            type={act === 'edit' ? 'primary' : 'default'}
            danger={dangers.includes(act)}
            disabled={isSelf && act !== 'edit'}
            title={isSelf && act !== 'edit' ? t.selfRefused : undefined}
            onClick={() => onAsk({ act, person })}
          >
            {t[act]}
          </Button>
        ))}
      </div>
      {isSelf && <p className="hint">{t.selfRefused}</p>}
    </div>
  )
}

type DialogProps = {
  asked: AskedAct | null
  /** Null closes; another act takes this one's place. */
  onAsk: (asked: AskedAct | null) => void
  onRemoved: () => void
}

/** The dialog of the act that was asked for. */
export function PersonActDialog({ asked, onAsk, onRemoved }: DialogProps) {
  if (asked === null) return null
  const { act, person } = asked
  const shared = { person, onClose: () => onAsk(null) }
  return (
    <Suspense fallback={null}>
      {act === 'edit' ? <PersonDialog {...shared} />
        : act === 'newPassword' ? <PasswordDialog {...shared} />
          : act === 'remove'
            ? <RemoveDialog {...shared} onRemoved={onRemoved} onBlockInstead={() => onAsk({ act: 'block', person })} />
            : <ConfirmDialog {...shared} act={act} />}
    </Suspense>
  )
}

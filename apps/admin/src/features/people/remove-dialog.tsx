import Button from 'antd/es/button'
import { Link } from 'react-router'
import type { PersonView } from '@hearth/contracts/people'
import { ApiRefusal } from '@hearth/client/http'
import { ActionDialog } from '../../shared/action-dialog.tsx'
import { api } from '../../shared/api.ts'
import { useTexts } from '../../shared/language.tsx'
import { ordersOfPath, unitsOfPath } from '../../shared/paths.ts'
import { useStep } from '../../shared/use-step.ts'
import { usePeopleChanged } from './people-changed.ts'

type RemoveProps = { person: PersonView; onClose: () => void; onRemoved: () => void; onBlockInstead: () => void }

/** Deletes a person; where something still hangs on him, says what, and offers blocking instead. */
export function RemoveDialog({ person, onClose, onRemoved, onBlockInstead }: RemoveProps) {
  const t = useTexts().people.removing
  const changed = usePeopleChanged()
  const removing = useStep({
    run: () => api.removePerson(person.id),
    said: () => t.done(person.username),
    changed,
    onClose: () => {
      onClose()
      onRemoved()
    },
  })
  const hanging = hangingOf(removing.error)
  return (
    <ActionDialog title={t.title(person.username)} will={hanging.length > 0 ? [] : t.will} submit={t.submit} danger
      busy={removing.isPending} error={hanging.length > 0 ? null : removing.error} idle={hanging.length > 0}
      onSubmit={() => removing.mutate()} onClose={onClose}>
      {hanging.length > 0 && (
        <div className="refused" role="alert">
          <p className="words-red">{t.inTheWay}</p>
          <ul>
            {hanging.map(([name, count]) => (
              <li key={name}><Hanging id={person.id} name={name} count={count} /></li>
            ))}
          </ul>
          {person.is_active && <Button size="small" onClick={onBlockInstead}>{t.instead}</Button>}
        </div>
      )}
    </ActionDialog>
  )
}

function Hanging({ id, name, count }: { id: number; name: string; count: number }) {
  const { hanging, hangingOther } = useTexts().people
  const words = hanging[name]?.(count) ?? hangingOther(name, count)
  const to = name === 'orders' ? ordersOfPath(id) : name === 'units' ? unitsOfPath(id) : null
  return to === null ? <>{words}</> : <Link to={to}>{words}</Link>
}

/** What a refusal says stands in the way: `facts.counts`, without the zeros. */
function hangingOf(error: unknown): [string, number][] {
  const counts = error instanceof ApiRefusal ? error.facts.counts : null
  if (typeof counts !== 'object' || counts === null) return []
  return Object.entries(counts).filter((entry): entry is [string, number] => Number(entry[1]) > 0)
}

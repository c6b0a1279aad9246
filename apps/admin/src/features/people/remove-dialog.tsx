import Button from 'antd/es/button'
import { Link } from 'react-router'
import type { PersonView } from '@hearth/contracts/people'
import { ActionDialog } from '../../shared/action-dialog.tsx'
import { api } from '../../shared/api.ts'
import { InTheWay, inTheWayOf } from '../../shared/in-the-way.tsx'
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
  const hanging = inTheWayOf(removing.error)
  return (
    <ActionDialog title={t.title(person.username)} will={hanging.length > 0 ? [] : t.will} submit={t.submit} danger
      busy={removing.isPending} error={hanging.length > 0 ? null : removing.error} idle={hanging.length > 0}
      onSubmit={() => removing.mutate()} onClose={onClose}>
      <InTheWay title={t.inTheWay} counts={hanging}
        words={(name, count) => <Hanging id={person.id} name={name} count={count} />}>
        {person.is_active && <Button size="small" onClick={onBlockInstead}>{t.instead}</Button>}
      </InTheWay>
    </ActionDialog>
  )
}

function Hanging({ id, name, count }: { id: number; name: string; count: number }) {
  const { hanging, hangingOther } = useTexts().people
  const words = hanging[name]?.(count) ?? hangingOther(name, count)
  const to = name === 'orders' ? ordersOfPath(id) : name === 'units' ? unitsOfPath(id) : null
  return to === null ? <>{words}</> : <Link to={to}>{words}</Link>
}

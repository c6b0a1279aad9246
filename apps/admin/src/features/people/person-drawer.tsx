import Drawer from 'antd/es/drawer'
import { Link, useLocation } from 'react-router'
import { useTexts } from '../../shared/language.tsx'
import { personPath } from '../../shared/paths.ts'
import { LoadFault, LoadingBlock } from '../../shared/states.tsx'
import { PersonActs } from './person-acts.tsx'
import type { AskedAct } from './person-acts.tsx'
import { CountsPart, PersonFacts, WaysPart } from './person-parts.tsx'
import { usePerson } from './use-person.ts'

type DrawerProps = { id: number | null; onClose: () => void; onAsk: (asked: AskedAct) => void }

/** A quick look at a person without leaving the list. */
export function PersonDrawer({ id, onClose, onAsk }: DrawerProps) {
  const texts = useTexts()
  const { search } = useLocation()
  return (
    <Drawer
      open={id !== null}
      onClose={onClose}
      size={520}
      destroyOnHidden
      title={texts.people.title}
      extra={id !== null && <Link to={personPath(id)} state={{ from: search }}>{texts.people.fullPage}</Link>}
      closable={{ 'aria-label': texts.dialog.close }}
      styles={{ wrapper: { maxWidth: '100vw' } }}
    >
      {id !== null && <Look id={id} onAsk={onAsk} />}
    </Drawer>
  )
}

function Look({ id, onAsk }: { id: number; onAsk: (asked: AskedAct) => void }) {
  const found = usePerson(id)
  if (found.isError) return <LoadFault error={found.error} retry={() => void found.refetch()} />
  if (!found.data) return <LoadingBlock rows={10} />
  const person = found.data
  return (
    <div className="look">
      <div>
        <p className="look-name">{person.username}</p>
        <PersonFacts person={person} />
      </div>
      <PersonActs person={person} onAsk={onAsk} />
      <CountsPart person={person} />
      <WaysPart person={person} />
    </div>
  )
}

import Button from 'antd/es/button'
import { Link, Navigate, Outlet, useLocation } from 'react-router'
import { useTexts } from '../shared/language.tsx'
import { deskOf, useDesk, useSession, useSessionEnd } from '../shared/session.ts'
import { ActionFault, LoadFault, LoadingBlock } from '../shared/states.tsx'
import { usePageTitle } from '../shared/use-page-title.ts'
import { useSignOut } from './use-sign-out.ts'

/** Lets in who has business here; others learn why not, strangers sign in and come back to where they wanted to go. */
export function Gate() {
  useSessionEnd()
  const session = useSession()
  const { pathname, search } = useLocation()
  if (session.data) return deskOf(session.data) === 'none' ? <Refused name={session.data.username} /> : <Outlet />
  if (session.data === null) {
    const wanted = pathname + search
    return <Navigate to={wanted === '/' ? '/login' : `/login?next=${encodeURIComponent(wanted)}`} replace />
  }
  return (
    <main className="alone">
      {session.isError ? <LoadFault error={session.error} retry={() => void session.refetch()} /> : <LoadingBlock />}
    </main>
  )
}

function Refused({ name }: { name: string }) {
  const texts = useTexts()
  const signOut = useSignOut()
  usePageTitle(texts.gate.title)
  return (
    <main className="alone">
      <h1>{texts.gate.title}</h1>
      <p>{texts.gate.words(name)}</p>
      <div className="alone-actions">
        <Button type="primary" loading={signOut.isPending} onClick={() => signOut.mutate()}>
          {texts.gate.otherAccount}
        </Button>
        <Button href="/">{texts.gate.toShop}</Button>
      </div>
      <ActionFault error={signOut.error} />
    </main>
  )
}

/** Pages that an agent has no part in. */
export function StaffOnly() {
  const texts = useTexts()
  if (useDesk() === 'staff') return <Outlet />
  return (
    <div className="missing">
      <h1>{texts.gate.notForAgents}</h1>
      <p>{texts.gate.notForAgentsWords}</p>
      <p><Link to="/">{texts.gate.toStart}</Link></p>
    </div>
  )
}

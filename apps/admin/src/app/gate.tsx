import Button from 'antd/es/button'
import { Suspense, lazy } from 'react'
import { Link, Navigate, Outlet, useLocation } from 'react-router'
import { useTexts } from '../shared/language.tsx'
import { deskOf, useDesk, useIsStaff, useSession, useSessionEnd } from '../shared/session.ts'
import { ActionFault, LoadFault, LoadingBlock, Nothing } from '../shared/states.tsx'
import { usePageTitle } from '../shared/use-page-title.ts'
import { useSignOut } from './use-sign-out.ts'

const SignInAgain = lazy(async () => ({ default: (await import('../features/sign-in/sign-in-again.tsx')).SignInAgain }))

/** Lets in who has business here; others learn why not, strangers sign in and come back to where they wanted to go. */
export function Gate() {
  const { ended, begun } = useSessionEnd()
  const session = useSession()
  const { pathname, search } = useLocation()
  if (session.data) {
    return (
      <>
        {deskOf(session.data) === 'none' ? <Refused name={session.data.username} /> : <Outlet />}
        {ended && <Suspense fallback={null}><SignInAgain person={session.data} onDone={begun} /></Suspense>}
      </>
    )
  }
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
  const { gate } = useTexts()
  return useIsStaff() ? <Outlet /> : <NoAccess title={gate.notForAgents} words={gate.notForAgentsWords} />
}

/** Pages about people. */
export function AdminsOnly() {
  const { gate } = useTexts()
  return useDesk() === 'admin' ? <Outlet /> : <NoAccess title={gate.adminsOnly} words={gate.adminsOnlyWords} />
}

function NoAccess({ title, words }: { title: string; words: string }) {
  const texts = useTexts()
  usePageTitle(title)
  return (
    <div className="missing">
      <h1>{title}</h1>
      <Nothing title={words}><Link to="/">{texts.gate.toStart}</Link></Nothing>
    </div>
  )
}

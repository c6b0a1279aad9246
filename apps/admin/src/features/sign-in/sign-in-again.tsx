import Button from 'antd/es/button'
import Modal from 'antd/es/modal'
import { useQueryClient } from '@tanstack/react-query'
import type { ProfileView } from '@hearth/contracts/accounts'
import { useTexts } from '../../shared/language.tsx'
import { sessionKey } from '../../shared/session.ts'
import { SignInForm } from './sign-in-form.tsx'

/** Asks for the password above the page, so that nothing half-written is lost when a session ends. */
export function SignInAgain({ person, onDone }: { person: ProfileView; onDone: () => void }) {
  const { signIn } = useTexts()
  const client = useQueryClient()
  function goOn(): void {
    // What was written belongs to whoever wrote it.
    if (client.getQueryData<ProfileView>(sessionKey)?.id !== person.id) return location.reload()
    onDone()
    void client.invalidateQueries()
  }
  return (
    <Modal open title={signIn.again} footer={null} width={420} closable={false} keyboard={false}
      mask={{ closable: false }}>
      <p className="sign-in-lead">{signIn.againWords(person.username)}</p>
      <SignInForm username={person.username} onSignedIn={goOn} />
      <div className="sign-in-foot">
        <Button size="small" type="text" onClick={() => location.reload()}>{signIn.leave}</Button>
      </div>
    </Modal>
  )
}

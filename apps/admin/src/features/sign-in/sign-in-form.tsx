import Button from 'antd/es/button'
import Form from 'antd/es/form'
import Input from 'antd/es/input'
import Password from 'antd/es/input/Password'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { PasswordSignIn } from '@hearth/contracts/accounts'
import { ApiRefusal } from '@hearth/client/http'
import { api } from '../../shared/api.ts'
import { useFieldFaults } from '../../shared/field-faults.ts'
import { useLanguage } from '../../shared/language.tsx'
import { randomUuid } from '../../shared/random-key.ts'
import { sessionKey } from '../../shared/session.ts'
import { ActionFault } from '../../shared/states.tsx'
import { PictureCode } from './picture-code.tsx'
import './sign-in.css'

type Entry = Pick<PasswordSignIn, 'username' | 'password' | 'text'>

/** Name and password, and the picture code once the server wants one. */
export function SignInForm({ username, onSignedIn }: { username?: string; onSignedIn?: () => void }) {
  const { texts: { signIn } } = useLanguage()
  const [form] = Form.useForm<Entry>()
  const { entering, pictureId, anotherPicture } = useEntering(() => form.setFieldValue('text', ''), onSignedIn)
  useFieldFaults(form, entering.error)
  const isForbidden = entering.error instanceof ApiRefusal && entering.error.status === 403
  return (
    <Form<Entry> form={form} layout="vertical" requiredMark={false} initialValues={{ username }}
      onFinish={(entry) => entering.mutate(pictureId === null ? entry : { ...entry, image_code_id: pictureId })}>
      <ActionFault error={entering.error} beside={pictureId === null ? [] : ['text']}
        more={isForbidden ? signIn.refusedWords : undefined} />
      <Form.Item name="username" label={signIn.username} rules={[{ required: true, message: signIn.usernameNeeded }]}>
        <Input size="large" autoComplete="username" autoCapitalize="none" autoFocus={!username} />
      </Form.Item>
      <Form.Item name="password" label={signIn.password} rules={[{ required: true, message: signIn.passwordNeeded }]}>
        <Password size="large" autoComplete="current-password" autoFocus={Boolean(username)} />
      </Form.Item>
      {pictureId !== null && <PictureCode id={pictureId} onAnother={anotherPicture} />}
      <Button type="primary" size="large" htmlType="submit" block loading={entering.isPending}>{signIn.submit}</Button>
    </Form>
  )
}

/** Signs in; once the server wants a picture code, every failed try uses one up and brings the next. */
function useEntering(clearText: () => void, onSignedIn?: () => void) {
  const client = useQueryClient()
  const [pictureId, setPictureId] = useState<string | null>(null)
  function anotherPicture(): void {
    setPictureId(randomUuid())
    clearText()
  }
  const entering = useMutation({
    mutationFn: (body: PasswordSignIn) => api.signIn(body),
    onSuccess: async () => {
      await client.refetchQueries({ queryKey: sessionKey })
      onSignedIn?.()
    },
    onError: (error) => {
      if (pictureId !== null || (error instanceof ApiRefusal && error.facts.needs_image_code === true)) anotherPicture()
    },
  })
  return { entering, pictureId, anotherPicture }
}

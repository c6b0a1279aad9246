import Button from 'antd/es/button'
import Form from 'antd/es/form'
import Input from 'antd/es/input'
import Password from 'antd/es/input/Password'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Navigate, useSearchParams } from 'react-router'
import type { PasswordSignIn } from '@hearth/contracts/accounts'
import { ApiRefusal } from '@hearth/client/http'
import { api } from '../../shared/api.ts'
import { useFieldFaults } from '../../shared/field-faults.ts'
import icon from '../../shared/icon.svg'
import { useLanguage } from '../../shared/language.tsx'
import { randomUuid } from '../../shared/random-key.ts'
import { sessionKey, useSession } from '../../shared/session.ts'
import { ActionFault } from '../../shared/states.tsx'
import { usePageTitle } from '../../shared/use-page-title.ts'
import { PictureCode } from './picture-code.tsx'
import './sign-in.css'

type Entry = Pick<PasswordSignIn, 'username' | 'password' | 'text'>

/** Name and password; the server keeps the session in cookies, the page keeps nothing. */
export function SignInPage() {
  const { texts, language, setLanguage } = useLanguage()
  const [params] = useSearchParams()
  const session = useSession()
  usePageTitle(texts.signIn.title)
  if (session.data) return <Navigate to={safeNext(params.get('next'))} replace />
  const other = language === 'zh' ? 'en' : 'zh'
  return (
    <main className="sign-in">
      <div className="sign-in-card">
        <img src={icon} alt="" width="44" height="44" />
        <h1>{texts.signIn.title}</h1>
        <p className="sign-in-lead">{texts.signIn.lead}</p>
        <SignInForm />
        <div className="sign-in-foot">
          <a href="/forgot">{texts.signIn.forgot}</a>
          <a href="/">{texts.signIn.shop}</a>
          <Button size="small" type="text" lang={other} onClick={() => setLanguage(other)}>
            {texts.app.otherLanguage}
          </Button>
        </div>
      </div>
    </main>
  )
}

function SignInForm() {
  const { texts: { signIn } } = useLanguage()
  const [form] = Form.useForm<Entry>()
  const { entering, pictureId, anotherPicture } = useEntering(() => form.setFieldValue('text', ''))
  useFieldFaults(form, entering.error)
  const isForbidden = entering.error instanceof ApiRefusal && entering.error.status === 403
  return (
    <Form<Entry> form={form} layout="vertical" requiredMark={false}
      onFinish={(entry) => entering.mutate(pictureId === null ? entry : { ...entry, image_code_id: pictureId })}>
      <ActionFault error={entering.error} beside={pictureId === null ? [] : ['text']}
        more={isForbidden ? signIn.refusedWords : undefined} />
      <Form.Item name="username" label={signIn.username} rules={[{ required: true, message: signIn.usernameNeeded }]}>
        <Input size="large" autoComplete="username" autoCapitalize="none" autoFocus />
      </Form.Item>
      <Form.Item name="password" label={signIn.password} rules={[{ required: true, message: signIn.passwordNeeded }]}>
        <Password size="large" autoComplete="current-password" />
      </Form.Item>
      {pictureId !== null && <PictureCode id={pictureId} onAnother={anotherPicture} />}
      <Button type="primary" size="large" htmlType="submit" block loading={entering.isPending}>{signIn.submit}</Button>
    </Form>
  )
}

/** Signs in; once the server wants a picture code, every failed try uses one up and brings the next. */
function useEntering(clearText: () => void) {
  const client = useQueryClient()
  const [pictureId, setPictureId] = useState<string | null>(null)
  function anotherPicture(): void {
    setPictureId(randomUuid())
    clearText()
  }
  const entering = useMutation({
    mutationFn: (body: PasswordSignIn) => api.signIn(body),
    onSuccess: () => client.refetchQueries({ queryKey: sessionKey }),
    onError: (error) => {
      if (pictureId !== null || (error instanceof ApiRefusal && error.facts.needs_image_code === true)) anotherPicture()
    },
  })
  return { entering, pictureId, anotherPicture }
}

/** Only addresses inside the console. */
function safeNext(next: string | null): string {
  return next !== null && /^\/(?![/\\])/.test(next) && !next.startsWith('/login') ? next : '/'
}

import Button from 'antd/es/button'
import { Navigate, useSearchParams } from 'react-router'
import icon from '../../shared/icon.svg'
import { useLanguage } from '../../shared/language.tsx'
import { useSession } from '../../shared/session.ts'
import { usePageTitle } from '../../shared/use-page-title.ts'
import { SignInForm } from './sign-in-form.tsx'
import './sign-in.css'

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

/** Only addresses inside the console. */
function safeNext(next: string | null): string {
  return next !== null && /^\/(?![/\\])/.test(next) && !next.startsWith('/login') ? next : '/'
}

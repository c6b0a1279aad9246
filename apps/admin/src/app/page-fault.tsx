import Button from 'antd/es/button'
import { Link } from 'react-router'
import { useTexts } from '../shared/language.tsx'
import { Nothing } from '../shared/states.tsx'
import { usePageTitle } from '../shared/use-page-title.ts'

/** A page that fell over, mostly because its files were replaced by a newer version. */
export function PageFault() {
  const texts = useTexts()
  usePageTitle(texts.faults.page)
  return (
    <main className="alone" role="alert">
      <h1>{texts.faults.page}</h1>
      <p>{texts.faults.pageWords}</p>
      <Button type="primary" onClick={() => window.location.reload()}>{texts.faults.reload}</Button>
    </main>
  )
}

export function Missing() {
  const texts = useTexts()
  usePageTitle(texts.faults.missing)
  return (
    <div className="missing">
      <h1>{texts.faults.missing}</h1>
      <Nothing title={texts.faults.missingWords}><Link to="/">{texts.gate.toStart}</Link></Nothing>
    </div>
  )
}

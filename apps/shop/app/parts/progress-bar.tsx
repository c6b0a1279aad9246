import { shopTexts } from '@hearth/client/texts/shop'
import { useNavigation } from 'react-router'
import { useTexts } from './use-shop.ts'

/** A thin line while a page or a form is on its way. */
export function ProgressBar() {
  const texts = useTexts(shopTexts)
  const busy = useNavigation().state !== 'idle'
  return (
    <>
      {busy ? <div className="bar-top" aria-hidden="true" /> : null}
      <p className="sr-only" role="status">{busy ? texts.loading : ''}</p>
    </>
  )
}

import { unitsTexts } from '@hearth/client/texts/shop-units'
import { Link } from 'react-router'
import { PageHead } from '../parts/page-head.tsx'
import { StatePage } from '../parts/state-page.tsx'
import { useTexts } from '../parts/use-shop.ts'

export function UnknownMachine() {
  const texts = useTexts(unitsTexts)
  return (
    <div className="page">
      <PageHead title={texts.unknownTitle} isPrivate />
      <StatePage tone="bad" icon="shield-ask" title={texts.unknownTitle} text={texts.unknownText}>
        <p className="mt-8"><Link to="/warranty" className="btn btn-primary btn-big">{texts.tryAgain}</Link></p>
      </StatePage>
    </div>
  )
}

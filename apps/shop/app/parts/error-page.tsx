import { shopTexts } from '@hearth/client/texts/shop'
import { Link, isRouteErrorResponse, useLocation } from 'react-router'
import { Empty } from './empty.tsx'
import { PageHead } from './page-head.tsx'
import { useTexts } from './use-shop.ts'

/** An order, or the paying of one. */
const OF_AN_ORDER = /^\/(orders|pay)\//

/** Says what happened, what did not, and where to go on. */
export function ErrorPage({ error }: { error: unknown }) {
  const { errors } = useTexts(shopTexts)
  const { pathname, search } = useLocation()
  const status = isRouteErrorResponse(error) ? error.status : 500
  const isOrder = status === 404 && OF_AN_ORDER.test(pathname)
  const words =
    isOrder ? [errors.orderMissingTitle, errors.orderMissingText]
    : status === 404 ? [errors.notFoundTitle, errors.notFoundText]
    : status === 403 ? [errors.deniedTitle, errors.deniedText]
    : status === 429 ? [errors.busyTitle, errors.busyText]
    : [errors.faultTitle, errors.faultText]
  return (
    <div className="page">
      <PageHead title={words[0] ?? ''} isPrivate />
      <Empty title={words[0] ?? ''} text={words[1] ?? ''} asHeading>
        {isOrder
          ? <Link to="/orders" className="btn btn-primary">{errors.toOrders}</Link>
          : <Link to="/" className="btn btn-primary">{errors.toHome}</Link>}
        {status === 404
          ? <Link to="/categories" className="btn btn-line">{errors.toCategories}</Link>
          : <a href={`${pathname}${search}`} className="btn btn-line">{errors.tryAgain}</a>}
      </Empty>
    </div>
  )
}

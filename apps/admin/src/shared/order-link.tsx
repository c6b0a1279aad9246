import { Link } from 'react-router'
import { useTexts } from './language.tsx'

/** The way to an order; `known` is false when nobody has such an order. */
export function OrderLink({ number, known = true }: { number: string | undefined; known?: boolean }) {
  const t = useTexts().money
  if (!number) return <>{t.noOrder}</>
  return known ? <Link className="code" to={`/orders/${number}`}>{number}</Link> : <span className="code">{number}</span>
}

import Button from 'antd/es/button'
import Progress from 'antd/es/progress'
import { Link } from 'react-router'
import { useTexts } from '../../../shared/language.tsx'
import type { BulkShip, Line } from './use-bulk-ship.ts'

/** How many are ready and how many not, and the one next step. */
export function ShipBar({ bulk, onSend }: { bulk: BulkShip; onSend: (lines: Line[]) => void }) {
  const t = useTexts().bulkShip
  const { lines, sending, checking } = bulk
  const of = (is: Line['verdict']['is']) => lines.filter((line) => line.verdict.is === is)
  const [fresh, good, bad, sent, failed] = [of('new'), of('good'), of('bad'), of('sent'), of('failed')]
  const counted = [
    [good, t.good], [bad, t.bad], [fresh, t.unchecked], [sent, t.sent], [failed, t.failed],
  ] as const
  const counts = counted.flatMap(([some, say]) => (some.length > 0 ? [say(some.length)] : []))
  const standing = [t.counts(lines.length), ...counts].join(' · ')
  const now = sending ? t.sending(sending.done, sending.all) : checking ? t.checking : standing
  return (
    <div className="ship-bar">
      <p role="status" className="num">{now}</p>
      {sending && (
        <Progress percent={Math.round((sending.done * 100) / sending.all)} showInfo={false} aria-label={now} />
      )}
      {!sending && (
        <div className="ship-bar-actions">
          {sent.length === lines.length && <Link to="/orders">{t.toOrders}</Link>}
          {bad.length > 0 && fresh.length === 0 && (
            <Button disabled={checking} onClick={() => bulk.setLines(lines.filter((line) => line.verdict.is !== 'bad'))}>
              {t.dropBad(bad.length)}
            </Button>
          )}
          {failed.length > 0 && (
            <Button type="primary" onClick={() => void bulk.send(failed)}>{t.retry(failed.length)}</Button>
          )}
          {(fresh.length > 0 || bad.length > 0) && (
            <Button type={fresh.length > 0 ? 'primary' : 'default'} loading={checking} onClick={() => void bulk.check()}>
              {t.check}
            </Button>
          )}
          {fresh.length === 0 && good.length > 0 && (
            <Button type="primary" disabled={bad.length > 0} onClick={() => onSend(good)}>{t.submit(good.length)}</Button>
          )}
        </div>
      )}
    </div>
  )
}

import Progress from 'antd/es/progress'
import type { ImportView } from '@hearth/contracts/bulk'
import { Facts } from '../../shared/facts.tsx'
import { useTexts } from '../../shared/language.tsx'
import { timeShown } from '../../shared/shown.ts'

const tones = { checking: 'grey', checked: 'amber', applying: 'ember', done: 'teal', discarded: 'grey' } as const

export function ImportStateTag({ state }: { state: ImportView['state'] }) {
  const t = useTexts().bulk
  return <span className={`tag tag-${tones[state]}`}>{t.states[state]}</span>
}

/** How it stands, in words, numbers and how far it has come. */
export function ImportStanding({ row }: { row: ImportView }) {
  const t = useTexts().bulk
  const isMoving = row.state === 'checking' || row.state === 'applying'
  const moving = row.state === 'checking' ? t.checking : t.applying
  return (
    <div className="import-standing">
      <Facts facts={[
        { label: t.state, value: <ImportStateTag state={row.state} /> },
        { label: t.lines, value: <span className="num">{row.lines.toLocaleString('en')}</span> },
        row.mode ? { label: t.mode, value: t.modes[row.mode] } : null,
        { label: t.who, value: row.created_by_name },
        { label: t.at, value: <span className="num">{timeShown(row.created_at)}</span> },
        row.ended_at ? { label: t.ended, value: <span className="num">{timeShown(row.ended_at)}</span> } : null,
      ]} />
      {isMoving && (
        <div role="status">
          <Progress percent={Math.floor((row.progress / Math.max(1, row.lines)) * 100)} status="active" aria-label={moving} />
          <p className="import-words"><span className="num">{t.progress(row.progress, row.lines)}</span> · {moving}</p>
        </div>
      )}
      {row.state === 'discarded' && <p className="import-words">{t.discarded}</p>}
      {row.state === 'done' && <p className="import-words">{t.allDone}{row.counts.bad > 0 ? ` ${t.someBad}` : ''}</p>}
      {row.unknown_columns.length > 0 && <p className="words-amber">{t.unknownColumns(row.unknown_columns.join('、'))}</p>}
    </div>
  )
}

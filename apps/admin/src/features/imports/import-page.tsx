import ArrowLeftOutlined from '@ant-design/icons/ArrowLeftOutlined'
import Button from 'antd/es/button'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { refusedPath } from '@hearth/client/console-api-bulk'
import type { ImportView } from '@hearth/contracts/bulk'
import { api } from '../../shared/api.ts'
import { useTexts } from '../../shared/language.tsx'
import { idOf } from '../../shared/list/use-list-url.ts'
import { LoadFault, LoadingBlock } from '../../shared/states.tsx'
import { usePageTitle } from '../../shared/use-page-title.ts'
import { ApplyDialog, DiscardDialog } from './import-dialogs.tsx'
import type { Applying } from './import-dialogs.tsx'
import { ImportLines } from './import-lines.tsx'
import { ImportStanding } from './import-parts.tsx'
import './imports.css'

const EVERY_MS = 1_000

/** One file of products: what its lines would do, then what they did. */
export function ImportPage() {
  const t = useTexts().bulk
  const id = idOf(useParams().id) ?? 0
  const found = useQuery({
    queryKey: ['imports', 'one', id],
    queryFn: () => api.importOne(id),
    refetchInterval: ({ state: { data } }) => (data && ['checking', 'applying'].includes(data.state) ? EVERY_MS : false),
  })
  const title = t.one(found.data?.file_name ?? `#${id}`)
  usePageTitle(title)
  return (
    <div className="import-page">
      <Link to="/imports" className="back"><ArrowLeftOutlined aria-hidden /> {t.back}</Link>
      {found.isError && <LoadFault error={found.error} retry={() => void found.refetch()} />}
      {found.isPending && <LoadingBlock rows={12} />}
      {found.data ? <ImportBody row={found.data} title={title} /> : <h1 className="sr-only">{title}</h1>}
    </div>
  )
}

function ImportBody({ row, title }: { row: ImportView; title: string }) {
  const t = useTexts().bulk
  const [chosen, setChosen] = useState<number[]>([])
  const [applying, setApplying] = useState<Applying | null>(null)
  const [discarding, setDiscarding] = useState(false)
  const { good, bad } = row.counts
  const isOpen = row.state === 'checked' && good > 0
  return (
    <>
      <div className="page-head">
        <h1>{title}</h1>
        <div className="page-actions">
          {bad > 0 && <Button href={refusedPath(row.id, { format: 'xlsx' })} download>{t.refused}</Button>}
          {row.state === 'checked' && <Button danger onClick={() => setDiscarding(true)}>{t.discard}</Button>}
          {isOpen && chosen.length > 0 && (
            <Button onClick={() => setApplying({ mode: 'lines', lines: chosen, count: chosen.length })}>{t.applyChosen(chosen.length)}</Button>
          )}
          {isOpen && (
            <Button type="primary" onClick={() => setApplying({ mode: bad > 0 ? 'lines' : 'all', count: good })}>
              {bad > 0 ? t.applyGood(good) : t.applyAll(good)}
            </Button>
          )}
        </div>
      </div>
      <div className="panel"><ImportStanding row={row} /></div>
      <ImportLines row={row} chosen={isOpen ? chosen : null} onChoose={setChosen} />
      {applying && <ApplyDialog row={row} asked={applying} onClose={() => setApplying(null)} />}
      {discarding && <DiscardDialog row={row} onClose={() => setDiscarding(false)} />}
    </>
  )
}

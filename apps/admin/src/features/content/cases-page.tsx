import { useQuery } from '@tanstack/react-query'
import Button from 'antd/es/button'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import type { CaseView } from '@hearth/contracts/content'
import { api } from '../../shared/api.ts'
import { useTexts } from '../../shared/language.tsx'
import { Thumb } from '../../shared/pictures/thumb.tsx'
import { timeShown } from '../../shared/shown.ts'
import { ActionFault, LoadFault, LoadingBlock, Nothing } from '../../shared/states.tsx'
import { usePageTitle } from '../../shared/use-page-title.ts'
import { RowActs } from './content-row.tsx'
import { OrderLead } from './order-lead.tsx'
import { OrderedList } from './ordered-list.tsx'
import { RemoveContentDialog } from './remove-dialog.tsx'
import { useSwitch } from './use-switch.ts'
import './content.css'

/** Stories of machines at people's homes. Administrators only. */
export function CasesPage() {
  const { cases: t } = useTexts()
  usePageTitle(t.title)
  const navigate = useNavigate()
  const [removing, setRemoving] = useState<CaseView | null>(null)
  const found = useQuery({ queryKey: ['content', 'cases'], queryFn: () => api.cases() })
  return (
    <div className="list-page">
      <div className="page-head">
        <h1>{t.title}</h1>
        <div className="page-actions">
          <Button type="primary" onClick={() => void navigate('/cases/new')}>{t.create}</Button>
        </div>
      </div>
      {found.isError && <LoadFault error={found.error} retry={() => void found.refetch()} />}
      {found.isPending && <LoadingBlock rows={6} />}
      {found.data?.length === 0 && <Nothing title={t.none}><p>{t.noneWords}</p></Nothing>}
      {found.data && found.data.length > 0 && (
        <>
          <OrderLead total={found.data.length} />
          <CaseRows cases={found.data} onRemove={setRemoving} />
        </>
      )}
      {removing && (
        <RemoveContentDialog what="cases" id={removing.id} name={removing.title} words={t} onClose={() => setRemoving(null)} />
      )}
    </div>
  )
}

function CaseRows({ cases, onRemove }: { cases: CaseView[]; onRemove: (row: CaseView) => void }) {
  const { cases: t, content: words } = useTexts()
  const navigate = useNavigate()
  const switching = useSwitch(
    (row: CaseView) => api.changeCase(row.id, { is_active: !row.is_active, updated_at: row.updated_at }),
    (row) => (row.is_active ? t.unpublishedNow : t.publishedNow)(row.title),
  )
  return (
    <>
      <ActionFault error={switching.error} />
      <OrderedList what="cases" label={t.title} rows={cases} nameOf={(row) => row.title}>
        {(row) => (
          <>
            <span className="content-thumb"><Thumb url={row.cover_image_url} /></span>
            <div className="content-words">
              <p className="content-name">
                <Link to={`/cases/${row.id}`}>{row.title}</Link>{' '}
                <span className={row.is_active ? 'tag tag-teal' : 'tag tag-grey'}>{row.is_active ? t.published : t.unpublished}</span>
              </p>
              <p className="hint num">{t.updated(timeShown(row.updated_at))}</p>
            </div>
            <RowActs>
              <Button onClick={() => void navigate(`/cases/${row.id}`)} aria-label={words.open(row.title)}>{words.edit}</Button>
              <Button disabled={switching.isPending} onClick={() => switching.mutate(row)}
                aria-label={`${row.is_active ? t.unpublish : t.publish} ${row.title}`}>
                {row.is_active ? t.unpublish : t.publish}
              </Button>
              <Button danger type="text" onClick={() => onRemove(row)} aria-label={`${words.remove} ${row.title}`}>
                {words.remove}
              </Button>
            </RowActs>
          </>
        )}
      </OrderedList>
    </>
  )
}

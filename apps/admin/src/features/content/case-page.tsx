import ArrowLeftOutlined from '@ant-design/icons/ArrowLeftOutlined'
import { useQuery } from '@tanstack/react-query'
import Alert from 'antd/es/alert'
import Button from 'antd/es/button'
import Input from 'antd/es/input'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import type { CaseDetail } from '@hearth/contracts/content'
import { ApiRefusal } from '@hearth/client/http'
import { api } from '../../shared/api.ts'
import { Part } from '../../shared/facts.tsx'
import { useTexts } from '../../shared/language.tsx'
import { idOf } from '../../shared/list/use-list-url.ts'
import { PictureField } from '../../shared/pictures/picture-field.tsx'
import { ActionFault, LoadFault, LoadingBlock } from '../../shared/states.tsx'
import { usePageTitle } from '../../shared/use-page-title.ts'
import { CaseBlocks } from './case-blocks.tsx'
import { TITLE_LENGTH } from './case-draft.ts'
import { CasePreview } from './case-preview.tsx'
import { useCaseEditor } from './use-case-editor.ts'
import './content.css'

/** One case, to be written or changed; `new` in the address is one that is not there yet. */
export function CasePage() {
  const { cases: t } = useTexts()
  const id = idOf(useParams().id)
  const [edition, setEdition] = useState(0)
  const found = useQuery({
    queryKey: ['content', 'case', id], queryFn: () => api.caseById(id ?? 0), enabled: id !== undefined, refetchOnWindowFocus: false,
  })
  const title = id === undefined ? t.newTitle : found.data?.title ?? t.title
  usePageTitle(title)
  async function reload(): Promise<void> {
    await found.refetch()
    setEdition((now) => now + 1)
  }
  return (
    <div className="case-page">
      <Link to="/cases" className="back"><ArrowLeftOutlined aria-hidden /> {t.back}</Link>
      <div className="page-head"><h1>{title}</h1></div>
      {found.isError && (
        <LoadFault error={found.error} retry={() => void found.refetch()}><Link to="/cases">{t.back}</Link></LoadFault>
      )}
      {id !== undefined && found.isPending && <LoadingBlock rows={12} />}
      {(id === undefined || found.data) && (
        <Editor key={`${id ?? 'new'} ${edition}`} found={found.data} onReload={() => void reload()} />
      )}
    </div>
  )
}

function Editor({ found, onReload }: { found: CaseDetail | undefined; onReload: () => void }) {
  const { cases: t, content: words } = useTexts()
  const navigate = useNavigate()
  const editor = useCaseEditor(found, (saved) => {
    if (!found) void navigate(`/cases/${saved.id}`, { replace: true })
  })
  const { draft, change, faults } = editor
  return (
    <div className="case-grid">
      <div className="case-main">
        <div className="panel fields">
          <label>
            <span className="field-label">{words.title} <span aria-hidden>*</span></span>
            <Input value={draft.title} maxLength={TITLE_LENGTH} status={faults.fields.includes('title') ? 'error' : undefined}
              aria-invalid={faults.fields.includes('title')} onChange={(event) => change({ title: event.target.value })} />
            {faults.fields.includes('title') && <span className="words-red" role="alert">{words.titleNeeded}</span>}
          </label>
          <div>
            <span className="field-label">{t.cover} <span aria-hidden>*</span></span>
            <PictureField label={t.cover} value={draft.cover} onChange={(cover) => change({ cover })} />
            {faults.fields.includes('cover') && <p className="words-red" role="alert">{t.coverNeeded}</p>}
          </div>
        </div>
        <div className="panel">
          <Part title={t.blocks}>
            <CaseBlocks blocks={draft.blocks} faulty={faults.blocks}
              onChange={(to) => change((now) => ({ ...now, blocks: to(now.blocks) }))} />
          </Part>
        </div>
        <SaveBar editor={editor} onReload={onReload} />
      </div>
      <CasePreview draft={draft} />
    </div>
  )
}

type BarProps = { editor: ReturnType<typeof useCaseEditor>; onReload: () => void }

/** Always in sight, with what went wrong. */
function SaveBar({ editor: { base, isChanged, save, saving }, onReload }: BarProps) {
  const { cases: t } = useTexts()
  const isPublic = base?.is_active === true
  return (
    <div className="save-bar">
      <SaveFault error={saving.error} onReload={onReload} />
      <Button type="primary" loading={saving.isPending} onClick={() => save(true)}>{isPublic ? t.save : t.savePublic}</Button>
      {!isPublic && <Button disabled={saving.isPending} onClick={() => save(false)}>{t.saveDraft}</Button>}
      {isPublic && <a href={`/cases/${base.id}`} target="_blank" rel="noreferrer">{t.see}</a>}
      <span className="hint" role="status">{isChanged && t.unsaved}</span>
    </div>
  )
}

function SaveFault({ error, onReload }: { error: unknown; onReload: () => void }) {
  const { cases: t } = useTexts()
  if (!(error instanceof ApiRefusal) || error.status !== 409) return <ActionFault error={error} />
  return (
    <Alert type="error" showIcon role="alert" title={t.conflict} description={t.conflictKeep}
      action={<Button size="small" onClick={onReload}>{t.reload}</Button>} />
  )
}

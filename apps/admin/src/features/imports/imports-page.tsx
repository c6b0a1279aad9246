import DownloadOutlined from '@ant-design/icons/DownloadOutlined'
import Button from 'antd/es/button'
import Dropdown from 'antd/es/dropdown'
import { lazy, Suspense, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import type { ImportView } from '@hearth/contracts/bulk'
import { exportPath, templatePath } from '@hearth/client/console-api-bulk'
import type { ConsoleTexts } from '@hearth/client/console-texts'
import { api } from '../../shared/api.ts'
import { useTexts } from '../../shared/language.tsx'
import { ListPage } from '../../shared/list/list-page.tsx'
import type { ListColumn, ListSpec } from '../../shared/list/list-types.ts'
import { useListUrl } from '../../shared/list/use-list-url.ts'
import { timeShown } from '../../shared/shown.ts'
import { ImportStateTag } from './import-parts.tsx'
import './imports.css'

const UploadDialog = lazy(async () => ({ default: (await import('./upload-dialog.tsx')).UploadDialog }))
const kinds = ['products', 'prices', 'stock'] as const
const formats = ['xlsx', 'csv'] as const
const importPath = (id: number) => `/imports/${id}`

/** Files of products: uploaded ones with how far they are, and what goes out. Administrators only. */
export function ImportsPage() {
  const texts = useTexts()
  const t = texts.bulk
  const url = useListUrl('all')
  const navigate = useNavigate()
  const [uploading, setUploading] = useState(false)
  const toPage = ({ id }: ImportView) => void navigate(importPath(id))
  const spec: ListSpec<ImportView> = {
    id: 'imports',
    title: t.title,
    columns: importColumns(texts),
    filters: [],
    tabs: [],
    rowKey: ({ id }) => String(id),
    rowName: ({ file_name }) => file_name,
    load: ({ page, pageSize }) => api.imports({ page, page_size: pageSize }),
    open: toPage,
    look: toPage,
    card: (row) => <ImportCard row={row} />,
    pageActions: (
      <>
        <FilesMenu label={t.template} pathOf={templatePath} />
        <FilesMenu label={t.export} pathOf={exportPath} />
        <Button type="primary" onClick={() => setUploading(true)}>{t.upload}</Button>
      </>
    ),
  }
  return (
    <>
      <ListPage spec={spec} url={url} />
      <Suspense fallback={null}>
        {uploading && <UploadDialog onClose={() => setUploading(false)} onUploaded={toPage} />}
      </Suspense>
    </>
  )
}

type FilesMenuProps = {
  label: string
  pathOf: (file: { kind: (typeof kinds)[number]; format: (typeof formats)[number] }) => string
}

/** A file of each kind in each format, as plain links that the browser saves. */
function FilesMenu({ label, pathOf }: FilesMenuProps) {
  const t = useTexts().bulk
  const items = kinds.flatMap((kind) => formats.map((format) => ({
    key: `${kind} ${format}`,
    label: <a href={pathOf({ kind, format })} download>{t.kinds[kind]} · {t.formats[format]}</a>,
  })))
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <Button icon={<DownloadOutlined aria-hidden />}>{label}</Button>
    </Dropdown>
  )
}

function importColumns({ bulk: t }: ConsoleTexts): ListColumn<ImportView>[] {
  return [
    { key: 'file', title: t.file, render: (row) => <FileLink row={row} /> },
    { key: 'state', title: t.state, render: (row) => <ImportStateTag state={row.state} /> },
    { key: 'lines', title: t.lines, align: 'right', render: (row) => row.lines.toLocaleString('en') },
    { key: 'good', title: t.counts.good, align: 'right', choice: 'shown', render: ({ counts }) => counts.good },
    { key: 'bad', title: t.counts.bad, align: 'right', choice: 'shown', render: ({ counts }) => counts.bad },
    { key: 'done', title: t.counts.done, align: 'right', choice: 'shown', render: ({ counts }) => counts.done },
    { key: 'who', title: t.who, choice: 'shown', render: (row) => row.created_by_name },
    { key: 'at', title: t.at, choice: 'shown', render: (row) => <span className="num">{timeShown(row.created_at)}</span> },
    { key: 'ended', title: t.ended, choice: 'hidden', render: (row) => <span className="num">{timeShown(row.ended_at)}</span> },
  ]
}

function FileLink({ row }: { row: ImportView }) {
  return <Link to={importPath(row.id)} className="clip clip-wide" title={row.file_name}>{row.file_name}</Link>
}

function ImportCard({ row }: { row: ImportView }) {
  const t = useTexts().bulk
  const said = (['good', 'bad', 'done'] as const).filter((state) => row.counts[state] > 0)
  return (
    <>
      <div className="card-head"><FileLink row={row} /><ImportStateTag state={row.state} /></div>
      <p className="card-line num">{said.map((state) => `${t.counts[state]} ${row.counts[state]}`).join(' · ') || `${t.lines} ${row.lines}`}</p>
      <div className="card-foot"><span className="num">{timeShown(row.created_at)}</span><span>{row.created_by_name}</span></div>
    </>
  )
}

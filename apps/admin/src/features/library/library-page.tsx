import { keepPreviousData, useQuery } from '@tanstack/react-query'
import Pagination from 'antd/es/pagination'
import { useState } from 'react'
import type { MediaImageView } from '@hearth/contracts/media'
import { api } from '../../shared/api.ts'
import { useTexts } from '../../shared/language.tsx'
import { ListFilters } from '../../shared/list/list-filters.tsx'
import { idOf, useListUrl } from '../../shared/list/use-list-url.ts'
import { useListKeys } from '../../shared/list/use-list-keys.ts'
import { LoadFault, LoadingBlock, Nothing } from '../../shared/states.tsx'
import { useNarrow } from '../../shared/use-media.ts'
import { usePageTitle } from '../../shared/use-page-title.ts'
import { LibraryGrid } from './library-grid.tsx'
import { LibraryUpload } from './library-upload.tsx'
import { PictureDrawer } from './picture-drawer.tsx'
import { RemovePictureDialog } from './remove-picture-dialog.tsx'
import './library.css'

const PAGE_SIZE = 48

/** Every picture that was uploaded. Administrators only. */
export function LibraryPage() {
  const t = useTexts().library
  usePageTitle(t.title)
  useListKeys()
  const url = useListUrl('all')
  const [removing, setRemoving] = useState<MediaImageView | null>(null)
  const ask = { search: url.ask.values.search, page: url.ask.page, page_size: PAGE_SIZE }
  const found = useQuery({
    queryKey: ['pictures', 'list', ask], queryFn: () => api.pictures(ask), placeholderData: keepPreviousData,
  })
  return (
    <div className="list-page">
      <div className="page-head"><h1>{t.title}</h1></div>
      <LibraryUpload />
      <ListFilters filters={[{ kind: 'text', name: 'search', label: t.search, search: true }]} values={url.ask.values}
        onApply={(values) => url.change(values)} />
      <p className="list-count library-total" role="status">{found.data ? t.total(found.data.total) : ''}</p>
      {found.isError && <LoadFault error={found.error} retry={() => void found.refetch()} />}
      {found.isPending && <LoadingBlock rows={10} />}
      {found.data?.rows.length === 0 && (
        <Nothing title={t.none}><p>{ask.search ? t.noneFound : t.noneYet}</p></Nothing>
      )}
      {found.data && (
        <LibraryGrid pictures={found.data.rows} busy={found.isPlaceholderData}
          onLook={({ id }) => url.change({ look: String(id) })} />
      )}
      <LibraryPages page={ask.page} total={found.data?.total ?? 0}
        onPage={(page) => url.change({ page: String(page) })} />
      <PictureDrawer id={idOf(url.look) ?? null} onClose={() => url.change({ look: '' })} onRemove={setRemoving} />
      {removing && (
        <RemovePictureDialog picture={removing} onClose={() => setRemoving(null)}
          onRemoved={() => url.change({ look: '' })} />
      )}
    </div>
  )
}

function LibraryPages({ page, total, onPage }: { page: number; total: number; onPage: (page: number) => void }) {
  const { list } = useTexts()
  const narrow = useNarrow()
  if (total <= PAGE_SIZE) return null
  return (
    <nav aria-label={list.pages} className="pages">
      <Pagination current={page} pageSize={PAGE_SIZE} total={total} simple={narrow} showSizeChanger={false}
        onChange={onPage} />
    </nav>
  )
}

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import Search from 'antd/es/input/Search'
import Modal from 'antd/es/modal'
import Pagination from 'antd/es/pagination'
import { useState } from 'react'
import type { MediaImageView } from '@hearth/contracts/media'
import { api } from '../api.ts'
import { useTexts } from '../language.tsx'
import { LoadFault, LoadingBlock, Nothing } from '../states.tsx'
import { Thumb } from './thumb.tsx'

const PAGE_SIZE = 24

type DialogProps = { max: number; onClose: () => void; onChosen: (urls: string[]) => void }

/** Chooses among the pictures that were uploaded before. */
export function LibraryDialog({ max, onClose, onChosen }: DialogProps) {
  const texts = useTexts()
  const t = texts.pictures
  const [search, setSearch] = useState('')
  const [page, setPage] = useState(1)
  const [chosen, setChosen] = useState<string[]>([])
  const ask = { search, page, page_size: PAGE_SIZE }
  const found = useQuery({
    queryKey: ['pictures', 'list', ask], queryFn: () => api.pictures(ask), placeholderData: keepPreviousData,
  })
  function toggle(url: string): void {
    if (max === 1) setChosen(chosen.includes(url) ? [] : [url])
    else if (chosen.includes(url)) setChosen(chosen.filter((one) => one !== url))
    else if (chosen.length < max) setChosen([...chosen, url])
  }
  function find(words: string): void {
    setSearch(words.trim())
    setPage(1)
  }
  function use(): void {
    onChosen(chosen)
    onClose()
  }
  return (
    <Modal open title={t.library} width={760} onCancel={onClose} onOk={use} okText={t.use(chosen.length)}
      cancelText={texts.dialog.cancel} okButtonProps={{ disabled: chosen.length === 0 }}
      closable={{ 'aria-label': texts.dialog.close }}>
      <Search allowClear aria-label={t.search} placeholder={t.search} enterButton={texts.list.search} onSearch={find} />
      <div className="library">
        {found.isError && <LoadFault error={found.error} retry={() => void found.refetch()} />}
        {found.isPending && <LoadingBlock rows={6} />}
        {found.data?.rows.length === 0 && (
          <Nothing title={t.none}><p>{search === '' ? t.noneYet : t.noneFound}</p></Nothing>
        )}
        {found.data && (
          <Choices pictures={found.data.rows} chosen={chosen} onToggle={toggle}
            full={max > 1 && chosen.length >= max} />
        )}
      </div>
      {(found.data?.total ?? 0) > PAGE_SIZE && (
        <Pagination simple current={page} pageSize={PAGE_SIZE} total={found.data?.total ?? 0} onChange={setPage}
          showSizeChanger={false} />
      )}
    </Modal>
  )
}

type ChoicesProps = { pictures: MediaImageView[]; chosen: string[]; full: boolean; onToggle: (url: string) => void }

function Choices({ pictures, chosen, full, onToggle }: ChoicesProps) {
  return (
    <ul className="library-list">
      {pictures.map(({ id, url, original_name: name, width, height }) => {
        const place = chosen.indexOf(url)
        return (
          <li key={id}>
            <button type="button" className="library-choice" aria-pressed={place >= 0} disabled={full && place < 0}
              onClick={() => onToggle(url)}>
              <Thumb url={url} />
              {place >= 0 && <span className="library-place">{place + 1}</span>}
              <span className="pictures-name" title={name}>{name === '' ? `#${id}` : name}</span>
              <span className="hint">{width} × {height}</span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}

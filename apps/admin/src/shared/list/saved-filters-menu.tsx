import DeleteOutlined from '@ant-design/icons/DeleteOutlined'
import StarOutlined from '@ant-design/icons/StarOutlined'
import Button from 'antd/es/button'
import Input from 'antd/es/input'
import Popover from 'antd/es/popover'
import { useId, useState } from 'react'
import { useSearchParams } from 'react-router'
import { useTexts } from '../language.tsx'
import { useProfile } from '../session.ts'
import { keepFilters, queryOf, savedFilters, withSaved } from './saved-filters.ts'
import type { SavedFilter } from './saved-filters.ts'
import type { ListUrl } from './use-list-url.ts'

/** Filters that this person keeps under a name: one press sets them, another takes them off the list. */
export function SavedFiltersMenu({ listId, url }: { listId: string; url: ListUrl }) {
  const t = useTexts().list
  const { id } = useProfile()
  const [open, setOpen] = useState(false)
  const [saved, setSaved] = useState(() => savedFilters(listId, id))
  function put(next: SavedFilter[]): void {
    keepFilters(listId, id, next)
    setSaved(next)
  }
  const box = (
    <SavedBox saved={saved} standing={queryOf(url.ask.values)} onApplied={() => setOpen(false)}
      onKeep={(one) => put(withSaved(saved, one))} onForget={(name) => put(saved.filter((one) => one.name !== name))} />
  )
  return (
    <Popover trigger="click" placement="bottomRight" content={box} title={t.saved} open={open} onOpenChange={setOpen}
      getPopupContainer={(button) => button.parentElement ?? document.body}>
      <Button type="text" icon={<StarOutlined aria-hidden />} aria-expanded={open}>{t.saved}</Button>
    </Popover>
  )
}

type BoxProps = {
  saved: SavedFilter[]
  standing: string
  onApplied: () => void
  onKeep: (one: SavedFilter) => void
  onForget: (name: string) => void
}

function SavedBox({ saved, standing, onApplied, onKeep, onForget }: BoxProps) {
  const t = useTexts().list
  const id = useId()
  const [, setParams] = useSearchParams()
  const [name, setName] = useState('')
  function keepIt(): void {
    if (name.trim() === '') return
    onKeep({ name: name.trim(), query: standing })
    setName('')
  }
  return (
    <div className="saved-filters">
      {saved.length === 0 && <p className="hint">{t.savedNone}</p>}
      <ul>
        {saved.map((one) => (
          <li key={one.name}>
            <button type="button" className="saved-filter" aria-current={one.query === standing ? 'true' : undefined}
              onClick={() => {
                setParams(new URLSearchParams(one.query))
                onApplied()
              }}>
              {one.name}
            </button>
            <Button type="text" icon={<DeleteOutlined aria-hidden />} aria-label={t.forget(one.name)} title={t.forget(one.name)}
              onClick={() => onForget(one.name)} />
          </li>
        ))}
      </ul>
      <label htmlFor={id} className="field-label">{t.saveAs}</label>
      <div className="saved-new">
        <Input id={id} value={name} maxLength={30} placeholder={t.saveAsHint} onPressEnter={keepIt}
          onChange={(event) => setName(event.target.value)} />
        <Button disabled={name.trim() === ''} onClick={keepIt}>{t.save}</Button>
      </div>
    </div>
  )
}

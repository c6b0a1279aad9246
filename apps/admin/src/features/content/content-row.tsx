import Button from 'antd/es/button'
import type { ReactNode } from 'react'
import type { ContentState } from '@hearth/contracts/content'
import { useTexts } from '../../shared/language.tsx'
import { Thumb } from '../../shared/pictures/thumb.tsx'
import { ContentStateTag } from './content-state.tsx'
import { scheduleWords, toLocal } from './schedule.ts'

type Shown = { state: ContentState; starts: string | null; ends: string | null; isActive: boolean }
type RowProps = {
  name: string
  /** Empty for none. */
  picture: string
  isWide?: boolean
  link: string
  text?: string
  shown: Shown
  busy: boolean
  onEdit: () => void
  onSwitch: () => void
  onRemove: () => void
}

/** A banner or an entry in its list: how it looks, where it leads, when it is shown, and what may be done. */
export function ContentRow(props: RowProps) {
  const { content: t } = useTexts()
  const { name, picture, link, text = '', shown } = props
  return (
    <>
      <span className={props.isWide ? 'content-thumb content-thumb-wide' : 'content-thumb'}><Thumb url={picture} /></span>
      <div className="content-words">
        <p className="content-name">
          {name} <ContentStateTag state={shown.state} />
        </p>
        {text !== '' && <p className="two-lines">{text}</p>}
        <p className="hint">{link === '' ? t.noLink : <span className="code">{link}</span>}</p>
        <p className="hint num">{scheduleWords(toLocal(shown.starts), toLocal(shown.ends), t)}</p>
      </div>
      <RowActs>
        <Button onClick={props.onEdit} aria-label={t.open(name)}>{t.edit}</Button>
        <Button disabled={props.busy} onClick={props.onSwitch}
          aria-label={`${shown.isActive ? t.switchOff : t.switchOn} ${name}`}>
          {shown.isActive ? t.switchOff : t.switchOn}
        </Button>
        <Button danger type="text" onClick={props.onRemove} aria-label={`${t.remove} ${name}`}>{t.remove}</Button>
      </RowActs>
    </>
  )
}

/** Buttons at the end of a row. */
export function RowActs({ children }: { children: ReactNode }) {
  return <span className="move-buttons content-acts">{children}</span>
}

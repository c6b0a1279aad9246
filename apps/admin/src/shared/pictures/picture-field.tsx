import PictureOutlined from '@ant-design/icons/PictureOutlined'
import UploadOutlined from '@ant-design/icons/UploadOutlined'
import Button from 'antd/es/button'
import { lazy, Suspense, useEffect, useId, useRef, useState } from 'react'
import type { ClipboardEvent, DragEvent, ReactNode } from 'react'
import { useTexts } from '../language.tsx'
import '../order/order.css'
import { PICTURE_TYPES, withPictures } from './picture-file.ts'
import { PictureTiles } from './picture-tiles.tsx'
import { useUploads } from './use-uploads.ts'
import './pictures.css'

const LibraryDialog = lazy(async () => ({ default: (await import('./library-dialog.tsx')).LibraryDialog }))

export type PicturesFieldProps = {
  /** Addresses in the order shown. Inside a `Form.Item` the form gives this, `onChange` and `id`. */
  value?: readonly string[]
  onChange?: (urls: string[]) => void
  id?: string
  /** What the pictures are, for who cannot see the label. */
  label: string
  max?: number
  hint?: string
  disabled?: boolean
}

/**
 * Pictures: dropped, pasted, chosen from the disk or from the media library; ordered by dragging or by buttons.
 * What is uploaded is in the library at once, and belongs to the form only when that is saved.
 */
export function PicturesField(props: PicturesFieldProps) {
  const { value = [], onChange, id, label, max = 30, hint, disabled = false } = props
  const t = useTexts().pictures
  const hintId = useId()
  const [choosing, setChoosing] = useState(false)
  const current = useRef<readonly string[]>(value)
  useEffect(() => { current.current = value }, [value])
  // Several files arrive one after another, sooner than the form has said the last change back.
  function add(urls: readonly string[]): void {
    const kept = max === 1 ? [] : current.current
    const after = withPictures(kept, urls, max)
    current.current = after
    onChange?.(after)
  }
  const { uploads, upload, again, dismiss } = useUploads((url) => add([url]))
  const room = max === 1 ? 1 : max - value.length
  const take = (files: FileList | null) => {
    if (!disabled && files) void upload([...files].slice(0, Math.max(0, room)))
  }
  return (
    <DropZone id={id} label={label} describedBy={hintId} disabled={disabled} onFiles={take}>
      {(value.length > 0 || uploads.length > 0) && (
        <PictureTiles urls={value} uploads={uploads} label={label} single={max === 1} disabled={disabled}
          onChange={(urls) => onChange?.(urls)} onAgain={again} onDismiss={dismiss} />
      )}
      {!disabled && (
        <div className="pictures-add">
          <FileButton several={max > 1} disabled={room <= 0} onFiles={take} />
          <Button icon={<PictureOutlined aria-hidden />} disabled={room <= 0} onClick={() => setChoosing(true)}>
            {t.choose}
          </Button>
          <span className="hint" id={hintId}>
            {room <= 0 ? t.full(max) : [hint, max > 1 ? t.dropSeveral : t.dropOne].filter(Boolean).join(' ')}
          </span>
        </div>
      )}
      <Suspense fallback={null}>
        {choosing && <LibraryDialog max={room} onClose={() => setChoosing(false)} onChosen={add} />}
      </Suspense>
    </DropZone>
  )
}

type PictureFieldProps = Omit<PicturesFieldProps, 'value' | 'onChange' | 'max'> & {
  /** Empty for none. */
  value?: string
  onChange?: (url: string) => void
}

/** One picture, or none: a logo, a banner. */
export function PictureField({ value = '', onChange, ...rest }: PictureFieldProps) {
  const urls = value === '' ? [] : [value]
  return <PicturesField {...rest} max={1} value={urls} onChange={([url = '']) => onChange?.(url)} />
}

type ZoneProps = {
  id?: string
  label: string
  describedBy: string
  disabled: boolean
  onFiles: (files: FileList | null) => void
  children: ReactNode
}

function DropZone({ id, label, describedBy, disabled, onFiles, children }: ZoneProps) {
  const [over, setOver] = useState(false)
  const hasFiles = (event: DragEvent) => !disabled && event.dataTransfer.types.includes('Files')
  return (
    <div
      id={id}
      role="group"
      aria-label={label}
      aria-describedby={describedBy}
      className={over ? 'pictures pictures-over' : 'pictures'}
      onDragOver={(event) => {
        if (!hasFiles(event)) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={(event) => { if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false) }}
      onDrop={(event) => {
        if (!hasFiles(event)) return
        event.preventDefault()
        setOver(false)
        onFiles(event.dataTransfer.files)
      }}
      onPaste={({ clipboardData: { files } }: ClipboardEvent) => { if (files.length > 0) onFiles(files) }}
    >
      {children}
    </div>
  )
}

type FileProps = { several: boolean; disabled: boolean; onFiles: (files: FileList | null) => void }

function FileButton({ several, disabled, onFiles }: FileProps) {
  const t = useTexts().pictures
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept={PICTURE_TYPES}
        multiple={several}
        aria-label={t.upload}
        onChange={(event) => {
          onFiles(event.target.files)
          event.target.value = ''
        }}
      />
      <Button icon={<UploadOutlined aria-hidden />} disabled={disabled} onClick={() => input.current?.click()}>
        {t.upload}
      </Button>
    </>
  )
}

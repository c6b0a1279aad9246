import UploadOutlined from '@ant-design/icons/UploadOutlined'
import Button from 'antd/es/button'
import Progress from 'antd/es/progress'
import { useRef, useState } from 'react'
import type { DragEvent } from 'react'
import { useTexts } from '../../shared/language.tsx'
import { PICTURE_TYPES } from '../../shared/pictures/picture-file.ts'
import { useUploads } from '../../shared/pictures/use-uploads.ts'
import type { Upload } from '../../shared/pictures/use-uploads.ts'

/** Where files are dropped: says how far they are, and of each that was refused why. */
export function LibraryUpload() {
  const t = useTexts().library
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const { uploads, arrived, take, again, dismiss } = useCounted()
  const refused = uploads.filter((upload) => upload.fault !== null)
  const all = arrived + uploads.length
  const done = arrived + refused.length
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }
  return (
    <section
      className={over ? 'upload-zone upload-over' : 'upload-zone'}
      aria-label={t.upload}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={(event) => { if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false) }}
      onDrop={drop}
      onPaste={({ clipboardData: { files } }) => take(files)}
    >
      <div className="upload-words">
        <p>{t.drop}</p>
        <p className="hint">{t.dropHint}</p>
      </div>
      <input ref={input} type="file" hidden multiple accept={PICTURE_TYPES} aria-label={t.upload}
        onChange={(event) => {
          take(event.target.files)
          event.target.value = ''
        }} />
      <Button type="primary" icon={<UploadOutlined aria-hidden />} onClick={() => input.current?.click()}>{t.upload}</Button>
      {all > 0 && (
        <div className="upload-state">
          {done < all && (
            <Progress percent={Math.round((100 * done) / all)} showInfo={false} aria-label={t.progressLabel} />
          )}
          <p role="status">{done < all ? t.progress(done, all) : arrived > 0 && t.uploaded(arrived)}</p>
          <Refused refused={refused} onAgain={again} onDismiss={dismiss} />
        </div>
      )}
    </section>
  )
}

/** The uploads of the library, and how many arrived since the last time that all were through. */
function useCounted() {
  const [arrived, setArrived] = useState(0)
  const { uploads, upload, again, dismiss } = useUploads(() => setArrived((count) => count + 1))
  function take(files: FileList | null): void {
    if (!files || files.length === 0) return
    if (uploads.every(({ fault }) => fault !== null)) {
      setArrived(0)
      for (const { key } of uploads) dismiss(key)
    }
    void upload([...files])
  }
  return { uploads, arrived, take, again, dismiss }
}

type RefusedProps = { refused: Upload[]; onAgain: (upload: Upload) => void; onDismiss: (key: string) => void }

function Refused({ refused, onAgain, onDismiss }: RefusedProps) {
  const texts = useTexts()
  if (refused.length === 0) return null
  return (
    <div className="refused" role="alert">
      <p className="words-red">{texts.library.refused(refused.length)}</p>
      <ul>
        {refused.map((upload) => (
          <li key={upload.key}>
            <span className="upload-refused"><strong>{upload.file.name}</strong> {upload.fault}</span>
            <span className="move-buttons">
              <Button size="small" onClick={() => onAgain(upload)}>{texts.pictures.again}</Button>
              <Button size="small" type="text" onClick={() => onDismiss(upload.key)}>{texts.pictures.dismiss}</Button>
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

import DeleteOutlined from '@ant-design/icons/DeleteOutlined'
import LoadingOutlined from '@ant-design/icons/LoadingOutlined'
import Button from 'antd/es/button'
import { useState } from 'react'
import { useTexts } from '../language.tsx'
import { moved } from '../order/moved.ts'
import { OrderButtons } from '../order/order-buttons.tsx'
import { useDragOrder } from '../order/use-drag-order.ts'
import { Thumb } from './thumb.tsx'
import type { Upload } from './use-uploads.ts'

type TilesProps = {
  urls: readonly string[]
  uploads: readonly Upload[]
  label: string
  single: boolean
  disabled: boolean
  onChange: (urls: string[]) => void
  onAgain: (upload: Upload) => void
  onDismiss: (key: string) => void
}

/** The pictures of a field as tiles, with what is still on its way behind them. */
export function PictureTiles({ urls, uploads, label, single, disabled, onChange, onAgain, onDismiss }: TilesProps) {
  const t = useTexts().pictures
  const [said, setSaid] = useState('')
  function move(from: number, to: number): void {
    setSaid(t.movedTo(from + 1, to + 1))
    onChange(moved(urls, from, to))
  }
  const drag = useDragOrder(move)
  const isOrdered = !disabled && !single
  return (
    <>
      <ul className={single ? 'pictures-tiles pictures-single' : 'pictures-tiles'}>
        {urls.map((url, at) => (
          <li key={url} className="pictures-tile" {...(isOrdered && { ...drag.grip(at), ...drag.place(at) })}>
            <a href={url} target="_blank" rel="noreferrer" draggable={false} aria-label={t.open(label, at + 1)}>
              <Thumb url={url} />
            </a>
            {!disabled && (
              <div className="pictures-acts">
                {isOrdered && (
                  <OrderButtons sideways at={at} count={urls.length} name={t.nth(at + 1)} onMove={move} />
                )}
                <Button type="text" className="order-button pictures-remove" icon={<DeleteOutlined aria-hidden />}
                  aria-label={t.remove(label, at + 1)} title={t.remove(label, at + 1)}
                  onClick={() => onChange(urls.filter((_, place) => place !== at))} />
              </div>
            )}
          </li>
        ))}
        {uploads.map((upload) => (
          <UploadTile key={upload.key} upload={upload} onAgain={onAgain} onDismiss={onDismiss} />
        ))}
      </ul>
      <p className="unseen" role="status">{said}</p>
    </>
  )
}

type UploadTileProps = { upload: Upload; onAgain: (upload: Upload) => void; onDismiss: (key: string) => void }

function UploadTile({ upload, onAgain, onDismiss }: UploadTileProps) {
  const t = useTexts().pictures
  const { name } = upload.file
  if (upload.fault === null) {
    return (
      <li className="pictures-tile pictures-wait" role="status">
        <span className="thumb"><LoadingOutlined aria-hidden /></span>
        <span className="pictures-name">{t.uploading(name)}</span>
      </li>
    )
  }
  return (
    <li className="pictures-tile pictures-failed" role="alert">
      <span className="pictures-name">{name}</span>
      <span className="words-red">{upload.fault}</span>
      <span className="pictures-acts">
        <Button size="small" onClick={() => onAgain(upload)}>{t.again}</Button>
        <Button size="small" type="text" onClick={() => onDismiss(upload.key)}>{t.dismiss}</Button>
      </span>
    </li>
  )
}

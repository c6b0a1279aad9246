import PictureOutlined from '@ant-design/icons/PictureOutlined'
import { useState } from 'react'
import { smallPicture } from './picture-file.ts'
import './pictures.css'

/** A picture in a square; a quiet surface where there is none or it does not load. */
export function Thumb({ url, size, alt = '' }: { url: string; size?: number; alt?: string }) {
  const [broken, setBroken] = useState('')
  const style = size === undefined ? undefined : { width: size, height: size }
  if (url === '' || broken === url) {
    return (
      <span className="thumb" style={style} role={alt === '' ? undefined : 'img'} aria-label={alt === '' ? undefined : alt}>
        <PictureOutlined aria-hidden />
      </span>
    )
  }
  return <img className="thumb" style={style} src={smallPicture(url, 240)} alt={alt} loading="lazy" draggable={false}
    onError={() => setBroken(url)} />
}

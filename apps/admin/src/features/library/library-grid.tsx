import { useState } from 'react'
import type { MediaImageView } from '@hearth/contracts/media'
import { useTexts } from '../../shared/language.tsx'
import { smallPicture } from '../../shared/pictures/picture-file.ts'
import { bytesShown } from './bytes-shown.ts'

type GridProps = { pictures: MediaImageView[]; busy: boolean; onLook: (picture: MediaImageView) => void }

/** Pictures as tiles; until one is there its blurred likeness stands in its place. */
export function LibraryGrid({ pictures, busy, onLook }: GridProps) {
  const t = useTexts().library
  return (
    <ul className={busy ? 'shelf list-busy' : 'shelf'}>
      {pictures.map((picture) => {
        const name = nameOf(picture, t.unnamed)
        return (
          <li key={picture.id}>
            <button type="button" className="shelf-picture" onClick={() => onLook(picture)}>
              <Blurred picture={picture} />
              <span className="shelf-name" title={name}>{name}</span>
              <span className="hint num">
                {t.pixels(picture.width, picture.height)}{picture.size > 0 && ` · ${bytesShown(picture.size)}`}
              </span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}

/** A picture, small; its placeholder until it is there. */
export function Blurred({ picture, width = 240 }: { picture: MediaImageView; width?: 240 | 480 | 800 }) {
  const [isThere, setIsThere] = useState(false)
  const style = isThere || picture.placeholder === '' ? undefined : { backgroundImage: `url("${picture.placeholder}")` }
  return <img className="shelf-image" src={smallPicture(picture.url, width)} alt="" loading="lazy" style={style}
    onLoad={() => setIsThere(true)} />
}

/** What its file was called, or its number. */
export function nameOf(picture: MediaImageView, unnamed: (id: number) => string): string {
  return picture.original_name === '' ? unnamed(picture.id) : picture.original_name
}

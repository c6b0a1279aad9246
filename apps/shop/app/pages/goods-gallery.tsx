import { useEffect, useRef, useState } from 'react'
import { goodsTexts } from '@hearth/client/texts/shop-goods'
import { Picture } from '../parts/picture.tsx'
import { useTexts } from '../parts/use-shop.ts'

/** A strip to swipe, small pictures as links into it: both work without scripts. */
export function Gallery({ images, name }: { images: string[]; name: string }) {
  const texts = useTexts(goodsTexts)
  const strip = useRef<HTMLUListElement>(null)
  const [shown, setShown] = useState(0)
  const first = images[0]
  useEffect(() => {
    strip.current?.scrollTo({ left: 0, behavior: 'instant' })
  }, [first])
  const onScroll = () => {
    const track = strip.current
    if (track && track.clientWidth > 0) setShown(Math.round(track.scrollLeft / track.clientWidth))
  }
  const pictures = images.length > 0 ? images : ['']
  return (
    <section aria-label={texts.gallery}>
      <div className="relative -mx-4 md:mx-0">
        <ul ref={strip} onScroll={onScroll} className="strip hero-paper md:rounded-card" tabIndex={0} aria-label={texts.gallery}>
          {pictures.map((image, at) => (
            <li key={image} id={`picture-${at + 1}`} className="w-full">
              <Picture src={image} alt={at === 0 ? name : `${name}，${texts.picture(at + 1, pictures.length)}`} first={at === 0} sizes="(min-width: 1200px) 660px, (min-width: 768px) 52vw, 72vw" className="gallery-picture md:aspect-square md:w-full" />
            </li>
          ))}
        </ul>
        {pictures.length > 1 ? (
          <p aria-hidden="true" className="num absolute right-3 bottom-3 rounded-full bg-paper/85 px-3 py-0.5 text-xs md:hidden">{shown + 1} / {pictures.length}</p>
        ) : null}
      </div>
      {pictures.length > 1 ? (
        <ul className="mt-3 flex gap-3 max-md:hidden">
          {pictures.slice(0, 7).map((image, at) => (
            <li key={image} className="w-20">
              <a
                href={`#picture-${at + 1}`} aria-label={texts.picture(at + 1, pictures.length)} aria-current={at === shown ? 'true' : undefined}
                onClick={(event) => {
                  event.preventDefault()
                  strip.current?.scrollTo({ left: at * strip.current.clientWidth })
                }}
                className="block overflow-hidden rounded-control border-2 border-transparent aria-[current=true]:border-ember"
              >
                <Picture src={image} alt="" sizes="80px" className="aspect-square w-full" />
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  )
}

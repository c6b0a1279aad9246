import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { MouseEvent } from 'react'
import { goodsTexts } from '@hearth/client/texts/shop-goods'
import { Picture } from '../parts/picture.tsx'
import { useTexts } from '../parts/use-shop.ts'
import type { Viewer } from './goods-viewer.tsx'

type Opened = { at: number; View: typeof Viewer }
const never = () => () => undefined

/** A strip to swipe, small pictures as links into it, and links to the large files: all of it works without scripts. */
export function Gallery({ images, name }: { images: string[]; name: string }) {
  const texts = useTexts(goodsTexts)
  const strip = useRef<HTMLUListElement>(null)
  const [shown, setShown] = useState(0)
  const isAlive = useSyncExternalStore(never, () => true, () => false)
  const [opened, setOpened] = useState<Opened | null>(null)
  const first = images[0]
  useEffect(() => {
    strip.current?.scrollTo({ left: 0, behavior: 'instant' })
  }, [first])
  const scrollTo = (at: number, behavior: ScrollBehavior) =>
    strip.current?.scrollTo({ left: at * strip.current.clientWidth, behavior })
  const onScroll = () => {
    const track = strip.current
    if (track && track.clientWidth > 0) setShown(Math.round(track.scrollLeft / track.clientWidth))
  }
  const open = async (event: MouseEvent<HTMLAnchorElement>, at: number) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    const { href } = event.currentTarget
    const viewer = await import('./goods-viewer.tsx').catch(() => null)
    if (viewer) setOpened({ at, View: viewer.Viewer })
    else window.location.assign(href)
  }
  const close = (at: number) => {
    setOpened(null)
    scrollTo(at, 'instant')
    strip.current?.querySelectorAll('a')[at]?.focus({ preventScroll: true })
  }
  const count = images.length
  return (
    <section aria-label={texts.gallery}>
      <div className="relative -mx-4 md:mx-0">
        <ul ref={strip} onScroll={onScroll} className="strip hero-paper md:rounded-card">
          {images.map((image, at) => (
            <li key={image} id={`picture-${at + 1}`} className="w-full">
              <a href={image} onClick={(event) => void open(event, at)} tabIndex={isAlive && at !== shown ? -1 : undefined} aria-label={texts.enlarge(at + 1, count)} className="gallery-link">
                <Picture src={image} alt={at === 0 ? name : `${name}，${texts.picture(at + 1, count)}`} first={at === 0} sizes="(min-width: 1200px) 660px, (min-width: 768px) 52vw, 72vw" className="gallery-picture md:aspect-square md:w-full" />
              </a>
            </li>
          ))}
          {count === 0 ? <li className="w-full"><Picture src="" alt={name} sizes="" className="gallery-picture md:aspect-square md:w-full" /></li> : null}
        </ul>
        {count > 1 ? <p aria-hidden="true" className="num pointer-events-none absolute right-3 bottom-3 rounded-full bg-paper/85 px-3 py-0.5 text-xs md:hidden">{shown + 1} / {count}</p> : null}
      </div>
      <Thumbs images={images} shown={shown} onPick={(at) => scrollTo(at, 'auto')} />
      {opened ? <opened.View images={images} name={name} start={opened.at} onClose={close} /> : null}
    </section>
  )
}

type ThumbsProps = { images: string[]; shown: number; onPick: (at: number) => void }

function Thumbs({ images, shown, onPick }: ThumbsProps) {
  const texts = useTexts(goodsTexts)
  if (images.length < 2) return null
  return (
    <ul className="mt-3 flex gap-3 max-md:hidden">
      {images.slice(0, 7).map((image, at) => (
        <li key={image} className="w-20">
          <a
            href={`#picture-${at + 1}`} aria-label={texts.picture(at + 1, images.length)} aria-current={at === shown ? 'true' : undefined}
            onClick={(event) => {
              event.preventDefault()
              onPick(at)
            }}
            className="block overflow-hidden rounded-control border-2 border-transparent aria-[current=true]:border-ember"
          >
            <Picture src={image} alt="" sizes="80px" className="aspect-square w-full" />
          </a>
        </li>
      ))}
    </ul>
  )
}

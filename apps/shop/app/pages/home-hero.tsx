import { useRef, useState } from 'react'
import { homeTexts } from '@hearth/client/texts/shop-home'
import { AnyLink } from '../parts/any-link.tsx'
import { Icon } from '../parts/icons.tsx'
import { Picture } from '../parts/picture.tsx'
import { Price } from '../parts/price.tsx'
import { useTexts } from '../parts/use-shop.ts'

export type Slide =
  | { kind: 'banner'; id: number; title: string; image: string; to: string }
  | { kind: 'product'; id: number; eyebrow: string; title: string; text: string; price: string; image: string; to: string }

/** A strip to swipe; the buttons only move it, so it works without them. Nothing moves by itself. */
export function Hero({ slides }: { slides: Slide[] }) {
  const texts = useTexts(homeTexts)
  const strip = useRef<HTMLUListElement>(null)
  const [shown, setShown] = useState(0)
  const go = (at: number) => {
    const track = strip.current
    const target = (at + slides.length) % slides.length
    track?.scrollTo({ left: target * track.clientWidth })
  }
  const onScroll = () => {
    const track = strip.current
    if (track && track.clientWidth > 0) setShown(Math.round(track.scrollLeft / track.clientWidth))
  }
  return (
    <section aria-label={texts.heroLabel} className="hero-paper relative lg:overflow-hidden lg:rounded-card">
      <ul ref={strip} onScroll={onScroll} className="strip">
        {slides.map((slide, at) => <li key={slide.id} className="w-full"><SlideView slide={slide} first={at === 0} /></li>)}
      </ul>
      {slides.length > 1 ? (
        <div className="pointer-events-none absolute inset-x-0 bottom-3 z-20 md:bottom-8">
          <div className="page flex items-center justify-end gap-2 md:justify-start">
            <HeroButton label={texts.previousSlide} icon="left" onClick={() => go(shown - 1)} />
            <span className="num min-w-10 text-center text-sm text-muted" aria-hidden="true">{shown + 1} / {slides.length}</span>
            <HeroButton label={texts.nextSlide} icon="right" onClick={() => go(shown + 1)} />
          </div>
        </div>
      ) : null}
    </section>
  )
}

function HeroButton({ label, icon, onClick }: { label: string; icon: 'left' | 'right'; onClick: () => void }) {
  return (
    <button type="button" aria-label={label} onClick={onClick} className="round-button pointer-events-auto border border-[#d8d0c6] bg-paper/80 hover:border-ink">
      <Icon name={icon} size={20} />
    </button>
  )
}

function SlideView({ slide, first }: { slide: Slide; first: boolean }) {
  const texts = useTexts(homeTexts)
  const action = slide.kind === 'product' ? texts.seeThis : texts.more
  return (
    <div className="relative max-md:flex max-md:flex-col md:min-h-[440px]">
      <div className={`page relative z-10 max-md:order-2 max-md:pt-1 ${slide.kind === 'banner' ? 'max-md:pb-3' : 'max-md:pb-20'} md:flex md:min-h-[inherit] md:flex-col md:items-start md:justify-center md:pt-8 md:pb-20 md:[&>*]:max-w-[42%]`}>
        {slide.kind === 'product' ? <p className="text-sm font-semibold text-ember-deep md:text-base">{slide.eyebrow}</p> : null}
        <h2 className="mt-1 text-xl tracking-tight md:mt-3 md:text-2xl">{slide.title}</h2>
        {slide.kind === 'product' ? <p className="mt-2 line-clamp-2 text-muted md:mt-4 md:text-lg">{slide.text}</p> : null}
        <div className="mt-4 flex flex-wrap items-center gap-x-6 gap-y-3 md:mt-8">
          <AnyLink to={slide.to} className="btn btn-primary btn-big">{action}</AnyLink>
          {slide.kind === 'product' ? <Price money={slide.price} size="lg" plain /> : null}
        </div>
      </div>
      <div className="whole-box max-md:order-1 max-md:h-[60vw] max-md:max-h-80 md:absolute md:inset-y-0 md:right-0 md:w-[62%]">
        {slide.kind === 'product' ? (
          <Picture src={slide.image} alt="" first={first} sizes="(min-width: 768px) 560px, 76vw" className="whole" />
        ) : (
          <img src={slide.image} alt="" width={1600} height={900} fetchPriority={first ? 'high' : 'auto'} loading={first ? 'eager' : 'lazy'} className="hero-fade h-full w-full object-cover object-right" />
        )}
      </div>
    </div>
  )
}

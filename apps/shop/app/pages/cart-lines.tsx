import type { CartLineView } from '@hearth/client/api/cart'
import { cartTexts } from '@hearth/client/texts/shop-cart'
import { priceMove } from '@hearth/client/view/cart-total'
import { isBelow, priceText, timesMoney } from '@hearth/client/view/price'
import { versionText } from '@hearth/client/view/version'
import { Link, useFetcher } from 'react-router'
import { Icon } from '../parts/icons.tsx'
import { Notice } from '../parts/notice.tsx'
import { Picture } from '../parts/picture.tsx'
import { Price } from '../parts/price.tsx'
import { Quantity } from '../parts/quantity.tsx'
import { useTexts } from '../parts/use-shop.ts'

export function CartLines({ lines, allTicked }: { lines: CartLineView[]; allTicked: boolean }) {
  const texts = useTexts(cartTexts)
  const fetcher = useFetcher({ key: 'tick-all' })
  return (
    <section aria-label={texts.lines}>
      <div className="flex flex-wrap items-center justify-between gap-x-4 border-b border-line">
        <fetcher.Form method="post" action="/cart">
          <input type="hidden" name="intent" value="tick-all" />
          <TickButton isTicked={allTicked} label={texts.tickAll} words={texts.tickAll} />
        </fetcher.Form>
        {lines.some((line) => line.unavailable === 'off_sale') ? (
          <fetcher.Form method="post" action="/cart">
            <button type="submit" name="intent" value="remove-gone" className="tap text-sm text-muted hover:text-red">{texts.removeGone}</button>
          </fetcher.Form>
        ) : null}
      </div>
      <ul className="divide-y divide-line">{lines.map((line) => <li key={line.id}><Line line={line} /></li>)}</ul>
    </section>
  )
}

/** A tick that is sent at once; it is a button, so it works without scripts. */
function TickButton({ isTicked, label, words }: { isTicked: boolean; label: string; words?: string }) {
  return (
    <button type="submit" name="selected" value={String(!isTicked)} role="checkbox" aria-checked={isTicked} aria-label={label} className="tap gap-3 font-semibold">
      <span className={`flex size-6 items-center justify-center rounded-[6px] border-2 ${isTicked ? 'border-ember bg-ember text-white' : 'border-[#8b939c] bg-paper text-transparent'}`}>
        <Icon name="check" size={16} />
      </span>
      {words}
    </button>
  )
}

function Line({ line }: { line: CartLineView }) {
  const texts = useTexts(cartTexts)
  const fetcher = useFetcher({ key: `line-${line.id}` })
  const trouble = line.unavailable
  const specs = versionText(line.specs, line.name)
  const isReduced = isBelow(line.discounted_price, line.price)
  const isBusy = fetcher.state !== 'idle'
  return (
    <article className={`moves flex gap-2 py-5 md:gap-5 ${isBusy ? 'opacity-60' : ''}`} aria-busy={isBusy}>
      <fetcher.Form method="post" action="/cart" className="self-center">
        <LineFacts line={line} />
        <TickButton isTicked={line.selected} label={texts.tick(line.name)} />
      </fetcher.Form>
      <Link to={`/goods/${line.id}`} className="w-20 shrink-0 self-start overflow-hidden rounded-control md:w-32" tabIndex={-1} aria-hidden="true">
        <Picture src={line.default_image_url} alt="" sizes="128px" className={`aspect-square w-full ${trouble ? 'opacity-60 grayscale' : ''}`} />
      </Link>
      <div className="min-w-0 flex-1">
        <div className="flex items-start justify-between gap-2">
          <h2 className="text-sm leading-snug font-semibold md:text-base"><Link to={`/goods/${line.id}`} className="-my-3.5 block py-3.5 hover:text-ember">{line.name}</Link></h2>
          <RemoveButton line={line} />
        </div>
        {specs ? <p className="text-sm text-muted">{specs}</p> : null}
        <div className="mt-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
          <span className="flex flex-wrap items-center gap-2">
            <Price money={line.discounted_price} was={isReduced ? line.price : null} plain={trouble !== null} />
            {isReduced ? <span className="tag tag-ember">{texts.privatePrice}</span> : null}
          </span>
          {trouble === 'off_sale' || trouble === 'sold_out' ? null : <CountForm line={line} />}
        </div>
        {trouble === 'off_sale' ? null : <PriceMove line={line} />}
        {trouble ? <LineTrouble line={line} trouble={trouble} /> : null}
      </div>
      <p className="num w-28 self-center text-right max-xl:hidden">{trouble ? null : <><span className="sr-only">{texts.subtotal} </span><Price money={timesMoney(line.discounted_price, line.count)} plain /></>}</p>
    </article>
  )
}

function LineFacts({ line, count }: { line: CartLineView; count?: number }) {
  return (
    <>
      <input type="hidden" name="sku_id" value={line.id} />
      <input type="hidden" name="count" value={count ?? line.count} />
    </>
  )
}

function RemoveButton({ line }: { line: CartLineView }) {
  const texts = useTexts(cartTexts)
  const fetcher = useFetcher({ key: `line-${line.id}` })
  return (
    <fetcher.Form method="post" action="/cart" className="-mt-2.5 -mr-2">
      <input type="hidden" name="sku_id" value={line.id} />
      <button type="submit" name="intent" value="remove" aria-label={texts.removeOf(line.name)} className="tap justify-center text-muted hover:text-red"><Icon name="trash" size={20} /></button>
    </fetcher.Form>
  )
}

/** With scripts a changed number is sent at once; without them there is a button. */
function CountForm({ line }: { line: CartLineView }) {
  const texts = useTexts(cartTexts)
  const fetcher = useFetcher({ key: `line-${line.id}` })
  const send = (count: number) => {
    void fetcher.submit({ intent: 'set', sku_id: line.id, count, selected: String(line.selected) }, { method: 'post', action: '/cart' })
  }
  return (
    <fetcher.Form method="post" action="/cart" className="flex items-center gap-2">
      <input type="hidden" name="sku_id" value={line.id} />
      <input type="hidden" name="selected" value={String(line.selected)} />
      <Quantity name="count" label={texts.quantityOf(line.name)} value={line.count} max={line.max_count} onPick={send} />
      <noscript><button type="submit" className="btn btn-line">{texts.update}</button></noscript>
    </fetcher.Form>
  )
}

/** What changed about the price since the line was put in. */
function PriceMove({ line }: { line: CartLineView }) {
  const texts = useTexts(cartTexts)
  const move = priceMove(line)
  if (!move) return null
  const words = move.isCheaper ? texts.cheaper : texts.dearer
  return <p className={`num mt-1 text-sm font-medium ${move.isCheaper ? 'text-teal' : 'text-amber'}`}>{words(priceText(move.by))}</p>
}

function LineTrouble({ line, trouble }: { line: CartLineView; trouble: NonNullable<CartLineView['unavailable']> }) {
  const texts = useTexts(cartTexts)
  const fetcher = useFetcher({ key: `line-${line.id}` })
  return (
    <div className="mt-3">
      <Notice kind="care">
        {trouble === 'too_few' ? texts.too_few(line.stock) : texts[trouble]}
        {trouble === 'too_few' ? (
          <fetcher.Form method="post" action="/cart">
            <LineFacts line={line} count={line.max_count} />
            <button type="submit" name="selected" value={String(line.selected)} className="tap font-semibold underline underline-offset-4">{texts.setTo(line.max_count)}</button>
          </fetcher.Form>
        ) : null}
      </Notice>
    </div>
  )
}

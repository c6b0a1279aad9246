import { useState } from 'react'
import { goodsTexts } from '@hearth/client/texts/shop-goods'
import { Icon } from './icons.tsx'
import { useTexts } from './use-shop.ts'

type Props = { name: string; label: string; value: number; max: number; onPick?: (count: number) => void }

/** A number with one-step buttons; it can be typed as well, which is all that is needed without scripts. */
export function Quantity({ name, label, value, max, onPick }: Props) {
  const texts = useTexts(goodsTexts)
  const [count, setCount] = useState(value)
  const [given, setGiven] = useState(value)
  if (given !== value) {
    setGiven(value)
    setCount(value)
  }
  const pick = (next: number) => {
    const kept = Math.min(Math.max(1, next), Math.max(1, max))
    setCount(kept)
    if (kept !== value) onPick?.(kept)
  }
  return (
    <span className="inline-flex items-center rounded-control border border-[#8b939c] bg-paper">
      <button type="button" className="round-button hover:text-ember disabled:text-[#9aa1a9]" aria-label={texts.fewer} disabled={count <= 1} onClick={() => pick(count - 1)}><Icon name="minus" size={18} /></button>
      <input
        type="number" name={name} aria-label={label} min={1} max={Math.max(1, max)} value={count} inputMode="numeric"
        onChange={(event) => setCount(event.target.valueAsNumber || 1)} onBlur={() => pick(count)}
        className="num no-spin h-11 w-12 border-x border-line text-center"
      />
      <button type="button" className="round-button hover:text-ember disabled:text-[#9aa1a9]" aria-label={texts.moreOne} disabled={count >= max} onClick={() => pick(count + 1)}><Icon name="plus" size={18} /></button>
    </span>
  )
}

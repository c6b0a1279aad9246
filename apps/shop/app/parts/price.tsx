import { shopTexts } from '@hearth/client/texts/shop'
import { isBelow, priceParts, priceText } from '@hearth/client/view/price'
import { useTexts } from './use-shop.ts'

const sizes = { sm: 'text-base', md: 'text-lg', lg: 'text-xl', bar: 'text-lg lg:text-xl', xl: 'text-xl md:text-2xl' } as const

type Props = { money: string; was?: string | null; size?: keyof typeof sizes; plain?: boolean }

/** An amount with small sign and places; the list price beside it when it is higher. */
export function Price({ money, was = null, size = 'md', plain = false }: Props) {
  const texts = useTexts(shopTexts)
  const { whole, places } = priceParts(money)
  return (
    <span className="num inline-flex flex-wrap items-baseline gap-x-2 whitespace-nowrap">
      <span className={`${sizes[size]} leading-none font-semibold ${plain ? 'text-ink' : 'text-ember'}`}>
        <span className="mr-px text-[0.62em]">¥</span>{whole}<span className="text-[0.62em]">{places}</span>
      </span>
      {isBelow(money, was) ? (
        <span className="text-xs text-muted">
          <span className="sr-only">{texts.was} </span><s>{priceText(was ?? '')}</s>
        </span>
      ) : null}
    </span>
  )
}

import { useEffect, useState } from 'react'
import { listSkus } from '@hearth/client/api/catalog'
import { browserHttp } from '@hearth/client/http'
import { findTexts } from '@hearth/client/texts/shop-find'
import { cardOfSku } from '@hearth/client/view/product-card'
import type { CardView } from '@hearth/client/view/product-card'
import { SmallCard } from './small-card.tsx'
import { useShop, useTexts } from './use-shop.ts'

const SHOWN = 12

/** What one looked at lately: as the account knows it, or else as this browser does. */
export function RecentlySeen({ products = [], className = '' }: { products?: CardView[]; className?: string }) {
  const texts = useTexts(findTexts)
  const { user, language } = useShop()
  const [own, setOwn] = useState<CardView[]>([])
  useEffect(() => {
    if (user) return undefined
    let isGone = false
    const read = async () => {
      const ids = (await import('./looks.ts')).ownLooks().slice(0, SHOWN)
      const skus = ids.length > 0 ? await listSkus(browserHttp(() => language), ids) : []
      if (!isGone) setOwn(skus.map(cardOfSku))
    }
    read().catch(() => null)
    return () => { isGone = true }
  }, [user, language])
  const shown = products.length > 0 ? products : own
  if (shown.length === 0) return null
  return (
    <section aria-labelledby="looked" className={`pt-14 md:pt-20 ${className}`}>
      <h2 id="looked" className="text-lg md:text-xl">{texts.looked}</h2>
      <ul className="strip mt-4 gap-3 pb-1 md:gap-5">
        {shown.map((product) => <li key={product.skuId} className="w-32 md:w-40"><SmallCard product={product} /></li>)}
      </ul>
    </section>
  )
}

import type { findTexts } from '@hearth/client/texts/shop-find'
import type { SuggestView } from '../routes/suggest.ts'

export type Suggested = {
  label: string
  to: string
  icon: 'search' | 'clock'
  product?: { image: string; price: string }
}
export type SuggestGroup = { title: string; options: Suggested[] }

/** What is offered, by kind; kinds without anything are left out. */
export function suggestGroups(view: SuggestView, texts: (typeof findTexts)['zh']): SuggestGroup[] {
  const words = (list: readonly string[], icon: Suggested['icon'] = 'search') =>
    list.map((label) => ({ label, icon, to: `/search?q=${encodeURIComponent(label)}` }))
  return [
    { title: texts.meant, options: words(view.meant === null ? [] : [view.meant]) },
    { title: texts.recent, options: words(view.recent, 'clock') },
    { title: texts.hot, options: words(view.hot) },
    { title: texts.words, options: words(view.words) },
    {
      title: texts.suggestedProducts,
      options: view.products.map(({ sku_id, name, price, default_image_url: image }) => ({
        label: name, icon: 'search' as const, to: `/goods/${sku_id}`, product: { image, price },
      })),
    },
  ].filter(({ options }) => options.length > 0)
}

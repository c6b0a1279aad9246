import { findTexts } from '@hearth/client/texts/shop-find'
import { listTexts } from '@hearth/client/texts/shop-list'
import { shopTexts } from '@hearth/client/texts/shop'
import type { CardView } from '@hearth/client/view/product-card'
import { Form, Link } from 'react-router'
import { Empty } from '../parts/empty.tsx'
import { ProductGrid } from '../parts/product-card.tsx'
import { RecentlySeen } from '../parts/recently-seen.tsx'
import { useShop, useTexts } from '../parts/use-shop.ts'

export type WaysOn = { hot: string[]; near: string[]; recommended: CardView[] }

/** A search without hits, or without words yet: other words, categories, and products. */
export function NothingFound({ words, waysOn }: { words: string; waysOn: WaysOn | null }) {
  const texts = useTexts(listTexts)
  const find = useTexts(findTexts)
  const frame = useTexts(shopTexts)
  const { channels } = useShop()
  const title = words === '' ? texts.searchStart : texts.searchEmpty(words)
  const links = (list: readonly string[]) => list.map((word) => ({ name: word, to: `/search?q=${encodeURIComponent(word)}` }))
  return (
    <>
      <Empty title={title} text={words === '' ? texts.searchStartText : texts.searchEmptyText} asHeading>
        <Form action="/search" className="flex w-full gap-2">
          <input name="q" defaultValue={words} key={words} aria-label={frame.searchLabel} className="input" maxLength={100} />
          <button type="submit" className="btn btn-primary">{frame.search}</button>
        </Form>
      </Empty>
      <div className="mx-auto max-w-2xl space-y-8">
        <Words title={find.tryNear} words={links(waysOn?.near ?? [])} />
        <Words title={find.hot} words={links(waysOn?.hot ?? [])} />
        <Words title={texts.tryThese} words={channels.map(({ id, name }) => ({ name, to: `/c/${id}` }))} />
      </div>
      <RecentlySeen />
      {waysOn && waysOn.recommended.length > 0 ? (
        <section aria-labelledby="recommended" className="pt-14 md:pt-20">
          <h2 id="recommended" className="mb-6 text-lg md:text-xl">{find.recommended}</h2>
          <ProductGrid products={waysOn.recommended} heading="h3" />
        </section>
      ) : null}
    </>
  )
}

function Words({ title, words }: { title: string; words: { name: string; to: string }[] }) {
  if (words.length === 0) return null
  return (
    <section aria-label={title} className="text-center">
      <h2 className="text-sm font-normal text-muted">{title}</h2>
      <ul className="mt-3 flex flex-wrap justify-center gap-2">
        {words.map((word) => <li key={word.to}><Link to={word.to} className="chip">{word.name}</Link></li>)}
      </ul>
    </section>
  )
}

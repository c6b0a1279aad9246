import type { SkuDetail } from '@hearth/client/api/catalog'
import { goodsTexts } from '@hearth/client/texts/shop-goods'
import type { CardView } from '@hearth/client/view/product-card'
import { Icon } from '../parts/icons.tsx'
import { ProductGrid } from '../parts/product-card.tsx'
import { useTexts } from '../parts/use-shop.ts'

/** What one reads below the first screen: highlights, words, parameters, long pictures. */
export function GoodsDetails({ sku }: { sku: SkuDetail }) {
  const texts = useTexts(goodsTexts)
  const { product } = sku
  return (
    <div className="mt-12 grid grid-cols-1 gap-12 border-t border-line pt-10 md:mt-20 md:pt-16 lg:grid-cols-[minmax(0,11fr)_minmax(0,9fr)] lg:gap-x-16">
      <section aria-labelledby="details" className="min-w-0">
        <h2 id="details" className="text-lg md:text-xl">{texts.details}</h2>
        {product.selling_points.length > 0 ? (
          <ul aria-label={texts.highlights} className="mt-6 space-y-3">
            {product.selling_points.map((point) => (
              <li key={point} className="flex gap-3"><span className="mt-0.5 text-ember"><Icon name="check" size={20} /></span>{point}</li>
            ))}
          </ul>
        ) : null}
        {product.description ? <p className="mt-6 max-w-[68ch] whitespace-pre-line text-[#3a4149]">{product.description}</p> : null}
        <div className="mt-8 space-y-4">
          {product.detail_images.map((image) => (
            <img key={image} src={image} alt="" width={800} height={800} loading="lazy" decoding="async" className="h-auto w-full rounded-card bg-wash" />
          ))}
        </div>
      </section>
      <div className="min-w-0">
        <Parameters sku={sku} />
        <Manuals sku={sku} />
      </div>
    </div>
  )
}

function Parameters({ sku }: { sku: SkuDetail }) {
  const texts = useTexts(goodsTexts)
  const { product } = sku
  const told = [
    { name: texts.brandName, value: product.brand },
    { name: texts.model, value: product.product_model },
    ...Object.entries({ ...inOrder(sku), ...sku.specs }).map(([name, value]) => ({ name, value })),
    ...product.parameters,
    { name: texts.code, value: sku.sku_code },
  ].filter((row) => row.value !== '')
  const rows = [...new Map(told.map((row) => [row.name, row])).values()]
  return (
    <section aria-labelledby="parameters" className="min-w-0">
      <h2 id="parameters" className="text-lg md:text-xl">{texts.parameters}</h2>
      <table className="num mt-6 w-full text-sm">
        <tbody>
          {rows.map((row) => (
            <tr key={row.name} className="border-b border-line align-top">
              <th scope="row" className="w-2/5 py-3 pr-4 text-left font-normal text-muted">{row.name}</th>
              <td className="py-3">{row.value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** The chosen values in the order of the choices. */
function inOrder({ spec_options: options, specs }: SkuDetail): Record<string, string> {
  return Object.fromEntries(Object.keys(options).map((name) => [name, specs[name] ?? '']))
}

function Manuals({ sku: { product: { manuals } } }: { sku: SkuDetail }) {
  const texts = useTexts(goodsTexts)
  if (manuals.length === 0) return null
  return (
    <section aria-labelledby="manuals" className="mt-12">
      <h2 id="manuals" className="text-lg md:text-xl">{texts.manuals}</h2>
      <ul className="mt-4 divide-y divide-line border-y border-line">
        {manuals.map(({ title, url }) => (
          <li key={url}>
            <a href={url} type="application/pdf" target="_blank" rel="noopener" className="flex min-h-12 items-center gap-3 py-3 hover:text-ember">
              <Icon name="file" size={20} />{title}<span className="ml-auto text-xs text-muted">PDF</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

export function Related({ products }: { products: CardView[] }) {
  const texts = useTexts(goodsTexts)
  if (products.length === 0) return null
  return (
    <section aria-labelledby="related" className="related mt-16 md:mt-24">
      <h2 id="related" className="mb-6 text-lg md:text-xl">{texts.related}</h2>
      <ProductGrid products={products} heading="h3" />
    </section>
  )
}

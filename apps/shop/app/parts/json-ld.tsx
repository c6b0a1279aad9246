import { shopTexts } from '@hearth/client/texts/shop'
import { jsonLdText, shopJsonLd } from '@hearth/client/view/json-ld'
import { useShop, useTexts } from './use-shop.ts'

/** Facts for search engines. It is data, not a script: the policy for scripts does not ask it for a nonce. */
export function JsonLd({ data }: { data: object }) {
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: jsonLdText(data) }} />
}

/** Who sells here and how to search: on the home page. */
export function ShopJsonLd() {
  const { brand } = useTexts(shopTexts)
  const { publicUrl } = useShop()
  return publicUrl === '' ? null : <JsonLd data={shopJsonLd(brand, publicUrl)} />
}

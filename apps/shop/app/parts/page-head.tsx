import { shopTexts } from '@hearth/client/texts/shop'
import { useShop, useTexts } from './use-shop.ts'

type Props = {
  title: string
  description?: string
  /** The page's own address; a list that is sorted or narrowed names the plain list. */
  path?: string
  /** What stands for the page where it is shared. */
  image?: string
  kind?: 'website' | 'product' | 'article'
  /** Nothing for search engines. */
  isPrivate?: boolean
}

/** What belongs into the head: title, description, the own address, how it looks shared; React moves it there. */
export function PageHead({ title, description, path, image, kind = 'website', isPrivate = false }: Props) {
  const texts = useTexts(shopTexts)
  const { publicUrl, language } = useShop()
  const told = (description ?? texts.description).replace(/\s+/g, ' ').trim().slice(0, 300)
  const fullTitle = `${title} – ${texts.titleEnd}`
  const address = path && publicUrl ? `${publicUrl}${path}` : null
  const shared: Record<string, string | null> = {
    'og:type': kind,
    'og:site_name': texts.titleEnd,
    'og:locale': language === 'zh' ? 'zh_CN' : 'en_US',
    'og:title': fullTitle,
    'og:description': told,
    'og:url': address,
    'og:image': image ? absolute(image, publicUrl) : null,
  }
  return (
    <>
      <title>{fullTitle}</title>
      <meta name="description" content={told} />
      {address ? <link rel="canonical" href={address} /> : null}
      {isPrivate ? <meta name="robots" content="noindex" /> : null}
      {Object.entries(shared).map(([name, content]) =>
        (content ? <meta key={name} property={name} content={content} /> : null))}
      <meta name="twitter:card" content={image ? 'summary_large_image' : 'summary'} />
    </>
  )
}

function absolute(address: string, publicUrl: string): string {
  return address.startsWith('/') ? `${publicUrl}${address}` : address
}

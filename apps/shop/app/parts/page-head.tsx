import { shopTexts } from '@hearth/client/texts/shop'
import { useShop, useTexts } from './use-shop.ts'

type Props = { title: string; description?: string; path?: string; image?: string; isPrivate?: boolean }

/** What belongs into the head: title, description, the page's own address; React moves it there. */
export function PageHead({ title, description, path, image, isPrivate = false }: Props) {
  const texts = useTexts(shopTexts)
  const { publicUrl } = useShop()
  const told = description ?? texts.description
  const fullTitle = `${title} – ${texts.titleEnd}`
  return (
    <>
      <title>{fullTitle}</title>
      <meta name="description" content={told} />
      {path && publicUrl ? <link rel="canonical" href={`${publicUrl}${path}`} /> : null}
      {isPrivate ? <meta name="robots" content="noindex" /> : null}
      <meta property="og:title" content={fullTitle} />
      <meta property="og:description" content={told} />
      {image ? <meta property="og:image" content={image} /> : null}
    </>
  )
}

import { goodsTexts } from '@hearth/client/texts/shop-goods'
import { Notice } from './notice.tsx'
import { useTexts } from './use-shop.ts'

/** Above a product that is switched off: only an administrator can be looking at it. */
export function PreviewBanner({ isActive }: { isActive: boolean }) {
  const texts = useTexts(goodsTexts)
  if (isActive) return null
  return <div className="mb-3"><Notice kind="care">{texts.preview}</Notice></div>
}

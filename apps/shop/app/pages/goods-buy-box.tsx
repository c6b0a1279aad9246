import type { SkuDetail } from '@hearth/client/api/catalog'
import { shopTexts } from '@hearth/client/texts/shop'
import { goodsTexts } from '@hearth/client/texts/shop-goods'
import { priceText, savedBetween } from '@hearth/client/view/price'
import { chipRows } from '@hearth/client/view/sku-choice'
import type { Chip } from '@hearth/client/view/sku-choice'
import { yearsAndMonths } from '@hearth/client/view/warranty'
import { Form, Link } from 'react-router'
import { Icon } from '../parts/icons.tsx'
import type { IconName } from '../parts/icons.tsx'
import { Notice } from '../parts/notice.tsx'
import { Price } from '../parts/price.tsx'
import { Quantity } from '../parts/quantity.tsx'
import { Submit } from '../parts/submit.tsx'
import { CountBadge } from '../parts/header.tsx'
import { useShop, useTexts } from '../parts/use-shop.ts'

const FORM = 'buy'

export function BuyBox({ sku, added, refused }: { sku: SkuDetail; added: boolean; refused: string | null }) {
  const texts = useTexts(goodsTexts)
  const { product } = sku
  const saved = savedBetween(sku.price, sku.market_price)
  const canBuy = sku.is_launched && sku.stock > 0
  return (
    <div className="min-w-0">
      <p className="text-sm font-semibold text-muted">{product.brand}</p>
      <h1 className="mt-1 text-lg md:text-xl">{sku.name}</h1>
      <p className="mt-1 text-muted md:mt-2">{sku.caption || product.key_spec}</p>
      <p className="mt-3 flex flex-wrap items-center gap-2 md:mt-5">
        <Price money={sku.price} was={sku.market_price} size="xl" />
        {saved ? <span className="tag tag-ember">{texts.saved(priceText(saved))}</span> : null}
      </p>
      <ChipRows sku={sku} />
      <Form id={FORM} method="post" action={`/goods/${sku.id}`} preventScrollReset className="mt-3 md:mt-6">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <span className="text-sm text-muted">{texts.quantity}</span>
          <Quantity key={sku.id} name="count" label={texts.quantity} value={1} max={Math.min(sku.stock, 9999)} />
          <Stock sku={sku} />
        </div>
        <div className="action-bar">
          <div>
            {refused ? <Notice kind="error">{refused}</Notice> : added ? (
              <Notice kind="good"><span className="answer">{texts.added}<Link to="/cart" className="tap">{texts.toCart}</Link></span></Notice>
            ) : null}
          </div>
          <Actions canBuy={canBuy} />
        </div>
      </Form>
      <Service sku={sku} />
    </div>
  )
}

function ChipRows({ sku }: { sku: SkuDetail }) {
  return chipRows(sku).map((row) => (
    <fieldset key={row.name} className="spec-row mt-3 md:mt-5">
      <legend className="text-sm text-muted">{row.name}</legend>
      <ul className="flex flex-wrap gap-2 md:mt-2">{row.chips.map((chip) => <li key={chip.value}><ChipView chip={chip} /></li>)}</ul>
    </fieldset>
  ))
}

function ChipView({ chip }: { chip: Chip }) {
  const texts = useTexts(goodsTexts)
  if (chip.skuId === null) {
    return <span className="chip border-dashed text-[#6b737d] line-through" aria-label={texts.impossible(chip.value)} role="img">{chip.value}</span>
  }
  return (
    <Link to={`/goods/${chip.skuId}`} replace preventScrollReset prefetch="intent" aria-current={chip.isChosen ? 'true' : undefined} className="chip gap-2">
      {chip.value}{chip.isSoldOut ? <span className="text-xs font-normal text-muted">{texts.soldOutChip}</span> : null}
    </Link>
  )
}

function Stock({ sku }: { sku: SkuDetail }) {
  const texts = useTexts(goodsTexts)
  if (!sku.is_launched) return <span className="text-sm font-semibold text-red">{texts.offShelf}</span>
  if (sku.stock < 1) return <span className="text-sm"><b className="font-semibold text-red">{texts.soldOut}</b> <span className="text-muted">{texts.soldOutText}</span></span>
  if (sku.stock <= 5) return <span className="num text-sm font-semibold text-amber">{texts.fewLeft(sku.stock)}</span>
  return <span className="num text-sm font-semibold text-teal">{sku.stock <= 50 ? texts.stockLeft(sku.stock) : texts.inStock}</span>
}

/** Beside the box on a desk; a bar at the bottom edge on a phone. */
function Actions({ canBuy }: { canBuy: boolean }) {
  const texts = useTexts(goodsTexts)
  const frame = useTexts(shopTexts)
  const { cartCount } = useShop()
  return (
    <>
      <Link to="/cart" aria-label={frame.cartCount(cartCount)}>
        <Icon name="cart" size={28} />
        {cartCount > 0 ? <span><CountBadge count={cartCount} /></span> : null}
      </Link>
      <Submit name="intent" value="cart" busy={texts.adding} disabled={!canBuy} className="btn btn-soft btn-big">{texts.addToCart}</Submit>
      <Submit name="intent" value="buy" busy={texts.buyNow} disabled={!canBuy} className="btn btn-primary btn-big">{texts.buyNow}</Submit>
    </>
  )
}

function Service({ sku: { product } }: { sku: SkuDetail }) {
  const texts = useTexts(goodsTexts)
  const { warrantyTag } = useTexts(shopTexts)
  const { years, months } = yearsAndMonths(product.warranty_months)
  const warranty = product.warranty_months > 0 ? texts.warrantyText(warrantyTag(years, months)) : texts.noWarrantyText
  const rows: { icon: IconName; name: string; text: string; isTeal?: boolean }[] = [
    { icon: 'shield', name: texts.warranty, text: warranty, isTeal: true },
    { icon: 'truck', name: texts.delivery, text: texts.deliveryText },
    { icon: 'wrench', name: texts.install, text: product.has_installation ? texts.installText : texts.noInstallText },
  ]
  return (
    <dl className="mt-3 divide-y divide-line md:mt-8 border-y border-line text-sm">
      {rows.map((row) => (
        <div key={row.name} className={`flex gap-3 py-3 ${row.isTeal ? 'text-teal' : ''}`}>
          <dt className="flex gap-2 font-semibold whitespace-nowrap"><Icon name={row.icon} size={20} />{row.name}</dt>
          <dd className={row.isTeal ? '' : 'text-muted'}>{row.text}</dd>
        </div>
      ))}
    </dl>
  )
}

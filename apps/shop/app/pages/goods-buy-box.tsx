import type { ReactNode } from 'react'
import type { SkuDetail } from '@hearth/client/api/catalog'
import { shopTexts } from '@hearth/client/texts/shop'
import { goodsTexts } from '@hearth/client/texts/shop-goods'
import { priceText, savedBetween } from '@hearth/client/view/price'
import { chipRows } from '@hearth/client/view/sku-choice'
import type { Chip } from '@hearth/client/view/sku-choice'
import { yearsAndMonths } from '@hearth/client/view/warranty'
import { Form, Link, useNavigation } from 'react-router'
import { Icon } from '../parts/icons.tsx'
import type { IconName } from '../parts/icons.tsx'
import { Notice } from '../parts/notice.tsx'
import { Price } from '../parts/price.tsx'
import { Quantity } from '../parts/quantity.tsx'
import { Submit } from '../parts/submit.tsx'
import { CountBadge } from '../parts/header.tsx'
import { useShop, useTexts } from '../parts/use-shop.ts'
import type { DeliveryArea } from '../server/delivery-area.ts'
import { Delivery } from './goods-delivery.tsx'

const FORM = 'buy'

type Props = { sku: SkuDetail; area: DeliveryArea; added: boolean; refused: string | null }

export function BuyBox({ sku, area, added, refused }: Props) {
  const texts = useTexts(goodsTexts)
  const { product } = sku
  const saved = savedBetween(sku.price, sku.market_price)
  const canBuy = sku.is_launched && sku.stock > 0
  return (
    <div className="min-w-0">
      <p><Link to={`/b/${product.brand_id}`} className="tap -my-2.5 text-sm font-semibold text-muted hover:text-ember">{product.brand}</Link></p>
      <h1 className="mt-1 text-lg md:text-xl">{sku.name}</h1>
      <p className="mt-1 text-muted md:mt-2">{sku.caption || product.key_spec}</p>
      <Counters sku={sku} />
      <p className="mt-3 flex flex-wrap items-center gap-2 md:mt-5">
        <Price money={sku.price} was={sku.market_price} size="xl" />
        {saved ? <span className="tag tag-ember">{texts.saved(priceText(saved))}</span> : null}
      </p>
      <ChipRows sku={sku} />
      {sku.is_launched ? null : <OffShelf sku={sku} />}
      <Form id={FORM} method="post" action={`/goods/${sku.id}`} preventScrollReset className="mt-3 md:mt-6" hidden={!sku.is_launched}>
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
      <Service sku={sku} area={area} />
    </div>
  )
}

/** Numbers that say something; a zero says nothing. */
function Counters({ sku }: { sku: SkuDetail }) {
  const { sold, comments } = useTexts(shopTexts)
  const sales = sku.product.sales > 0 ? [sold(sku.product.sales)] : []
  const told = [...sales, ...(sku.comments > 0 ? [comments(sku.comments)] : [])]
  return told.length > 0 ? <p className="num mt-1 text-sm text-muted">{told.join(' · ')}</p> : null
}

function OffShelf({ sku: { product } }: { sku: SkuDetail }) {
  const texts = useTexts(goodsTexts)
  return (
    <div className="mt-4 rounded-card bg-wash p-4 md:mt-6">
      <p className="font-semibold text-red">{texts.offShelf}</p>
      <p className="mt-1 text-sm text-muted">{texts.offShelfText}</p>
      <Link to={`/c/${product.category_id}`} className="btn btn-line mt-3">{texts.sameKind}</Link>
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
    if (chip.isChosen) return <span className="chip" aria-current="true">{chip.value}</span>
    return <span className="chip border-dashed text-[#6b737d] line-through" aria-label={texts.impossible(chip.value)} role="img">{chip.value}</span>
  }
  return (
    <Link to={`/goods/${chip.skuId}`} replace preventScrollReset prefetch="intent" aria-current={chip.isChosen ? 'true' : undefined} className={`chip gap-2 ${chip.changes.length > 0 ? 'border-dashed' : ''}`}>
      {chip.value}{chip.changes.length > 0 ? <span className="text-xs font-normal text-muted">{texts.changes(chip.changes.join(' '))}</span> : null}{chip.isSoldOut ? <span className="text-xs font-normal text-muted">{texts.soldOutChip}</span> : null}
    </Link>
  )
}

function Stock({ sku }: { sku: SkuDetail }) {
  const texts = useTexts(goodsTexts)
  if (sku.stock < 1) return <span className="text-sm"><b className="font-semibold text-red">{texts.soldOut}</b> <span className="text-muted">{texts.soldOutText}</span></span>
  if (sku.stock <= 5) return <span className="num text-sm font-semibold text-amber">{texts.fewLeft(sku.stock)}</span>
  return <span className="num text-sm font-semibold text-teal">{sku.stock <= 50 ? texts.stockLeft(sku.stock) : texts.inStock}</span>
}

/** Beside the box on a desk; a bar at the bottom edge on a phone. */
function Actions({ canBuy }: { canBuy: boolean }) {
  const texts = useTexts(goodsTexts)
  const frame = useTexts(shopTexts)
  const { cartCount } = useShop()
  const { formMethod, formData } = useNavigation()
  const isBusy = formMethod === 'POST' && formData?.get('intent') !== 'area'
  return (
    <>
      <Link to="/cart" aria-label={frame.cartCount(cartCount)}>
        <Icon name="cart" size={28} />
        {cartCount > 0 ? <span><CountBadge count={cartCount} /></span> : null}
      </Link>
      <Submit name="intent" value="cart" busy={texts.adding} isBusy={isBusy} disabled={!canBuy} className="btn btn-soft btn-big">{texts.addToCart}</Submit>
      <Submit name="intent" value="buy" busy={texts.buyNow} isBusy={isBusy} disabled={!canBuy} className="btn btn-primary btn-big">{texts.buyNow}</Submit>
    </>
  )
}

function Service({ sku, area }: { sku: SkuDetail; area: DeliveryArea }) {
  const texts = useTexts(goodsTexts)
  const { product } = sku
  const { warrantyTag } = useTexts(shopTexts)
  const { years, months } = yearsAndMonths(product.warranty_months)
  const warranty = product.warranty_months > 0 ? texts.warrantyText(warrantyTag(years, months)) : texts.noWarrantyText
  const rows: { icon: IconName; name: string; text: ReactNode; isTeal?: boolean }[] = [
    { icon: 'shield', name: texts.warranty, text: warranty, isTeal: true },
    { icon: 'truck', name: texts.delivery, text: <Delivery sku={sku} area={area} /> },
    { icon: 'wrench', name: texts.install, text: product.has_installation ? texts.installText : texts.noInstallText },
  ]
  return (
    <dl className="mt-3 divide-y divide-line md:mt-8 border-y border-line text-sm">
      {rows.map((row) => (
        <div key={row.name} className={`flex gap-3 py-3 ${row.isTeal ? 'text-teal' : ''}`}>
          <dt className="flex gap-2 font-semibold whitespace-nowrap"><Icon name={row.icon} size={20} />{row.name}</dt>
          <dd className={`min-w-0 flex-1 ${row.isTeal ? '' : 'text-muted'}`}>{row.text}</dd>
        </div>
      ))}
    </dl>
  )
}

import { checkoutTexts } from '@hearth/client/texts/shop-checkout'
import { fenOf, priceText } from '@hearth/client/view/price'
import { Form, useNavigation } from 'react-router'
import { Price } from '../parts/price.tsx'
import { Submit } from '../parts/submit.tsx'
import { useTexts } from '../parts/use-shop.ts'
import type { CheckoutGoods } from '../server/checkout-goods.ts'

/** The fields of the order stand in several blocks and belong to this one form. */
export const ORDER_FORM = 'order-form'

type Props = { goods: CheckoutGoods; onceKey: string; hasAddress: boolean; canPay: boolean; isChanged: boolean }

export function CheckoutSummary({ goods, onceKey, hasAddress, canPay, isChanged }: Props) {
  const texts = useTexts(checkoutTexts)
  const navigation = useNavigation()
  const isPlacing = navigation.formData?.get('intent') === 'place'
  const submit = isChanged ? texts.confirmNew : texts.submit
  const missing = canPay ? hasAddress ? null : texts.needAddress : texts.needMethod
  return (
    <section aria-label={texts.summary} className="max-lg:sticky max-lg:bottom-0 max-lg:z-30 max-lg:-mx-4 max-lg:border-t max-lg:border-line max-lg:bg-paper max-lg:px-4 max-lg:pt-3 max-lg:pb-[calc(12px+env(safe-area-inset-bottom))] md:max-lg:-mx-8 md:max-lg:px-8 lg:sticky lg:top-28 lg:rounded-card lg:bg-wash lg:p-7">
      <dl className="num text-sm max-lg:flex max-lg:flex-wrap max-lg:gap-x-4 lg:space-y-3 lg:text-base">
        <Row name={texts.goodsAmount} value={priceText(goods.goods)} />
        <Row name={texts.freight} value={fenOf(goods.freight) === 0 ? texts.freeFreight : priceText(goods.freight)} />
      </dl>
      <p className="mt-5 flex items-baseline justify-between border-t border-[#ddd6cd] pt-5 max-lg:hidden"><span>{texts.total}</span><Price money={goods.toPay} size="lg" /></p>
      <Form id={ORDER_FORM} method="post" className="mt-2 lg:mt-5">
        <input type="hidden" name="intent" value="place" />
        <input type="hidden" name="once_key" value={onceKey} />
        <input type="hidden" name="expected_total" value={goods.toPay} />
        {goods.direct ? (
          <>
            <input type="hidden" name="sku_id" value={goods.direct.skuId} />
            <input type="hidden" name="product_id" value={goods.direct.productId} />
            <input type="hidden" name="count" value={goods.direct.count} />
          </>
        ) : null}
        <Submit busy={texts.submitting} isBusy={isPlacing} disabled={missing !== null} className="btn btn-primary btn-big num w-full">
          {missing ?? submit(priceText(goods.toPay))}
        </Submit>
      </Form>
      <p className="mt-3 text-xs text-muted max-lg:hidden">{texts.holdNote}</p>
    </section>
  )
}

function Row({ name, value }: { name: string; value: string }) {
  return <div className="flex gap-2 lg:justify-between"><dt className="text-muted">{name}</dt><dd>{value}</dd></div>
}

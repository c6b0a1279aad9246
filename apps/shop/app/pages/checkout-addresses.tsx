import type { AddressView, AreaView } from '@hearth/client/api/addresses'
import { addressTexts } from '@hearth/client/texts/shop-addresses'
import { checkoutTexts } from '@hearth/client/texts/shop-checkout'
import { Icon } from '../parts/icons.tsx'
import { useTexts } from '../parts/use-shop.ts'
import type { AddressDraft } from '../server/address-form.ts'
import { AddressForm } from './address-form.tsx'
import { ORDER_FORM } from './checkout-summary.tsx'

type Props = {
  addresses: AddressView[]
  chosenId: number | null
  provinces: AreaView[]
  draft: AddressDraft | undefined
}

/** Choose one of the known addresses, or add one without leaving the page. */
export function Addresses({ addresses, chosenId, provinces, draft }: Props) {
  const texts = useTexts(checkoutTexts)
  return (
    <section aria-labelledby="address" className="panel">
      <h2 id="address" className="text-lg">{texts.address}</h2>
      {addresses.length === 0 ? <p className="mt-3 text-muted">{texts.noAddress}</p> : (
        <fieldset className="mt-4">
          <legend className="sr-only">{texts.address}</legend>
          <div className="grid gap-3 md:grid-cols-2">
            {addresses.map((address) => <Choice key={`${address.id}-${chosenId}`} address={address} isChosen={address.id === chosenId} />)}
          </div>
        </fieldset>
      )}
      <details className="group mt-3" open={addresses.length === 0 || draft !== undefined}>
        <summary className="tap gap-2 font-semibold text-ember-deep"><Icon name="plus" size={20} />{texts.addAddress}</summary>
        <AddressForm provinces={provinces} draft={draft} isFirst={addresses.length === 0} save={texts.saveAddress} />
      </details>
    </section>
  )
}

function Choice({ address, isChosen }: { address: AddressView; isChosen: boolean }) {
  const texts = useTexts(addressTexts)
  return (
    <label className="pick flex gap-3 rounded-control border border-[#c9cdd2] p-4 hover:border-ember">
      <input type="radio" name="address" form={ORDER_FORM} value={address.id} defaultChecked={isChosen} className="mt-1 size-5 shrink-0 accent-[#c2410c]" />
      <span className="min-w-0">
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <b className="font-semibold">{address.receiver}</b><span className="num">{address.mobile}</span>
          {address.is_default ? <span className="tag tag-teal">{texts.defaultTag}</span> : null}
        </span>
        <span className="mt-1 block text-sm text-muted">{[address.province, address.city, address.district].join(' ')} {address.detail}</span>
      </span>
    </label>
  )
}

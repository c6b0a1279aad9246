import { checkoutTexts } from '@hearth/client/texts/shop-checkout'
import { SelectField } from '../parts/field.tsx'
import { useTexts } from '../parts/use-shop.ts'
import type { CheckoutGoods } from '../server/checkout-goods.ts'
import type { Said } from '../server/checkout-form.ts'
import { ORDER_FORM } from './checkout-summary.tsx'

type Props = { delivery: NonNullable<CheckoutGoods['delivery']>; said: Said }
const EVENING = 21

/** When large machines come, and whether they are installed then, later or not at all. */
export function DeliveryBlock({ delivery, said }: Props) {
  const texts = useTexts(checkoutTexts)
  const install = said.install || 'with'
  const { days, hours } = delivery
  const slotFrom = (at: number) => texts.slot(clock(hours[at] ?? EVENING), clock(hours[at + 1] ?? EVENING))
  const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`
  const choices = [
    ['with', texts.installWith, texts.installWithText], ['later', texts.installLater, texts.installLaterText],
    ['none', texts.installNone, texts.installNoneText],
  ] as const
  return (
    <section aria-labelledby="delivery" className="panel delivery-wish">
      <h2 id="delivery" className="text-lg">{texts.delivery}</h2>
      <div className="mt-4 grid grid-cols-1 gap-4 md:grid-cols-2">
        <SelectField label={texts.deliverDay} name="deliver_day" form={ORDER_FORM} defaultValue={said.deliver_day ?? ''}>
          <option value="">{texts.soonest}</option>
          <Days days={days} />
        </SelectField>
        <div className="when-day">
          <SelectField label={texts.deliverHour} name="deliver_hour" form={ORDER_FORM} defaultValue={said.deliver_hour}>
            {hours.map((hour, at) => <option key={hour} value={hour}>{slotFrom(at)}</option>)}
          </SelectField>
        </div>
      </div>
      <fieldset className="mt-5">
        <legend className="mb-1.5 text-sm font-semibold">{texts.install}</legend>
        <div className="grid gap-3 md:grid-cols-3">
          {choices.map(([value, name, text]) => (
            <label key={value} className="pick flex gap-3 rounded-control border border-[#c9cdd2] p-4 hover:border-ember">
              <input type="radio" name="install" form={ORDER_FORM} value={value} defaultChecked={value === install} className="mt-1 size-5 shrink-0 accent-[#c2410c]" />
              <span><b className="font-semibold">{name}</b><span className="block text-sm text-muted">{text}</span></span>
            </label>
          ))}
        </div>
      </fieldset>
      <div className="when-later mt-4 md:w-1/2 md:pr-2">
        <SelectField label={texts.installDay} name="install_day" form={ORDER_FORM} defaultValue={said.install_day ?? days[0]}>
          <Days days={days} />
        </SelectField>
      </div>
      <p className="mt-4 text-sm text-muted">{texts.deliveryNote}</p>
    </section>
  )
}

function Days({ days }: { days: readonly string[] }) {
  const texts = useTexts(checkoutTexts)
  return days.map((day) => {
    const at = new Date(`${day}T00:00:00Z`)
    return <option key={day} value={day}>{texts.day(at.getUTCMonth() + 1, at.getUTCDate(), texts.weekdays[at.getUTCDay()] ?? '')}</option>
  })
}

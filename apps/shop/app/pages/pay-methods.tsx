import { useEffect, useState } from 'react'
import { payTexts } from '@hearth/client/texts/shop-pay'
import type { PayMethod, PayPlace } from '@hearth/client/view/cashier'
import { priceText } from '@hearth/client/view/price'
import { Form, Link } from 'react-router'
import { Notice } from '../parts/notice.tsx'
import { Submit } from '../parts/submit.tsx'
import { useTexts } from '../parts/use-shop.ts'
import type { PayTrouble } from '../server/paying.ts'

type Props = {
  order: { number: string; amount: string }
  methods: PayMethod[]
  /** Chosen at first: what was begun, tried or wished before. */
  chosen: PayMethod | undefined
  begun: PayMethod | null
  place: PayPlace
  onceKey: string
  trouble: PayTrouble | null
}

/** The ways to pay as one form; its button says what happens next and how much it is about. */
export function PayMethods({ order, methods, chosen, begun, place, onceKey, trouble }: Props) {
  const texts = useTexts(payTexts)
  const restS = useRest(trouble)
  const message = trouble?.isOffline ? texts.offline : trouble?.message
  const first = chosen !== undefined && methods.includes(chosen) ? chosen : methods[0]
  return (
    <Form method="post" action={`/pay/${order.number}`} className="pay-form">
      <input type="hidden" name="once" value={onceKey} />
      {begun && !trouble ? <Begun method={begun} number={order.number} /> : null}
      {message ? <div className="mb-5"><Notice kind="error">{message}</Notice></div> : null}
      <fieldset>
        <legend className="text-base font-semibold">{texts.choose}</legend>
        <div className="mt-3 space-y-3">
          {methods.map((method) => (
            <label key={method} className="pay-way flex min-h-18 items-center gap-3 rounded-control px-4 py-3">
              <input type="radio" name="method" value={method} defaultChecked={method === first} required className="size-5 shrink-0 accent-[#c2410c] outline-none" />
              <span aria-hidden="true" className={`pay-mark pay-mark-${method}`}>{texts.marks[method]}</span>
              <span className="min-w-0"><b className="font-semibold">{texts.methods[method]}</b><span className="block text-sm text-muted">{texts.methodTexts[method][place]}</span></span>
            </label>
          ))}
        </div>
      </fieldset>
      <Submit busy={texts.leaving} disabled={restS > 0} className="btn btn-primary btn-big mt-5 w-full whitespace-normal">
        {restS > 0 ? texts.waitSeconds(restS) : methods.map((method) => (
          <span key={method} className={`pay-go pay-go-${method} num`}>{texts.go[method][place]} {method === 'bank' ? '' : priceText(order.amount)}</span>
        ))}
      </Submit>
      <p className="mt-3 text-center text-sm text-muted">{texts.leftText}</p>
    </Form>
  )
}

/** Paying was begun before: where to look what became of it. */
export function Begun({ method, number }: { method: PayMethod; number: string }) {
  const texts = useTexts(payTexts)
  return (
    <div className="mb-5 rounded-control bg-teal-wash px-4 py-3">
      <p className="font-semibold text-teal">{texts.begun(texts.methods[method])}</p>
      <p className="mt-1 text-sm">{texts.begunText}</p>
      <Link to={`/pay/result?order=${number}`} className="tap text-sm font-semibold text-teal underline underline-offset-4">{texts.paidAlready}</Link>
    </div>
  )
}

/** Seconds for which the button rests after it was pressed too soon. */
function useRest(trouble: PayTrouble | null): number {
  const [rest, setRest] = useState(0)
  useEffect(() => {
    const wait = trouble?.waitS ?? 0
    const startedMs = performance.now()
    const tick = () => setRest(Math.max(0, Math.ceil(wait - (performance.now() - startedMs) / 1_000)))
    tick()
    if (wait === 0) return
    const timer = setInterval(tick, 250)
    return () => clearInterval(timer)
  }, [trouble])
  return rest
}

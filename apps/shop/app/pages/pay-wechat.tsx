import { useState } from 'react'
import { payTexts } from '@hearth/client/texts/shop-pay'
import { priceText } from '@hearth/client/view/price'
import { Form, Link } from 'react-router'
import { Notice } from '../parts/notice.tsx'
import { Submit } from '../parts/submit.tsx'
import { useTexts } from '../parts/use-shop.ts'
import type { Handed, JsapiCall } from '../server/paying.ts'

type Order = { number: string; amount: string }
// Scanners ask for four modules of quiet around a code.
const QUIET = 4

/** The code to scan with a telephone, and what to do with it. */
export function WechatCode({ order, code, onceKey }: { order: Order; code: Extract<Handed, { kind: 'code' }>['code']; onceKey: string }) {
  const texts = useTexts(payTexts)
  const side = code.size + 2 * QUIET
  return (
    <div className="panel">
      <div className="flex flex-col items-center gap-6 md:flex-row md:items-start md:gap-8">
        <figure className="shrink-0 rounded-card border-2 border-[#067a3c] bg-white p-2">
          <svg role="img" aria-label={texts.codeAlt(priceText(order.amount))} viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`} shapeRendering="crispEdges" className="block size-56">
            <path d={code.path} fill="#1b1f24" />
          </svg>
        </figure>
        <div className="min-w-0 flex-1">
          <ol className="list-decimal space-y-2 pl-5 md:mt-2">{texts.codeSteps.map((step) => <li key={step}>{step}</li>)}</ol>
          <Form method="post" action={`/pay/${order.number}`} className="mt-3">
            <input type="hidden" name="once" value={onceKey} />
            <Submit name="method" value="wechat" busy={texts.leaving} className="tap link text-sm">{texts.codeNew}</Submit>
          </Form>
        </div>
      </div>
      <Onward number={order.number} />
    </div>
  )
}

/** Looking up what became of it, or paying otherwise. */
export function Onward({ number }: { number: string }) {
  const texts = useTexts(payTexts)
  return (
    <p className="mt-6 flex flex-wrap gap-3 border-t border-line pt-5">
      <Link to={`/pay/result?order=${number}`} className="btn btn-primary max-md:w-full">{texts.paidAlready}</Link>
      <Link to={`/pay/${number}?choose`} className="btn btn-line max-md:w-full">{texts.another}</Link>
    </p>
  )
}

type Bridge = { invoke(name: string, call: JsapiCall, done: (said: { err_msg?: string }) => void): void }

/** Inside WeChat: the page asks WeChat itself for the payment. */
export function WechatInside({ order, call, onPaid }: { order: Order; call: JsapiCall; onPaid: () => void }) {
  const texts = useTexts(payTexts)
  const [isFailed, setFailed] = useState(false)
  const open = () => {
    const bridge = (globalThis as { WeixinJSBridge?: Bridge }).WeixinJSBridge
    if (!bridge) return setFailed(true)
    setFailed(false)
    bridge.invoke('getBrandWCPayRequest', call, ({ err_msg: said }) => {
      if (said === 'get_brand_wcpay_request:ok') onPaid()
      else setFailed(true)
    })
  }
  return (
    <div className="panel">
      {isFailed ? <div className="mb-5"><Notice kind="error">{texts.jsapiFailed}</Notice></div> : null}
      <button type="button" onClick={open} className="scripts-only btn btn-primary btn-big num w-full">{texts.jsapiGo} {priceText(order.amount)}</button>
      <noscript><p>{texts.jsapiNoScript}</p></noscript>
      <Onward number={order.number} />
    </div>
  )
}

/** Inside WeChat where it does not know who pays: what else works. */
export function WechatUnknown() {
  const texts = useTexts(payTexts)
  return (
    <div role="alert" className="mb-5 rounded-control bg-[#fdf3e3] px-4 py-3">
      <p className="font-semibold text-[#8a4207]">{texts.openidTitle}</p>
      <p className="mt-1 text-sm">{texts.openidText}</p>
      <ul className="mt-2 list-disc space-y-1 pl-5 text-sm">{texts.openidWays.map((way) => <li key={way}>{way}</li>)}</ul>
    </div>
  )
}

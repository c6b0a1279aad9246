import type { ReactNode } from 'react'
import type { CashierView } from '@hearth/client/api/payments'
import { payTexts } from '@hearth/client/texts/shop-pay'
import { transferTexts } from '@hearth/client/texts/shop-transfer'
import { begunAttempt, payMethods, transferOf } from '@hearth/client/view/cashier'
import type { PayMethod, PayPlace } from '@hearth/client/view/cashier'
import { minuteText } from '@hearth/client/view/dates'
import { useNavigate } from 'react-router'
import { Notice } from '../parts/notice.tsx'
import { useTexts } from '../parts/use-shop.ts'
import type { Handed, PayTrouble } from '../server/paying.ts'
import { Begun, PayMethods } from './pay-methods.tsx'
import { PayTransfer } from './pay-transfer.tsx'
import { WechatCode, WechatInside, WechatUnknown } from './pay-wechat.tsx'

/** What became of the form that was sent. */
export type PayAnswer = { method: PayMethod | undefined; handed: Handed | null; trouble: PayTrouble | null }
type Given = {
  cashier: CashierView
  methods: PayMethod[]
  /** The method the order was placed with. */
  wished: PayMethod | undefined
  place: PayPlace
  isChoosing: boolean
  onceKey: string
}
/** `isTimed`: whether the time left is counted down. */
type PayStep = { title: string; text?: string; isTimed: boolean; body: ReactNode }

/** Which step it is: what was just handed over, a transfer under way, or choosing. */
export function usePayStep(given: Given, answer: PayAnswer | null): PayStep {
  const handed = useHandedStep(given, answer?.handed ?? null)
  const transfer = useTransferStep(given, answer)
  const choosing = useChoosingStep(given, answer)
  return handed ?? transfer ?? choosing
}

function useHandedStep({ cashier, onceKey }: Given, handed: Handed | null): PayStep | null {
  const texts = useTexts(payTexts)
  const navigate = useNavigate()
  const order = { number: cashier.order_number, amount: cashier.amount }
  if (!handed || !('paymentId' in handed) || begunAttempt(cashier.attempts)?.id !== handed.paymentId) return null
  if (handed.kind === 'code') {
    const body = <WechatCode order={order} code={handed.code} onceKey={onceKey} />
    return { title: texts.codeTitle, text: texts.watching, isTimed: true, body }
  }
  const toResult = () => void navigate(`/pay/result?order=${order.number}`)
  const body = <WechatInside order={order} call={handed.call} onPaid={toResult} />
  return { title: texts.jsapiTitle, text: texts.watching, isTimed: true, body }
}

function useTransferStep({ cashier, isChoosing, onceKey }: Given, answer: PayAnswer | null): PayStep | null {
  const words = useTexts(transferTexts)
  const { offline } = useTexts(payTexts)
  const order = { number: cashier.order_number, amount: cashier.amount }
  const transfer = transferOf(cashier.attempts)
  const trouble = answer?.trouble ?? null
  const isOthersTrouble = trouble !== null && !trouble.isOffline && answer?.method !== 'bank'
  if (transfer.state === 'none' || isChoosing || isOthersTrouble) return null
  const [title, text] = {
    asked: [words.askedTitle, words.askedText],
    sent: [words.sentTitle, words.sentText(minuteText(cashier.expires_at))],
    refused: [words.refusedTitle, words.refusedText],
  }[transfer.state] as [string, string]
  const refused = trouble?.isOffline ? offline : trouble?.message ?? null
  const body = (
    <PayTransfer order={order} account={cashier.bank_account} transfer={transfer} onceKey={onceKey} refused={refused} />
  )
  return { title, text, isTimed: transfer.state !== 'sent', body }
}

function useChoosingStep({ cashier, methods, wished, place, onceKey }: Given, answer: PayAnswer | null): PayStep {
  const texts = useTexts(payTexts)
  const begun = payMethods.find((method) => method === begunAttempt(cashier.attempts)?.method) ?? null
  const trouble = answer?.trouble ?? null
  const order = { number: cashier.order_number, amount: cashier.amount }
  const body = methods.length === 0
    ? (
      <>
        {begun ? <Begun method={begun} number={order.number} /> : null}
        <Notice kind="care"><b className="block">{texts.noMethods}</b>{texts.noMethodsText}</Notice>
      </>
    )
    : (
      <div className="panel">
        {trouble?.isOpenid ? <WechatUnknown /> : null}
        <PayMethods
          key={answer?.method} order={order} methods={methods} chosen={answer?.method ?? begun ?? wished} begun={begun}
          place={place} onceKey={onceKey} trouble={trouble}
        />
      </div>
    )
  return { title: texts.placed, isTimed: true, body }
}

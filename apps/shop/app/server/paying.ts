import { openPayment, sendProof, startPayment } from '@hearth/client/api/payments'
import type { CashierView } from '@hearth/client/api/payments'
import { ApiRefusal } from '@hearth/client/http'
import { payTexts } from '@hearth/client/texts/shop-pay'
import { transferTexts } from '@hearth/client/texts/shop-transfer'
import { payChannelOf } from '@hearth/client/view/cashier'
import type { PayMethod, PayPlace } from '@hearth/client/view/cashier'
import type { Language } from '@hearth/client/view/language'
import type { CodeDrawing, ShopRequest } from '../shop-context.ts'

/** What a page inside WeChat hands to WeChat. */
export type JsapiCall = Record<'appId' | 'timeStamp' | 'nonceStr' | 'package' | 'signType' | 'paySign', string>
/** How it goes on after the person has chosen: away to the company, a code to scan, WeChat itself, an account. */
export type Handed =
  | { kind: 'link'; url: string }
  | { kind: 'code'; paymentId: number; code: CodeDrawing }
  | { kind: 'jsapi'; paymentId: number; call: JsapiCall }
  | { kind: 'transfer' }
/**
 * Why it does not go on. `waitS`: how long the button rests. `isOpenid`: WeChat does not know the person here.
 * `isOffline`: the form did not reach us, and only the browser knows.
 */
export type PayTrouble = { message: string; waitS: number; isOpenid: boolean; isOffline?: boolean }

type Choice = { method: PayMethod; place: PayPlace; onceKey: string }

/** Starts paying an order by the chosen method; a live attempt is used again, one by another method is ended. */
export async function beginPaying(shop: ShopRequest, cashier: CashierView, choice: Choice): Promise<Handed> {
  const { method, place, onceKey } = choice
  const paymentId = await attemptOf(shop, cashier, method)
  const started = await startPayment(shop.http, paymentId, {
    provider: method, channel: payChannelOf(method, place), onceKey: `${onceKey}-${method}`,
  })
  const { pay_way: way, pay_params: params, payment } = started
  if (way.kind === 'transfer') return { kind: 'transfer' }
  if (way.kind === 'jsapi') return { kind: 'jsapi', paymentId: payment.id, call: jsapiCall(params) }
  if (way.kind === 'code') return { kind: 'code', paymentId: payment.id, code: shop.drawCode(way.url ?? '') }
  return { kind: 'link', url: way.url ?? '/orders' }
}

async function attemptOf(shop: ShopRequest, cashier: CashierView, method: PayMethod): Promise<number> {
  const { attempts, order_id: orderId } = cashier
  const live = attempts.filter(({ status }) => status === 'init' || status === 'processing')
  const fits = live.find((attempt) => attempt.method === method) ?? live[0]
  return fits ? fits.id : (await openPayment(shop.http, orderId, method)).id
}

function jsapiCall(params: Partial<JsapiCall>): JsapiCall {
  const { appId = '', timeStamp = '', nonceStr = '', signType = 'RSA', paySign = '' } = params
  return { appId, timeStamp, nonceStr, package: params.package ?? '', signType, paySign }
}

/** Sends the proof of a transfer; after one that was refused a new attempt is begun first. */
export async function proveTransfer(
  shop: ShopRequest, cashier: CashierView, { form, onceKey }: { form: FormData; onceKey: string },
): Promise<void> {
  const file = form.get('file')
  const note = form.get('note')
  const proof = {
    file: file instanceof File && file.size > 0 ? file : null,
    note: typeof note === 'string' ? note.trim().slice(0, 500) : '',
  }
  if (!proof.file && proof.note === '') throw new ApiRefusal(400, { message: transferTexts[shop.language].missing })
  const begun = cashier.attempts.find(({ method, status }) => method === 'bank' && status === 'processing')
  await sendProof(shop.http, begun?.id ?? await beginTransfer(shop, cashier, onceKey), proof)
}

async function beginTransfer(shop: ShopRequest, cashier: CashierView, onceKey: string): Promise<number> {
  const paymentId = await attemptOf(shop, cashier, 'bank')
  const start = { provider: 'bank', channel: null, onceKey: `${onceKey}-bank` }
  return (await startPayment(shop.http, paymentId, start)).payment.id
}

/** Whether the order itself has moved on meanwhile, so that its page says what there is to say. */
export function hasMovedOn(error: unknown): boolean {
  return error instanceof ApiRefusal && (error.status === 409 || error.errorCode === 'INVALID_ORDER_STATUS')
}

/** A refused start in words for the person, who has lost nothing by it. */
export function payTrouble(error: ApiRefusal, language: Language, method: PayMethod): PayTrouble {
  const isOpenid = error.status === 400 && error.facts.missing === 'openid'
  const message = isOpenid ? '' : words(error, payTexts[language], method)
  return { message, waitS: error.status === 429 ? waitOf(error) : 0, isOpenid }
}

const LONG_S = 10

function words(error: ApiRefusal, texts: typeof payTexts.zh, method: PayMethod): string {
  if (error.status === 429) return waitOf(error) > LONG_S ? texts.tooMany : texts.tooSoon(waitOf(error))
  if (error.status === 503) return texts.down(texts.methods[method])
  if (error.status >= 500 || error.message === '') return texts.fault
  return error.message
}

/** Whole seconds until the next try. */
function waitOf({ facts }: ApiRefusal): number {
  const said = Number(facts.retry_after_seconds)
  return Number.isFinite(said) && said > 0 ? Math.ceil(said) : 5
}

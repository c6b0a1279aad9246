import { ask } from '../http.ts'
import type { Http } from '../http.ts'

/** D-21: where the person pays with Alipay. */
export async function startAlipay(http: Http, orderNumber: string, device: 'desk' | 'phone'): Promise<string> {
  const path = `/api/orders/${encodeURIComponent(orderNumber)}/payment/`
  const answer = await ask<{ alipay_url: string }>(http, { method: 'GET', path, query: { device } })
  return answer.alipay_url
}

/** D-22: hands over what Alipay appended to the return address; the server proves it. */
export function reportAlipayReturn(http: Http, query: Record<string, string>): Promise<{ trade_id: string }> {
  return ask(http, { method: 'PUT', path: '/api/payment/status/', query })
}

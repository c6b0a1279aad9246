import type { ComponentType } from 'react'
import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { createRoutesStub } from 'react-router'
import { expect, test } from 'vitest'
import { speakEnglish } from '@hearth/client/texts/shop-english'
import { speakEnglishAccount } from '@hearth/client/texts/shop-english-account'
import type { CashierView } from '@hearth/client/api/payments'
import CheckoutPage from '../routes/checkout.tsx'
import PayPage from '../routes/pay.tsx'

speakEnglish()
speakEnglishAccount()

/** A page as the server renders it, with what its loader would have found. */
function page(Page: unknown, path: string, found: object, language: 'zh' | 'en' = 'zh'): string {
  const frame = { language, publicUrl: '', user: { username: 'ann' }, cartCount: 1, channels: [] }
  const Stub = createRoutesStub([{
    id: 'root', path: '/', loader: () => frame, children: [{ id: 'page', path, loader: () => found, Component: Page as ComponentType }],
  }])
  const hydrationData = { loaderData: { root: frame, page: found } }
  return renderToString(createElement(Stub, { initialEntries: [`/${path}`], hydrationData }))
}

const line = { id: 1, name: '风扇', image: '', specs: '', price: '99.00', priceThen: null, count: 1 }
const checkout = (methods: string[]) => ({
  methods, addresses: [{ id: 5, receiver: '王小明', mobile: '13800000002', is_default: true }], provinces: [], chosenId: 5,
  onceKey: '0123456789abcdef',
  goods: { lines: [line], left: [], pieces: 1, goods: '99.00', freight: '0.00', toPay: '99.00', delivery: null, direct: null },
})
const submitOf = (html: string) => /id="order-form".*?(<button.*?<\/button>)/s.exec(html)?.[1] ?? ''

test('a checkout without a way to pay says so and takes no order', () => {
  const closed = page(CheckoutPage, 'checkout', checkout([]))
  expect(closed).toContain('暂时不能付款')
  expect(closed).toContain('现在没有可用的付款方式，还不能下单。')
  expect(closed).not.toContain('name="pay_method"')
  expect(submitOf(closed)).toContain(' disabled=""')
  expect(page(CheckoutPage, 'checkout', checkout([]), 'en')).toContain('so nothing can be ordered yet')

  const open = page(CheckoutPage, 'checkout', checkout(['alipay']))
  expect(open).not.toContain('暂时不能付款')
  expect(submitOf(open)).not.toContain(' disabled')
  expect(submitOf(open)).toContain('¥99')
})

const attempt = {
  id: 7, method: 'alipay', status: 'processing', created_at: '2026-11-21T10:00:00+08:00', updated_at: '2026-11-21T10:00:00+08:00',
  expires_at: '2026-11-21T10:30:00+08:00', reason: '', proof: null,
} as const
const till = (methods: string[], attempts: CashierView['attempts'] = []) => ({
  cashier: {
    order_id: 1, order_number: '2026112100000001', amount: '99.00', status: 'pending', expires_at: '2026-11-21T10:30:00+08:00',
    attempts, bank_account: null, late_money: null,
  } satisfies CashierView,
  methods, wished: 'alipay', standing: 'open', leftMs: 60_000, goods: [{ name: '风扇', specs: '', qty: 1 }], skuId: 1,
  place: 'desk', isChoosing: false, onceKey: '0123456789abcdef',
})

test('a till without a way to pay says so and has nothing to press; what was begun can still be looked up', () => {
  const closed = page(PayPage, 'pay/:orderNumber', till([]))
  expect(closed).toContain('暂时没有可用的付款方式')
  expect(closed).toContain('订单还在。')
  expect(closed).not.toContain('type="submit"')
  expect(closed).not.toContain('/pay/result')
  const begun = page(PayPage, 'pay/:orderNumber', till([], [attempt]))
  expect(begun).toContain('暂时没有可用的付款方式')
  expect(begun).toContain('/pay/result?order=2026112100000001')
  expect(page(PayPage, 'pay/:orderNumber', till(['alipay']))).toContain('type="submit"')
})

import { describe, expect, test } from 'vitest'
import { Refusal } from '@hearth/kernel/errors'
import { DELIVERY_HOURS, NO_WISH, checkedWish, deliveryDays } from './delivery-wish.ts'
import type { DeliveryWish } from './order.ts'

const at = new Date('2026-11-20T02:00:00Z')
const terms = { shipWithinHours: 48, deliveryDaysAhead: 4 }
const day = (text: string) => new Date(`${text}T09:00:00+08:00`)

function check(wish: Partial<DeliveryWish>, hasInstallation = true) {
  try {
    return checkedWish({ ...NO_WISH, ...wish }, { hasInstallation, at, terms })
  } catch (thrown) {
    return thrown instanceof Refusal ? [thrown.key, thrown.facts] : thrown
  }
}

test('a buyer may choose the days from when the goods can have left until so many days ahead', () => {
  expect(deliveryDays(at, terms)).toEqual(['2026-11-22', '2026-11-23', '2026-11-24'])
  expect(deliveryDays(at, { shipWithinHours: 0, deliveryDaysAhead: 0 })).toEqual(['2026-11-20'])
  expect(deliveryDays(at, { shipWithinHours: 72, deliveryDaysAhead: 2 })).toEqual([])
  // 46 hours later it is 08:00 of the 22nd in Shanghai; 15 hours later still the 20th in Greenwich, the 21st here.
  expect(deliveryDays(at, { shipWithinHours: 15, deliveryDaysAhead: 1 })).toEqual(['2026-11-21'])
  expect(DELIVERY_HOURS).toEqual([9, 13, 18])
})

describe('a wish', () => {
  const outside = ['orders.delivery_day', { first: '2026-11-22', last: '2026-11-24' }]
  test('that says nothing stays as it is, also for goods that nobody installs', () => {
    expect(check({})).toEqual({ deliverAt: null, installAt: null, isDeliveryInstall: false })
    expect(check({}, false)).toEqual(NO_WISH)
  })
  test.each([[{ deliverAt: day('2026-11-22') }], [{ installAt: day('2026-11-22') }], [{ isDeliveryInstall: true }]])(
    'for goods that nobody installs is refused: %j', (wish) => expect(check(wish, false)).toEqual(['orders.no_installation', {}]))
  test('of one day for delivery and a later one for installation is kept', () => {
    const wish = { deliverAt: day('2026-11-22'), installAt: day('2026-11-24'), isDeliveryInstall: false }
    expect(check(wish)).toEqual(wish)
    expect(check({ ...wish, installAt: wish.deliverAt })).toEqual({ ...wish, installAt: wish.deliverAt })
    expect(check({ deliverAt: wish.deliverAt })).toEqual({ ...NO_WISH, deliverAt: wish.deliverAt })
    expect(check({ installAt: wish.installAt })).toEqual({ ...NO_WISH, installAt: wish.installAt })
  })
  test('of delivery and installation at once means one time for both, whichever was named', () => {
    const both = { deliverAt: day('2026-11-23'), installAt: day('2026-11-23'), isDeliveryInstall: true }
    expect(check({ deliverAt: day('2026-11-23'), isDeliveryInstall: true })).toEqual(both)
    expect(check({ installAt: day('2026-11-23'), isDeliveryInstall: true })).toEqual(both)
    expect(check({ ...both, installAt: day('2026-11-24') })).toEqual(both)
    expect(check({ isDeliveryInstall: true })).toEqual({ ...NO_WISH, isDeliveryInstall: true })
  })
  test.each([
    [{ deliverAt: day('2026-11-21') }], [{ deliverAt: day('2026-11-25') }], [{ installAt: day('2026-11-21') }],
    [{ installAt: day('2026-11-25') }], [{ deliverAt: day('2026-11-24'), installAt: day('2026-11-22') }],
    [{ deliverAt: day('2026-11-22'), installAt: day('2026-11-25') }],
  ])('for a day that cannot be chosen, or for installing before it came, is refused: %j', (wish) =>
    expect(check(wish)).toEqual(outside))
  test('has no day to choose from when the goods leave too late', () => {
    const late = { hasInstallation: true, at, terms: { shipWithinHours: 240, deliveryDaysAhead: 2 } }
    expect(() => checkedWish({ ...NO_WISH, deliverAt: day('2026-11-22') }, late)).toThrow(Refusal)
  })
})

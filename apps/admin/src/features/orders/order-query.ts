import { orderOrderings } from '@hearth/contracts/orders'
import { orderStatuses } from '@hearth/kernel/order-status'
import type { ListAsk, ListValues } from '../../shared/list/list-types.ts'
import { idOf, wordOf } from '../../shared/list/use-list-url.ts'

export const payMethods = ['wechat', 'alipay', 'bank', 'credit'] as const

const startOf = (day: string | undefined) => day && `${day}T00:00:00.000+08:00`
const endOf = (day: string | undefined) => day && `${day}T23:59:59.999+08:00`

/** The filters of the address that do not ask for a state; days become instants in Shanghai. */
export function toOrderFilter(values: ListValues) {
  return {
    q: values.q,
    order_number: values.order_number,
    product_name: values.product_name,
    username: values.username,
    user_id: idOf(values.user_id),
    payment_method: wordOf(payMethods, values.payment_method),
    created_after: startOf(values.created_after),
    created_before: endOf(values.created_before),
    paid_after: startOf(values.paid_after),
    paid_before: endOf(values.paid_before),
  }
}

/** The states that the address asks for; empty means all of them. */
export function statusOf(values: ListValues): string {
  return (values.status ?? '').split(',').filter((word) => wordOf(orderStatuses, word) !== undefined).join(',')
}

export function toOrderQuery({ values, page, pageSize }: ListAsk) {
  const ordering = wordOf(orderOrderings, values.ordering)
  return { ...toOrderFilter(values), status: statusOf(values), ordering, page, page_size: pageSize }
}

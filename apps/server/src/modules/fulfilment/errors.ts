import type { RefusalTable } from '@hearth/kernel/errors'

export const fulfilmentErrors = {
  'fulfilment.unknown_line': {
    status: 400, code: 'BUSINESS_ERROR', zh: '订单里没有编号为 {item_id} 的商品行。',
    en: 'The order has no line {item_id}.',
  },
  'fulfilment.several_types': {
    status: 400, code: 'BUSINESS_ERROR', zh: '订单里不止一种型号，请按商品行填写编码。',
    en: 'The order holds several product types. Give the codes line by line.',
  },
  'fulfilment.wrong_code_count': {
    status: 400, code: 'BUSINESS_ERROR', zh: '整单需要 {qty} 个编码，收到 {given} 个。',
    en: 'The order takes {qty} codes, {given} were given.',
  },
} as const satisfies RefusalTable

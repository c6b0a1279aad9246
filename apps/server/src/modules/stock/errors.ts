import type { RefusalTable } from '@hearth/kernel/errors'

export const stockErrors = {
  'stock.insufficient': {
    status: 400, code: 'INSUFFICIENT_STOCK', zh: '库存不足，请减少数量。', en: 'There is not enough stock. Choose fewer.',
  },
  'stock.below_held': {
    status: 400, code: 'BUSINESS_ERROR', zh: '库存不能少于已被订单占用的 {held} 件。',
    en: 'Stock cannot go below the {held} pieces that orders hold.',
  },
  'stock.too_many': {
    status: 400, code: 'BUSINESS_ERROR', zh: '库存最多 {most} 件。', en: 'At most {most} pieces can be on hand.',
  },
} as const satisfies RefusalTable

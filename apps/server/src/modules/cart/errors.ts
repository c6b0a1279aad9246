import type { RefusalTable } from '@hearth/kernel/errors'

export const cartErrors = {
  'cart.line_full': {
    status: 400, code: 'BUSINESS_ERROR', zh: '每种商品最多加入 {max} 件。', en: 'At most {max} of one item fit into the cart.',
  },
} as const satisfies RefusalTable

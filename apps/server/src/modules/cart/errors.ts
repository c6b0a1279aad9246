import type { RefusalTable } from '@hearth/kernel/errors'

export const cartErrors = {
  'cart.line_full': {
    status: 400, code: 'BUSINESS_ERROR', zh: '每种商品最多加入 {max} 件。', en: 'At most {max} of one item fit into the cart.',
  },
  'cart.full': {
    status: 400, code: 'BUSINESS_ERROR',
    zh: '购物车最多放 {max_lines} 种、共 {max_pieces} 件商品，先结算或删掉一些。',
    en: 'The cart holds at most {max_lines} items and {max_pieces} pieces. Check out or remove some first.',
  },
} as const satisfies RefusalTable

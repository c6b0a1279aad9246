import type { RefusalTable } from '@hearth/kernel/errors'

export const catalogErrors = {
  'catalog.product_not_found': { status: 404, code: 'NOT_FOUND', zh: '没有这个商品。', en: 'There is no such product.' },
  'catalog.sku_not_found': { status: 404, code: 'NOT_FOUND', zh: '没有这个商品规格。', en: 'There is no such item.' },
  'catalog.category_not_found': { status: 404, code: 'NOT_FOUND', zh: '没有这个分类。', en: 'There is no such category.' },
  'catalog.sku_unknown': { status: 400, code: 'VALIDATION_ERROR', zh: '商品不存在。', en: 'There is no such item.' },
  'catalog.sku_off_sale': { status: 400, code: 'BUSINESS_ERROR', zh: '商品已下架。', en: 'This item is no longer for sale.' },
} as const satisfies RefusalTable

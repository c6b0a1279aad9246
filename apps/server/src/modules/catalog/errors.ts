import { Refusal } from '@hearth/kernel/errors'
import type { RefusalTable, Sentence } from '@hearth/kernel/errors'

export const catalogErrors = {
  'catalog.product_not_found': { status: 404, code: 'NOT_FOUND', zh: '没有这个商品。', en: 'There is no such product.' },
  'catalog.sku_not_found': { status: 404, code: 'NOT_FOUND', zh: '没有这个商品规格。', en: 'There is no such item.' },
  'catalog.category_not_found': { status: 404, code: 'NOT_FOUND', zh: '没有这个分类。', en: 'There is no such category.' },
  'catalog.sku_unknown': { status: 400, code: 'VALIDATION_ERROR', zh: '商品不存在。', en: 'There is no such item.' },
  'catalog.sku_off_sale': { status: 400, code: 'BUSINESS_ERROR', zh: '商品已下架。', en: 'This item is no longer for sale.' },
  'catalog.brand_not_found': { status: 404, code: 'NOT_FOUND', zh: '没有这个品牌。', en: 'There is no such brand.' },
  'catalog.invalid': {
    status: 400, code: 'VALIDATION_ERROR', zh: '提交的内容有误，请检查后重试。',
    en: 'Something in the request is not right. Check it and try again.',
  },
  'catalog.still_referred_to': {
    status: 409, code: 'RESOURCE_CONFLICT', zh: '仍被其他内容引用，不能删除。', en: 'Still referred to, so it cannot be deleted.',
  },
  'catalog.changed_meanwhile': {
    status: 409, code: 'RESOURCE_CONFLICT', zh: '在你编辑期间，内容已被别人修改，本次没有保存。请刷新后再改。',
    en: 'Somebody changed this while you were editing; nothing was saved. Load it again, then make your change.',
  },
  'catalog.last_sku': {
    status: 409, code: 'RESOURCE_CONFLICT', zh: '商品至少要有一个规格，最后一个不能删除。',
    en: 'A product has at least one SKU; the last one cannot be deleted.',
  },
} as const satisfies RefusalTable

export const sentences = {
  taken: { zh: '已被使用。', en: 'Already in use.' },
  missing: { zh: '此项必填。', en: 'This field is required.' },
  levelStays: { zh: '分类的层级不能更改。', en: 'The level of a category does not change.' },
  noParent: { zh: '品类没有上级分类。', en: 'A major category has no parent.' },
  parentIsMajor: { zh: '子类目的上级应为品类。', en: 'The parent of a minor category is a major one.' },
  parentIsMinor: { zh: '品项的上级应为子类目。', en: 'The parent of an item category is a minor one.' },
  categoryUnknown: { zh: '没有这个分类。', en: 'There is no such category.' },
  categoryLevel: { zh: '商品应放在子类目或品项下。', en: 'A product lies in a minor or an item category.' },
  brandUnknown: { zh: '没有这个品牌。', en: 'There is no such brand.' },
  priceOfSkus: {
    zh: '商品有多个规格，请在各规格中修改价格。', en: 'The product has several SKUs: change the price at each of them.',
  },
  optionsInUse: {
    zh: '现有规格与这些选项不符，请先修改或删除这些规格。',
    en: 'SKUs there are do not fit these options. Change or delete them first.',
  },
  specsUnfit: {
    zh: '每个选项应选一个已有的值，且不能有其他选项。', en: 'Choose one known value of every option, and nothing else.',
  },
  specsTaken: { zh: '已有相同选项的规格。', en: 'There is a SKU of these options already.' },
  tooMany: { zh: '组合太多，最多 500 种。', en: 'Too many combinations; 500 at most.' },
} as const satisfies Record<string, Sentence>

/** Refuses what was said of some fields. */
export function refuseFields(fields: Record<string, Sentence[]>): never {
  throw new Refusal('catalog.invalid', { fields })
}

import type { FastifyRequest } from 'fastify'
import { productSorts } from '@hearth/contracts/catalog'
import type { ProductQuery } from '@hearth/contracts/catalog'
import { fenFromText } from '@hearth/kernel/money'
import { offsetOf } from '@hearth/kernel/pages'
import type { PageAsk } from '@hearth/kernel/pages'
import { cleanText } from '../modules/search/index.ts'
import type { ChosenOption, ProductFilter } from '../reads/product-list.sql.ts'
import type { RowsAsked } from '../reads/rows-of-page.ts'
import type { SkuOrder } from '../reads/sku-list.sql.ts'
import { refuseField } from './required-text.ts'

const OPTION = { zh: '应为“名称:值”，例如 颜色:白。', en: 'Must be "name:value", such as colour:white.' }
const AMOUNT = { zh: '应为金额，例如 99.00。', en: 'Must be an amount such as 99.00.' }

/**
 * What a product list was asked for, but for its search. An unknown sort means relevance. Throws http.invalid for what
 * is no amount.
 */
export function productFilter(request: FastifyRequest): ProductFilter {
  const query = request.query as ProductQuery
  return {
    categoryName: cleanText(query.category ?? ''), categoryId: query.category_id,
    brandName: cleanText(query.brand ?? ''), minPriceFen: amount('min_price', query.min_price),
    maxPriceFen: amount('max_price', query.max_price), brandIds: [...new Set(query.brand_id ?? [])].toSorted((a, b) => a - b),
    options: chosenOptions(query.option), inStock: query.in_stock === true,
    order: productSorts.find((sort) => sort === query.sort_by) ?? 'relevance',
    withInactive: seesInactive(request), isActive: seesInactive(request) ? query.is_active : undefined,
  }
}

/** Only administrators see what is switched off. */
export function seesInactive(request: FastifyRequest): boolean {
  return request.person?.role === 'admin'
}

/** D-13's `ordering`; an unknown word means newest. */
export function skuOrder(ordering: string | undefined): SkuOrder {
  return knownSkuOrder(ordering) ?? 'newest'
}

/** `ordering` of SKUs: newest and most sold come first, "-" turns any order round; null for an unknown word. */
export function knownSkuOrder(ordering: string | undefined): SkuOrder | null {
  const orders: Record<string, SkuOrder> = {
    create_time: 'newest', '-create_time': 'oldest', price: 'cheapest', '-price': 'dearest', sales: 'most sold',
    '-sales': 'least sold',
  }
  return Object.hasOwn(orders, ordering ?? '') ? (orders[ordering ?? ''] ?? null) : null
}

export function rowsAsked(ask: PageAsk): RowsAsked {
  return { limit: ask.pageSize, offset: offsetOf(ask) }
}

/** `名:值` texts by name. Throws http.invalid for one without a name or value. */
function chosenOptions(texts: readonly string[] = []): ChosenOption[] {
  const byName = new Map<string, Set<string>>()
  for (const text of texts.toSorted()) {
    const [, name, value] = /^([^:]+):(.+)$/s.exec(cleanText(text)) ?? refuseField('option', OPTION)
    byName.set(name ?? '', (byName.get(name ?? '') ?? new Set()).add(value ?? ''))
  }
  return [...byName].map(([name, values]) => ({ name, values: [...values] }))
}

function amount(field: string, text: string | undefined): number | undefined {
  if (!text?.trim()) return undefined
  return fenFromText(text) ?? refuseField(field, AMOUNT)
}

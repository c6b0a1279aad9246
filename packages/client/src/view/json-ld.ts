import type { SkuDetail } from '@hearth/contracts/catalog'

export type Trail = readonly { name: string; to?: string | undefined }[]
const CONTEXT = 'https://schema.org'
const BARCODE = /^(?:\d{8}|\d{12,14})$/

/** Data as text for a script element; nothing in it can end that element. */
export function jsonLdText(data: object): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c')
}

/** What search engines are told of a SKU. Nothing is said of ratings as long as nobody gave any. */
export function productJsonLd(sku: SkuDetail, publicUrl: string) {
  const { product } = sku
  return {
    '@context': CONTEXT,
    '@type': 'Product',
    name: sku.name,
    description: (sku.caption || product.description || product.key_spec || sku.name).slice(0, 5_000),
    image: sku.images,
    sku: sku.sku_code,
    ...(product.product_model ? { mpn: product.product_model } : {}),
    ...(BARCODE.test(sku.barcode) ? { gtin: sku.barcode } : {}),
    brand: { '@type': 'Brand', name: product.brand },
    category: sku.breadcrumb.map(({ name }) => name).join(' > '),
    offers: {
      '@type': 'Offer',
      url: `${publicUrl}/goods/${sku.id}`,
      priceCurrency: 'CNY',
      price: sku.price,
      availability: `${CONTEXT}/${availability(sku)}`,
      itemCondition: `${CONTEXT}/NewCondition`,
      seller: { '@type': 'Organization', name: 'Hearth' },
      ...(product.warranty_months > 0 ? { warranty: warrantyOf(product.warranty_months) } : {}),
    },
  }
}

function availability({ is_launched: isLaunched, stock }: SkuDetail): string {
  if (!isLaunched) return 'Discontinued'
  return stock < 1 ? 'OutOfStock' : stock <= 5 ? 'LimitedAvailability' : 'InStock'
}

function warrantyOf(months: number) {
  return { '@type': 'WarrantyPromise', durationOfWarranty: { '@type': 'QuantitativeValue', value: months, unitCode: 'MON' } }
}

/** The way from the home page; the last one, where one is, needs no address. */
export function breadcrumbJsonLd(trail: Trail, publicUrl: string) {
  return {
    '@context': CONTEXT,
    '@type': 'BreadcrumbList',
    itemListElement: trail.map(({ name, to }, at) =>
      ({ '@type': 'ListItem', position: at + 1, name, ...(to ? { item: `${publicUrl}${to}` } : {}) })),
  }
}

/** Who sells here, and how the shop is searched. */
export function shopJsonLd(name: string, publicUrl: string) {
  const organization = { '@type': 'Organization', '@id': `${publicUrl}/#shop`, name, url: `${publicUrl}/` }
  const search = { '@type': 'EntryPoint', urlTemplate: `${publicUrl}/search?q={search_term_string}` }
  return {
    '@context': CONTEXT,
    '@graph': [organization, {
      '@type': 'WebSite', name, url: `${publicUrl}/`, publisher: { '@id': organization['@id'] },
      potentialAction: { '@type': 'SearchAction', target: search, 'query-input': 'required name=search_term_string' },
    }],
  }
}

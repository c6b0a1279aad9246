import { expect, test } from 'vitest'
import { breadcrumbJsonLd, jsonLdText, productJsonLd, shopJsonLd } from './json-ld.ts'

const sku = {
  id: 7, name: '十字门冰箱 白', caption: '', sku_code: 'W', barcode: '', price: '4299.05', stock: 7, comments: 12, is_launched: true,
  images: ['https://shop.cn/media/a.webp'], breadcrumb: [{ id: 1, name: '冰箱' }, { id: 2, name: '十字门' }],
  product: { brand: '海尔', product_model: 'BCD-510', description: '干湿分储', key_spec: '500 L', warranty_months: 36 },
}
const told = (change: object = {}) => productJsonLd({ ...sku, ...change } as never, 'https://shop.cn')

test('a product tells its price, stock, brand and warranty', () => {
  expect(told()).toEqual({
    '@context': 'https://schema.org', '@type': 'Product', name: '十字门冰箱 白', description: '干湿分储',
    image: ['https://shop.cn/media/a.webp'], sku: 'W', mpn: 'BCD-510', brand: { '@type': 'Brand', name: '海尔' }, category: '冰箱 > 十字门',
    offers: {
      '@type': 'Offer', url: 'https://shop.cn/goods/7', priceCurrency: 'CNY', price: '4299.05',
      availability: 'https://schema.org/InStock', itemCondition: 'https://schema.org/NewCondition',
      seller: { '@type': 'Organization', name: 'Hearth' },
      warranty: { '@type': 'WarrantyPromise', durationOfWarranty: { '@type': 'QuantitativeValue', value: 36, unitCode: 'MON' } },
    },
  })
})

test('availability follows shelf and stock', () => {
  const available = (change: object) => told(change).offers.availability.split('/').at(-1)
  expect([available({}), available({ stock: 5 }), available({ stock: 0 }), available({ is_launched: false })])
    .toEqual(['InStock', 'LimitedAvailability', 'OutOfStock', 'Discontinued'])
})

test.each([['6901234567892', true], ['12345678', true], ['', false], ['690123', false], ['69012345678AB', false]])(
  'barcode %j is a trade number: %s', (barcode, isOne) => {
    expect('gtin' in told({ barcode })).toBe(isOne)
  })

test('nobody rated anything, so no rating is told', () => {
  expect(jsonLdText(told())).not.toMatch(/rating|review/i)
})

test('a name cannot end the script it stands in', () => {
  const name = '冰箱</script><script>alert(1)</script><!--<script>'
  const text = jsonLdText(told({ name }))
  expect(text).not.toContain('<')
  expect(JSON.parse(text).name).toBe(name)
})

test('the way and the shop have absolute addresses', () => {
  expect(breadcrumbJsonLd([{ name: '首页', to: '/' }, { name: '冰箱' }], 'https://shop.cn').itemListElement).toEqual([
    { '@type': 'ListItem', position: 1, name: '首页', item: 'https://shop.cn/' }, { '@type': 'ListItem', position: 2, name: '冰箱' },
  ])
  const [, site] = shopJsonLd('Hearth', 'https://shop.cn')['@graph']
  expect(site).toMatchObject({ potentialAction: { target: { urlTemplate: 'https://shop.cn/search?q={search_term_string}' } } })
})

import { randomInt } from 'node:crypto'
import { json } from './test.ts'
import type { Shop } from './test.ts'

export type OwnGoods = { productId: number; name: string; skus: Record<string, number> }

const EVIL = '</script><script>window.hacked=1</script>'
const options = { 颜色: ['白', '灰'], 容量: ['510升', '600升'], 开门: ['左', '右'] }

/** A product of three options that sells some of their combinations: one is sold out, one is off the shelf. */
export async function ownGoods(shop: Shop): Promise<OwnGoods> {
  const { api: { admin } } = shop
  const model = await json<{ category_id: number; brand_id: number; main_images: string[] }>(admin.get('/api/products/1/'))
  const name = `试验冰箱 ${randomInt(1e9)} ${EVIL}`
  const product = await json<{ id: number; default_sku_id: number }>(admin.post('/api/products/', { data: {
    name, category_id: model.category_id, brand_id: model.brand_id, price: '3999', market_price: '4599', stock: 7, has_installation: true,
    spec_options: options, main_images: model.main_images.slice(0, 3), description: `一句话 ${EVIL}`,
    manuals: [{ title: '使用说明书', url: 'https://maker.example/manual.pdf' }],
  } }))
  const skus: Record<string, number> = { '白 510升 左': product.default_sku_id }
  const add = async (values: string, more: object) => {
    const [颜色, 容量, 开门] = values.split(' ')
    const sku = await json<{ id: number }>(admin.post(`/api/products/${product.id}/skus/`, { data: {
      specs: { 颜色, 容量, 开门 }, price: '4299', stock: 3, barcode: '6901234567892', ...more,
    } }))
    skus[values] = sku.id
  }
  await add('灰 510升 左', { stock: 0 })
  await add('白 600升 左', {})
  await add('白 600升 右', {})
  await add('灰 600升 右', { is_launched: false })
  return { productId: product.id, name, skus }
}

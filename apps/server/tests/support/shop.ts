import { aBrand, aCategory, aCategoryBranch, aProduct } from './builders.ts'
import type { World } from './world.ts'

/** Two branches of categories; a fridge with three SKUs, a washer, a dryer beside it, and a fridge that is hidden. */
export async function aShop(w: World) {
  const [cold, wash] = [await aCategoryBranch(w), await aCategoryBranch(w)]
  const dryers = await aCategory(w, {
    level: 'item', parentId: wash.minorId, name: '干衣机', sortOrder: 1, logo: 'c/dryer.webp',
  })
  const [haier, leader] = [await aBrand(w, '海尔'), await aBrand(w, '统帅')]
  const fridge = await aProduct(w, {
    categoryId: cold.itemId, brandId: haier, name: '十字门冰箱', model: 'BCD-510', at: new Date('2026-11-01T00:00:00Z'),
    description: '一级能效，干湿分储', mainImages: ['p/1/a.webp', 'p/1/b.webp'], detailImages: ['p/1/long.webp'], salesQty: 30,
    viewQty: 5, parameters: [['总容积', '510 L'], ['能效等级', '一级']],
    options: [{ name: '颜色', values: ['白', '灰', '黑'] }],
    skus: [
      {
        code: 'W', specs: { 颜色: '白' }, priceFen: 429_905, marketPriceFen: 499_900, onHandQty: 7,
        image: 'p/1/w.webp', salesQty: 3,
      },
      { code: 'G', specs: { 颜色: '灰' }, priceFen: 419_900, marketPriceFen: null, onHandQty: 2, salesQty: 9 },
      { code: 'B', specs: { 颜色: '黑' }, priceFen: 1, isLaunched: false },
    ],
  })
  const washer = await aProduct(w, {
    categoryId: wash.itemId, brandId: leader, name: '滚筒洗衣机', at: new Date('2026-11-03T00:00:00Z'),
    salesQty: 10, viewQty: 50, description: '可洗冰箱罩', skus: [{ priceFen: 299_900 }],
  })
  const dryer = await aProduct(w, {
    categoryId: dryers, brandId: haier, name: '热泵干衣机', at: new Date('2026-11-02T00:00:00Z'), salesQty: 20,
    description: '柔烘', skus: [{ priceFen: 599_900 }],
  })
  const hidden = await aProduct(w, { categoryId: cold.itemId, brandId: haier, name: '停产冰箱', isActive: false })
  return { cold, wash, dryers, haier, leader, fridge, washer, dryer, hidden }
}


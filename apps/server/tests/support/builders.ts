import { insertBrand, insertCategory, insertProduct } from '../../src/modules/catalog/index.ts'
import type { CategoryLevel, NewProduct, NewSku } from '../../src/modules/catalog/index.ts'
import { createAddress } from '../../src/modules/customers/index.ts'
import type { Address, CreateAddress } from '../../src/modules/customers/index.ts'
import { setLevel } from '../../src/modules/stock/index.ts'
import type { World } from './world.ts'

let made = 0

/** A category; its name is its own when none is given. */
export async function aCategory(
  w: World, given: { name?: string; level?: CategoryLevel; parentId?: number; sortOrder?: number; logo?: string } = {},
): Promise<number> {
  made += 1
  const { name = `分类 ${made}`, level = 'major', parentId = null, sortOrder = 0, logo = '' } = given
  return w.inTx((tx) => insertCategory(tx, { name, level, parentId, sortOrder, logo }))
}

/** A major, a minor in it and an item in that. */
export async function aCategoryBranch(w: World): Promise<{ majorId: number; minorId: number; itemId: number }> {
  const majorId = await aCategory(w)
  const minorId = await aCategory(w, { level: 'minor', parentId: majorId })
  return { majorId, minorId, itemId: await aCategory(w, { level: 'item', parentId: minorId }) }
}

export async function aBrand(w: World, name?: string): Promise<number> {
  made += 1
  const brand = { name: name ?? `品牌 ${made}`, firstLetter: 'P', logo: '', description: '', sortOrder: 0 }
  return w.inTx((tx) => insertBrand(tx, { ...brand, at: w.deps.now() }))
}

export type GivenSku = Partial<NewSku> & { onHandQty?: number }
export type GivenProduct = Partial<Omit<NewProduct, 'skus'>> & { skus?: GivenSku[] }

/** A product for sale with ten pieces of each SKU; one white SKU for ¥1,999.00 unless others are given. */
export async function aProduct(w: World, given: GivenProduct = {}): Promise<{ productId: number; skuIds: number[] }> {
  made += 1
  const at = given.at ?? w.deps.now()
  const skus = (given.skus ?? [{}]).map((sku, place) => aNewSku(sku, place))
  const product: NewProduct = {
    name: `冰箱 ${made}`, model: `BCD-${made}`, description: '风冷无霜', keySpec: '500 L', sellingPoints: ['一级能效'],
    parameters: [['能效等级', '一级']], options: [{ name: '颜色', values: ['白'] }],
    mainImages: [`products/${made}/front.webp`], detailImages: [], warrantyMonths: 36, hasInstallation: true,
    ...given,
    categoryId: given.categoryId ?? (await aCategoryBranch(w)).itemId,
    brandId: given.brandId ?? (await aBrand(w)),
    at,
    skus,
  }
  return w.inTx(async (tx) => {
    const ids = await insertProduct(tx, product)
    for (const [place, skuId] of ids.skuIds.entries()) {
      await setLevel(tx, { skuId, onHandQty: given.skus?.[place]?.onHandQty ?? 10, at, actorId: null })
    }
    return ids
  })
}

function aNewSku({ onHandQty: _, ...given }: GivenSku, place: number): NewSku {
  return {
    code: `SKU-${place + 1}`, caption: '', specs: { 颜色: '白' }, priceFen: 199_900, marketPriceFen: 249_900,
    costPriceFen: 150_000, image: '', productTypeId: null, ...given,
  }
}

/** A product with one SKU. @returns the SKU and its product */
export async function aSku(w: World, given: GivenSku = {}): Promise<{ skuId: number; productId: number }> {
  const { productId, skuIds } = await aProduct(w, { skus: [given] })
  return { skuId: skuIds[0] ?? 0, productId }
}

/** An address of a person in 青岛市崂山区. */
export async function anAddress(
  w: World, userId: number, given: Partial<CreateAddress['fields']> = {},
): Promise<Address> {
  const fields = { title: '家', receiver: '王小明', mobile: '13800000000', detail: '海尔路 1 号', postalCode: '', ...given }
  const area = { province: undefined, city: undefined, district: 370212 }
  return w.inTx((tx) => createAddress(tx, { userId, fields, area, isDefault: undefined, at: w.deps.now() }))
}

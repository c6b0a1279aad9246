import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { createProductType, createUnits, shipUnitsToAgent } from '../../src/modules/lifecycle/index.ts'
import type { World } from './world.ts'

let made = 0

/** A product type with a model of its own. */
export async function aProductType(w: World, given: { warrantyMonths?: number; model?: string } = {}): Promise<number> {
  made += 1
  const model = given.model ?? `BCD-${made}`
  const type = { name: '对开门冰箱', model, specification: '', description: '', warrantyMonths: given.warrantyMonths ?? 36 }
  return (await w.inTx((tx) => createProductType(tx, { ...type, at: w.deps.now() }))).id
}

/** Units in stock with these codes. @returns their ids in this order */
export async function unitsInStock(w: World, codes: readonly string[], productTypeId?: number): Promise<number[]> {
  const typeId = productTypeId ?? (await aProductType(w))
  const admin = await w.signIn('admin', { role: 'admin' })
  return w.inTx((tx) => createUnits(tx, {
    operation: 'bulk_create', productTypeId: typeId, codes, remark: '', actorId: admin.userId, at: w.deps.now(),
  }))
}

type AtAgent = { agentId?: number; productTypeId?: number }

/** Units that an agent holds. @returns their ids in this order */
export async function unitsAtAgent(w: World, codes: readonly string[], given: AtAgent = {}): Promise<number[]> {
  const ids = await unitsInStock(w, codes, given.productTypeId)
  const admin = await w.signIn('admin', { role: 'admin' })
  const agentId = given.agentId ?? (await w.signIn('agent', { isAgent: true })).userId
  await w.inTx((tx) => shipUnitsToAgent(tx, { codes, agentId, actorId: admin.userId, at: w.deps.now() }))
  return ids
}

export type PaidOrder = { id: number; number: string; lineIds: number[]; skuIds: number[] }

/** A paid order of one SKU per line with its stock held. */
export async function aPaidOrder(
  w: World, buyerId: number, lines: readonly { productTypeId: number | null; qty: number }[],
): Promise<PaidOrder> {
  const productId = await aProduct(w)
  made += 1
  const number = `2026112010000${String(made).padStart(5, '0')}`
  const qty = lines.reduce((sum, line) => sum + line.qty, 0)
  const order = await one(w, sql`insert into orders.orders
    (number, user_id, state, goods_fen, payable_fen, item_qty, pay_method, receiver, phone, province, city, district,
     province_code, city_code, district_code, address_detail, placed_by, placed_at, expires_at, paid_at, updated_at)
    values (${number}, ${buyerId}, 'paid', ${qty * 100}, ${qty * 100}, ${qty}, 'alipay', '王小明', '13800000000', '山东省',
     '青岛市', '崂山区', 370000, 370200, 370212, '海尔路 1 号', ${buyerId}, ${w.deps.now()}, ${w.deps.now()}, ${w.deps.now()},
     ${w.deps.now()}) returning id`)
  const lineIds: number[] = []
  const skuIds: number[] = []
  for (const [place, line] of lines.entries()) {
    const skuId = await aSku(w, { productId, code: `S${place}`, productTypeId: line.productTypeId })
    await sql`insert into stock.levels (sku_id, on_hand_qty, held_qty)
      values (${skuId}, ${line.qty}, ${line.qty})
      on conflict (sku_id) do update set on_hand_qty = excluded.on_hand_qty, held_qty = excluded.held_qty`.execute(w.db)
    await sql`insert into stock.holds (order_id, sku_id, qty, state, created_at)
      values (${order}, ${skuId}, ${line.qty}, 'held', ${w.deps.now()})`.execute(w.db)
    lineIds.push(await one(w, sql`insert into orders.order_lines
      (order_id, product_id, sku_id, product_name, sku_specs, sku_code, image, product_type_id, qty, unit_price_fen,
       created_at)
      values (${order}, ${productId}, ${skuId}, '冰箱', '{}', ${`S${place}`}, '', ${line.productTypeId}, ${line.qty}, 100,
        ${w.deps.now()}) returning id`))
    skuIds.push(skuId)
  }
  return { id: order, number, lineIds, skuIds }
}

async function aProduct(w: World): Promise<number> {
  made += 1
  const category = await one(w, sql`insert into catalog.categories (level, name)
    values ('major', ${`大家电 ${made}`}) returning id`)
  const brand = await one(w, sql`insert into catalog.brands (name, created_at, updated_at)
    values (${`品牌 ${made}`}, ${w.deps.now()}, ${w.deps.now()}) returning id`)
  return one(w, sql`insert into catalog.products
    (category_id, category_path, brand_id, name, main_images, created_at, updated_at)
    values (${category}, array[${category}::bigint], ${brand}, '冰箱', array['products/1/front.webp'],
      ${w.deps.now()}, ${w.deps.now()}) returning id`)
}

async function aSku(w: World, sku: { productId: number; code: string; productTypeId: number | null }): Promise<number> {
  return one(w, sql`insert into catalog.skus
    (product_id, category_id, name, sku_code, price_fen, product_type_id, created_at, updated_at)
    select ${sku.productId}, p.category_id, '冰箱 白', ${sku.code}, 100, ${sku.productTypeId}, ${w.deps.now()},
      ${w.deps.now()}
    from catalog.products p where p.id = ${sku.productId} returning id`)
}

async function one(w: World, statement: RawBuilder<unknown>): Promise<number> {
  const { rows } = await statement.execute(w.db)
  const id = (rows[0] as { id: number } | undefined)?.id
  if (id === undefined) throw new Error('Nothing was inserted')
  return id
}

import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db.ts'

export type StockLine = { skuId: number; qty: number }
export type HoldState = 'held' | 'released' | 'shipped'
type Noted = { orderId: number; reason: string; at: Date; actorId: number | null }

/** Holds one line if that many are free, with its hold and log rows. @returns false when there were too few */
export async function holdLine(tx: Tx, line: StockLine, noted: Noted): Promise<boolean> {
  const { orderId, reason, at, actorId } = noted
  const { rows } = await sql<{ sku_id: number }>`
    with level as (
      update stock.levels set held_qty = held_qty + ${line.qty}
      where sku_id = ${line.skuId} and on_hand_qty - held_qty >= ${line.qty}
      returning sku_id
    ), hold as (
      insert into stock.holds (order_id, sku_id, qty, state, created_at)
      select ${orderId}, sku_id, ${line.qty}, 'held', ${at} from level
    )
    insert into stock.moves (sku_id, change_type, qty, reason, order_id, actor_id, at)
    select sku_id, 'lock', -${line.qty}::int, ${reason}, ${orderId}, ${actorId}, ${at} from level
    returning sku_id`.execute(tx)
  return rows.length > 0
}

/** Ends what the order still holds. @returns those lines in the order in which levels are locked */
export async function endHolds(tx: Tx, orderId: number, state: 'released' | 'shipped', at: Date): Promise<StockLine[]> {
  const ended = await tx.updateTable('stock.holds').set({ state, ended_at: at })
    .where('order_id', '=', orderId).where('state', '=', 'held')
    .returning(['sku_id as skuId', 'qty']).execute()
  return ended.sort((a, b) => a.skuId - b.skuId)
}

/** What happens to the level of a held line, and what the log says of it. */
export type LevelChange = {
  skuId: number
  onHandBy: number
  heldBy: number
  changeType: 'lock' | 'release' | 'ship'
  loggedQty: number
}

/** Changes a level that is known to allow it, with its log row. */
export async function changeLevel(tx: Tx, change: LevelChange, noted: Noted): Promise<void> {
  const { orderId, reason, at, actorId } = noted
  await sql`
    with level as (
      update stock.levels set on_hand_qty = on_hand_qty + ${change.onHandBy}, held_qty = held_qty + ${change.heldBy}
      where sku_id = ${change.skuId} returning sku_id
    )
    insert into stock.moves (sku_id, change_type, qty, reason, order_id, actor_id, at)
    select sku_id, ${change.changeType}, ${change.loggedQty}::int, ${reason}, ${orderId}, ${actorId}, ${at} from level`
    .execute(tx)
}

/** The order's released lines count as held again. */
export async function reviveHolds(tx: Tx, orderId: number): Promise<void> {
  await tx.updateTable('stock.holds').set({ state: 'held', ended_at: null })
    .where('order_id', '=', orderId).where('state', '=', 'released').execute()
}

/** Locks the order's holds with their levels, by SKU, and says what is free of each now. */
export async function lockHolds(tx: Tx, orderId: number) {
  const { rows } = await sql<StockLine & { state: HoldState; free: number }>`
    select h.sku_id as "skuId", h.qty, h.state, l.on_hand_qty - l.held_qty as free
    from stock.holds as h join stock.levels as l on l.sku_id = h.sku_id
    where h.order_id = ${orderId} order by h.sku_id for update`.execute(tx)
  return rows
}

export function selectFree(db: Db | Tx, skuIds: readonly number[]) {
  return db.selectFrom('stock.levels').select(['sku_id', sql<number>`on_hand_qty - held_qty`.as('free_qty')])
    .where('sku_id', '=', sql<number>`any((select ${[...skuIds]}::bigint[])::bigint[])`).execute()
}

/** Makes sure that the SKU has a level and locks it. */
export async function lockLevel(tx: Tx, skuId: number) {
  await tx.insertInto('stock.levels').values({ sku_id: skuId, on_hand_qty: 0 })
    .onConflict((on) => on.doNothing()).execute()
  return tx.selectFrom('stock.levels').select(['on_hand_qty', 'held_qty']).where('sku_id', '=', skuId)
    .forUpdate().executeTakeFirstOrThrow()
}

export async function writeOnHand(tx: Tx, skuId: number, onHandQty: number): Promise<void> {
  await tx.updateTable('stock.levels').set({ on_hand_qty: onHandQty }).where('sku_id', '=', skuId).execute()
}

export async function insertAdjustment(
  tx: Tx, move: { skuId: number; qty: number; reason: string; actorId: number | null; at: Date },
): Promise<void> {
  await tx.insertInto('stock.moves').values({
    sku_id: move.skuId, change_type: 'adjust', qty: move.qty, reason: move.reason, actor_id: move.actorId, at: move.at,
  }).execute()
}

/** Makes sure that the SKUs have levels and locks them, by SKU. */
export async function lockLevels(tx: Tx, skuIds: readonly number[]) {
  const sorted = [...skuIds].sort((a, b) => a - b)
  await sql`insert into stock.levels (sku_id, on_hand_qty)
    select id, 0 from unnest(${sorted}::bigint[]) as t (id) on conflict do nothing`.execute(tx)
  const { rows } = await sql<{ skuId: number; onHandQty: number; heldQty: number }>`
    select sku_id as "skuId", on_hand_qty as "onHandQty", held_qty as "heldQty" from stock.levels
    where sku_id = any((select ${sorted}::bigint[])::bigint[]) order by sku_id for update`.execute(tx)
  return rows
}

/** Writes levels that are locked, each with its row in the log. */
export async function writeLevels(
  tx: Tx, changes: readonly { skuId: number; onHandQty: number; fromQty: number }[], noted: Omit<Noted, 'orderId'>,
): Promise<void> {
  await sql`
    with said as (
      select * from unnest(${changes.map((one) => one.skuId)}::bigint[], ${changes.map((one) => one.onHandQty)}::int[],
        ${changes.map((one) => one.fromQty)}::int[]) as t (sku_id, on_hand_qty, from_qty)
    ), level as (
      update stock.levels as l set on_hand_qty = said.on_hand_qty from said where l.sku_id = said.sku_id
    )
    insert into stock.moves (sku_id, change_type, qty, reason, actor_id, at)
    select sku_id, 'adjust', on_hand_qty - from_qty, ${noted.reason}, ${noted.actorId}, ${noted.at} from said
    order by sku_id`.execute(tx)
}

/** Levels at zero, of SKUs without a hold or a move. */
export async function deleteIdleLevels(tx: Tx, skuIds: readonly number[]): Promise<void> {
  await sql`delete from stock.levels as l
    where l.sku_id = any((select ${[...skuIds]}::bigint[])::bigint[]) and l.on_hand_qty = 0 and l.held_qty = 0
      and not exists (select from stock.holds as h where h.sku_id = l.sku_id)
      and not exists (select from stock.moves as m where m.sku_id = l.sku_id)`.execute(tx)
}

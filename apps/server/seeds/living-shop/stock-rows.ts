import type { Goods } from './goods.ts'
import { productOf } from './goods.ts'
import { stateOf } from './order-rows.ts'
import type { Order, OrderLine } from './orders.ts'
import type { Person } from './people.ts'
import { personNamed } from './people.ts'
import { numbered } from './rows.ts'
import type { Row, ShopRows } from './rows.ts'

type StockRows = Pick<ShopRows, 'stock.levels' | 'stock.holds' | 'stock.moves'>
type MoveRow = Row<'stock.moves'>
type HoldState = 'held' | 'released' | 'shipped'

/** Levels that leave free what the catalogue says, with every hold and every line of the log that led there. */
export function stockRows(goods: Goods, orders: readonly Order[], people: readonly Person[]): StockRows {
  const [adminId, staffId] = [personNamed(people, 'admin').id, personNamed(people, 'support1').id]
  const lines = orders.flatMap((order) => order.lines.map((line) => ({ order, line, state: holdStateOf(order) })))
  const qtyOf = (skuId: number, state: HoldState) =>
    lines.filter((each) => each.line.sku.id === skuId && each.state === state)
      .reduce((sum, each) => sum + each.line.qty, 0)
  const levels = goods.skus.map((sku) => (
    { sku, heldQty: qtyOf(sku.id, 'held'), shippedQty: qtyOf(sku.id, 'shipped') }))
  const deliveries = levels.filter(({ sku, heldQty, shippedQty }) => sku.seed.onHandQty + heldQty + shippedQty > 0)
    .map(({ sku, heldQty, shippedQty }): MoveRow => ({
      sku_id: sku.id, change_type: 'adjust', qty: sku.seed.onHandQty + heldQty + shippedQty, reason: '到货入库',
      order_id: null, actor_id: adminId, at: productOf(goods, sku).createdAt,
    }))
  const changes = lines.flatMap(({ order, line }) => moveRows(order, line, staffId))
  return {
    'stock.levels': levels.map(({ sku, heldQty }) => ({
      sku_id: sku.id, on_hand_qty: sku.seed.onHandQty + heldQty, held_qty: heldQty,
    })),
    'stock.holds': lines.map(({ order, line, state }) => ({
      order_id: order.id, sku_id: line.sku.id, qty: line.qty, state, created_at: order.placedAt,
      ended_at: order.shippedAt ?? order.cancelledAt,
    })),
    'stock.moves': numbered([...deliveries, ...changes], (move) => move.at as Date),
  }
}

function holdStateOf({ fate }: Order): HoldState {
  const state = stateOf[fate]
  if (state === 'cancelled') return 'released'
  return state === 'shipped' || state === 'completed' ? 'shipped' : 'held'
}

function moveRows(order: Order, { sku, qty }: OrderLine, staffId: number): MoveRow[] {
  const { id, buyer, placedAt, shippedAt, cancelledAt, cancelledBy } = order
  const of = { sku_id: sku.id, order_id: id }
  const moves: MoveRow[] = [logged(of, { change_type: 'lock', qty: -qty, actor_id: buyer.id, at: placedAt })]
  if (shippedAt) moves.push(logged(of, { change_type: 'ship', qty: -qty, actor_id: staffId, at: shippedAt }))
  if (cancelledAt) {
    const actor_id = cancelledBy === 'timeout' ? null : cancelledBy === 'staff' ? staffId : buyer.id
    const reason = cancelledBy === 'timeout' ? '超时未支付' : '订单取消'
    moves.push({ ...logged(of, { change_type: 'release', qty, actor_id, at: cancelledAt }), reason })
  }
  return moves
}

type Logged = { change_type: 'lock' | 'release' | 'ship'; qty: number; actor_id: number | null; at: Date }

function logged(of: { sku_id: number; order_id: number }, { change_type, qty, actor_id, at }: Logged): MoveRow {
  return { sku_id: of.sku_id, change_type, qty, reason: '', order_id: of.order_id, actor_id, at }
}

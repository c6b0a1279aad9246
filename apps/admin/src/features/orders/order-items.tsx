import { Link } from 'react-router'
import type { OrderDetail, OrderView } from '@hearth/contracts/orders'
import { Part } from '../../shared/facts.tsx'
import { useTexts } from '../../shared/language.tsx'
import { moneyShown } from '../../shared/shown.ts'
import { unitPath } from '../../shared/paths.ts'
import { UnitState } from '../../shared/state-tags.tsx'
import { Picture } from './goods-brief.tsx'

type Item = OrderView['items'][number]

/** The lines of an order, each with the machines that went out for it. */
export function OrderItems({ order }: { order: OrderDetail }) {
  const t = useTexts().orders
  return (
    <Part title={t.items}>
      <ul className="order-items">
        {order.items.map((item) => (
          <li key={item.id}>
            <ItemLine item={item} />
            <ItemUnits units={order.units.filter((unit) => unit.item_id === item.id)} />
          </li>
        ))}
      </ul>
    </Part>
  )
}

function ItemLine({ item }: { item: Item }) {
  const t = useTexts().orders
  const specs = Object.entries(item.sku_specs).map(([name, value]) => `${name} ${value}`).join(' · ')
  return (
    <div className="item-line">
      <Picture url={item.snapshot_image} size={56} />
      <div className="item-words">
        <a href={`/goods/${item.sku_id}`} target="_blank" rel="noreferrer" className="item-name">{item.product_name}</a>
        <p className="hint">{specs}</p>
        <p className="hint">{t.skuCode} <span className="code">{item.sku_code}</span></p>
      </div>
      <div className="item-money num">
        <strong>{moneyShown(item.actual_amount)}</strong>
        <span className="hint">{moneyShown(item.unit_price)} × {item.quantity}</span>
        {Number(item.discount_amount) > 0 && (
          <span className="hint">{t.discount} −{moneyShown(item.discount_amount)}</span>
        )}
      </div>
    </div>
  )
}

function ItemUnits({ units }: { units: OrderDetail['units'] }) {
  const t = useTexts().orders
  if (units.length === 0) return null
  return (
    <ul className="item-units">
      {units.map((unit) => (
        <li key={unit.qrcode_id}>
          <Link className="code" to={unitPath(unit.qrcode_id)}>{unit.qrcode_id}</Link>
          <UnitState status={unit.status} />
          {unit.warranty_end !== null && <span className="hint">{t.warrantyUntil(unit.warranty_end)}</span>}
          <a href={unit.scan_url} target="_blank" rel="noreferrer">{t.scanPage}</a>
        </li>
      ))}
    </ul>
  )
}

export function OrderAmounts({ order }: { order: OrderView }) {
  const t = useTexts().orders
  return (
    <dl className="amounts num">
      <div><dt>{t.goods}</dt><dd>{moneyShown(order.total_amount)}</dd></div>
      {Number(order.discount_amount) > 0 && (
        <div><dt>{t.discount}</dt><dd>−{moneyShown(order.discount_amount)}</dd></div>
      )}
      <div><dt>{t.freight}</dt><dd>{moneyShown(order.freight)}</dd></div>
      <div className="amounts-total"><dt>{t.orderTotal}</dt><dd>{moneyShown(order.actual_amount)}</dd></div>
    </dl>
  )
}

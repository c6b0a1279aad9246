import type { OrderDetail } from '@hearth/client/api/orders'
import { ordersTexts } from '@hearth/client/texts/shop-orders'
import { groupedCode, pathOfScanUrl } from '@hearth/client/view/scan'
import { Link } from 'react-router'
import { Icon } from '../parts/icons.tsx'
import { Picture } from '../parts/picture.tsx'
import { useTexts } from '../parts/use-shop.ts'

type Props = { units: OrderDetail['units']; items: OrderDetail['items'] }

/** The machines that were sent for this order: each one leads to its own page. */
export function OrderUnits({ units, items }: Props) {
  const texts = useTexts(ordersTexts)
  if (units.length === 0) return null
  return (
    <section aria-labelledby="units" className="mt-10">
      <h2 id="units" className="text-lg">{texts.units}</h2>
      <p className="mt-1 text-sm text-muted">{texts.unitsText}</p>
      <ul className="mt-4 grid grid-cols-1 gap-3 md:grid-cols-2">
        {units.map((unit) => {
          const item = items.find((one) => one.id === unit.item_id)
          return (
            <li key={unit.qrcode_id} className="group relative flex min-w-0 items-center gap-4 rounded-card border border-[#cfe4e2] bg-teal-wash p-3 pr-4">
              <span className="w-16 shrink-0 overflow-hidden rounded-control"><Picture src={item?.snapshot_image ?? ''} alt="" sizes="64px" className="aspect-square w-full" /></span>
              <div className="min-w-0 flex-1">
                <h3 className="num text-base">
                  <Link to={pathOfScanUrl(unit.scan_url, unit.qrcode_id)} className="after:absolute after:inset-0 group-hover:text-teal">{groupedCode(unit.qrcode_id)}</Link>
                </h3>
                <p className="truncate text-sm text-[#3d5452]">{item?.product_name}</p>
                <p className="num text-sm text-teal">{texts.unitStatus[unit.status]} · {unit.warranty_end ? texts.warrantyUntil(unit.warranty_end) : texts.warrantyNotYet}</p>
              </div>
              <span className="text-teal"><Icon name="right" size={20} /></span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

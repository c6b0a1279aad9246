import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { PersonDetail } from '@hearth/contracts/people'
import { api } from '../../shared/api.ts'
import { Part } from '../../shared/facts.tsx'
import { useTexts } from '../../shared/language.tsx'
import { ordersOfPath, unitPath, unitsOfPath } from '../../shared/paths.ts'
import { moneyShown, timeShown } from '../../shared/shown.ts'
import { OrderState, UnitState, warrantyWords } from '../../shared/state-tags.tsx'
import { LoadFault, LoadingBlock } from '../../shared/states.tsx'

const LATEST = 10

export function OrdersPart({ person }: { person: PersonDetail }) {
  const t = useTexts().people
  const found = useQuery({
    queryKey: ['orders', 'of-person', person.id],
    queryFn: () => api.orders({ user_id: person.id, page: 1, page_size: LATEST }),
  })
  const total = found.data?.total ?? 0
  const all = total > 0 && <Link to={ordersOfPath(person.id)}>{t.allOrders(total)}</Link>
  return (
    <Part title={t.latestOrders} extra={all}>
      <Found found={found} none={t.noOrders} rows={found.data?.rows.map((order) => (
        <li key={order.order_number}>
          <Link className="code" to={`/orders/${order.order_number}`}>{order.order_number}</Link>
          <OrderState status={order.status} />
          <span className="row-words">{order.items.map((item) => item.product_name).join('、')}</span>
          <span className="row-end num">
            <span className="hint">{timeShown(order.created_at)}</span>
            <span>{moneyShown(order.actual_amount)}</span>
          </span>
        </li>
      ))} />
    </Part>
  )
}

export function UnitsPart({ person }: { person: PersonDetail }) {
  const texts = useTexts()
  const t = texts.people
  const found = useQuery({
    queryKey: ['units', 'of-person', person.id],
    queryFn: () => api.units({ customer: person.id, page: 1, page_size: LATEST }),
  })
  const total = found.data?.total ?? 0
  const all = total > 0 && <Link to={unitsOfPath(person.id)}>{t.allUnits(total)}</Link>
  return (
    <Part title={t.units} extra={all}>
      <Found found={found} none={t.noUnits} rows={found.data?.rows.map((unit) => (
        <li key={unit.qrcode_id}>
          <Link className="code" to={unitPath(unit.qrcode_id)}>{unit.qrcode_id}</Link>
          <UnitState status={unit.status} />
          <span className="row-words">{unit.product_type.name} <span className="hint">{unit.product_type.model}</span></span>
          <span className="row-end hint">{warrantyWords(unit, texts)}</span>
        </li>
      ))} />
    </Part>
  )
}

export function AddressesPart({ person }: { person: PersonDetail }) {
  const t = useTexts().people
  const found = useQuery({ queryKey: ['people', 'addresses', person.id], queryFn: () => api.addressesOf(person.id) })
  return (
    <Part title={t.addresses}>
      <Found found={found} none={t.noAddresses} className="person-addresses" rows={found.data?.map((address) => (
        <li key={address.id}>
          <p>
            <strong>{address.receiver}</strong> <span className="num">{address.mobile}</span>
            {address.is_default && <> <span className="tag tag-teal">{t.defaultAddress}</span></>}
          </p>
          <p>{[address.province, address.city, address.district, address.place].join(' ')}</p>
        </li>
      ))} />
    </Part>
  )
}

type FoundProps = {
  found: { isError: boolean; error: unknown; isPending: boolean; refetch: () => unknown }
  rows: ReactNode[] | undefined
  none: string
  className?: string
}

function Found({ found, rows, none, className = 'person-rows' }: FoundProps) {
  if (found.isError) return <LoadFault error={found.error} retry={() => void found.refetch()} />
  if (found.isPending || rows === undefined) return <LoadingBlock rows={2} />
  return rows.length === 0 ? <p className="hint">{none}</p> : <ul className={className}>{rows}</ul>
}

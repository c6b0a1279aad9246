import PlusOutlined from '@ant-design/icons/PlusOutlined'
import Button from 'antd/es/button'
import Select from 'antd/es/select'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useState } from 'react'
import type { AddressView } from '@hearth/contracts/customers'
import { api } from '../../../shared/api.ts'
import { useTexts } from '../../../shared/language.tsx'
import { LoadFault, LoadingBlock } from '../../../shared/states.tsx'
import { moneyShown } from '../../../shared/shown.ts'
import type { NewLine } from './new-order.ts'

const NewAddressDialog = lazy(async () => ({ default: (await import('./new-address-dialog.tsx')).NewAddressDialog }))
const MOST_ADDRESSES = 20

/** The text once nobody has typed for a moment. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text.trim()), 250)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}

type BuyerProps = { id: string; onChoose: (buyer: { id: number; username: string }) => void }

export function BuyerField({ id, onChoose }: BuyerProps) {
  const t = useTexts().orders.placing
  const [typed, setTyped] = useState('')
  const q = useSettled(typed)
  const found = useQuery({
    queryKey: ['buyers', q], queryFn: () => api.buyers(q), enabled: q !== '', placeholderData: keepPreviousData,
  })
  const people = q === '' ? [] : found.data ?? []
  return (
    <Select id={id} showSearch={{ filterOption: false, onSearch: setTyped }} placeholder={t.buyerHint} className="full" suffixIcon={null}
      loading={found.isFetching} notFoundContent={q === '' || found.isFetching ? null : t.buyerNone}
      options={people.map((one) => ({ value: one.id, label: [one.username, one.mobile].filter((word) => word !== '').join(' · ') }))}
      onChange={(chosen: number) => {
        const buyer = people.find((one) => one.id === chosen)
        if (buyer) onChoose(buyer)
      }} />
  )
}

type AddressProps = {
  buyer: { id: number; username: string }
  value: number | null
  onChange: (id: number) => void
}

/** The customer's addresses; the default one is chosen first. */
export function AddressField({ buyer, value, onChange }: AddressProps) {
  const t = useTexts().orders.placing
  const buyerId = buyer.id
  const [isAdding, setAdding] = useState(false)
  const found = useQuery({ queryKey: ['buyers', 'addresses', buyerId], queryFn: () => api.buyerAddresses(buyerId) })
  const first = found.data?.find(({ is_default: isDefault }) => isDefault) ?? found.data?.[0]
  useEffect(() => {
    if (value === null && first) onChange(first.id)
  // `onChange` is new on every render.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [value, first?.id])
  if (found.isError) return <LoadFault error={found.error} retry={() => void found.refetch()} />
  if (!found.data) return <LoadingBlock rows={2} />
  const isFull = found.data.length >= MOST_ADDRESSES
  return (
    <fieldset className="address-choice">
      <legend className="field-label">{t.address}</legend>
      {found.data.length === 0 && <p className="words-amber">{t.addressNone}</p>}
      {found.data.map((address) => (
        <label key={address.id}>
          <input type="radio" name="address" checked={address.id === value} onChange={() => onChange(address.id)} />
          <span>{wordsOf(address)}</span>
        </label>
      ))}
      <Button className="address-more" icon={<PlusOutlined aria-hidden />} disabled={isFull} onClick={() => setAdding(true)}>
        {isFull ? t.addressFull : t.addressAdd}
      </Button>
      {isAdding && (
        <Suspense fallback={null}>
          <NewAddressDialog buyer={buyer} onKept={({ id }) => onChange(id)} onClose={() => setAdding(false)} />
        </Suspense>
      )}
    </fieldset>
  )
}

function wordsOf({ receiver, mobile, province, city, district, detail }: AddressView): string {
  return `${receiver} ${mobile} · ${[province, city, district, detail].join(' ')}`
}

type GoodsProps = { id: string; onChoose: (sku: Omit<NewLine, 'qty'>) => void }

/** Every SKU on sale of the products that fit what is typed. */
export function GoodsField({ id, onChoose }: GoodsProps) {
  const t = useTexts().orders.placing
  const [typed, setTyped] = useState('')
  const search = useSettled(typed)
  const found = useQuery({
    queryKey: ['new-order', 'goods', search], queryFn: () => api.products({ search, page: 1, page_size: 20 }),
    enabled: search !== '', placeholderData: keepPreviousData,
  })
  const skus = search === '' ? [] : (found.data?.rows ?? []).filter((product) => product.is_active).flatMap((product) =>
    product.skus.filter((sku) => sku.is_active).map((sku) => ({
      skuId: sku.id, productId: product.id, name: product.name, specs: Object.values(sku.specs).join(' '),
      image: sku.image || (product.main_images[0] ?? ''), price: sku.price, stock: sku.stock,
    })))
  return (
    <Select id={id} value={null} showSearch={{ filterOption: false, onSearch: setTyped, searchValue: typed }} placeholder={t.goodsSearch} className="full"
      suffixIcon={null} loading={found.isFetching} notFoundContent={search === '' || found.isFetching ? null : t.goodsNone}
      options={skus.map((sku) => ({
        value: sku.skuId, disabled: sku.stock < 1,
        label: `${sku.name} ${sku.specs} · ${moneyShown(sku.price)} · ${sku.stock < 1 ? t.soldOut : t.stock(sku.stock)}`,
      }))}
      onChange={(chosen: number | null) => {
        const sku = skus.find(({ skuId }) => skuId === chosen)
        if (sku) onChoose(sku)
        setTyped('')
      }} />
  )
}

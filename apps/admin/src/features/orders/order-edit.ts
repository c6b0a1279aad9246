import type { OrderEdit, OrderView } from '@hearth/contracts/orders'

/** What staff may correct of an order, as it is filled in; `area` is null until another one is chosen. */
export type EditDraft = {
  receiver: string
  phone: string
  detail: string
  area: { province: number; city: number; district: number } | null
  deliverAt: string
  installAt: string
  isDeliveryInstall: boolean
  isGovernmentOrder: boolean
  note: string
}
export type EditFault = 'receiver' | 'phone' | 'detail'

/** Address and delivery can be corrected until it leaves the warehouse. */
export function isOpenOrder(order: OrderView): boolean {
  return order.status === 'pending' || order.status === 'paid'
}

export function editDraft(order: OrderView): EditDraft {
  return {
    receiver: order.snapshot_contact_name, phone: order.snapshot_phone, detail: order.snapshot_address, area: null,
    deliverAt: localTime(order.distribution_time), installAt: localTime(order.install_time),
    isDeliveryInstall: order.is_delivery_install, isGovernmentOrder: order.is_government_order, note: order.note,
  }
}

/** An instant as a field for day and time takes it, in Shanghai. */
export function localTime(instant: string | null): string {
  if (instant === null) return ''
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16)
}

export function editFaults(order: OrderView, draft: EditDraft): EditFault[] {
  if (!isOpenOrder(order)) return []
  const empty = (['receiver', 'phone', 'detail'] as const).filter((name) => draft[name].trim() === '')
  return empty.includes('phone') || /^[\d+ -]{5,20}$/.test(draft.phone.trim()) ? empty : [...empty, 'phone']
}

/** Only what is different now; nothing of the address once it has shipped. */
export function toOrderEdit(order: OrderView, draft: EditDraft): OrderEdit {
  const was = editDraft(order)
  const time = (text: string) => (text === '' ? null : `${text}:00+08:00`)
  const always: OrderEdit = {
    ...(draft.note.trim() !== was.note && { note: draft.note.trim() }),
    ...(draft.isGovernmentOrder !== was.isGovernmentOrder && { is_government_order: draft.isGovernmentOrder }),
  }
  if (!isOpenOrder(order)) return always
  return {
    ...always,
    ...(draft.receiver.trim() !== was.receiver && { snapshot_contact_name: draft.receiver.trim() }),
    ...(draft.phone.trim() !== was.phone && { snapshot_phone: draft.phone.trim() }),
    ...(draft.detail.trim() !== was.detail && { snapshot_address: draft.detail.trim() }),
    ...(draft.area && {
      snapshot_province: draft.area.province, snapshot_city: draft.area.city, snapshot_district: draft.area.district,
    }),
    ...(draft.deliverAt !== was.deliverAt && { distribution_time: time(draft.deliverAt) }),
    ...(draft.installAt !== was.installAt && { install_time: time(draft.installAt) }),
    ...(draft.isDeliveryInstall !== was.isDeliveryInstall && { is_delivery_install: draft.isDeliveryInstall }),
  }
}

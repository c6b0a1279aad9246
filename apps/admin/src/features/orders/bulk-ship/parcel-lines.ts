import { parseCodes } from '../../../shared/unit-codes.ts'

/** One parcel that is to go out, as it is filled in; `codes` is text as pasted. */
export type Parcel = { orderNumber: string; tracking: string; carrier: string; codes: string }

export type ParcelFault = 'numberMissing' | 'numberLost' | 'twice' | 'trackingMissing' | 'codeMalformed' | 'codeTwice'

const titles: Record<keyof Parcel, RegExp> = {
  orderNumber: /^(订单号|订单编号|order[ _]?(number|no\.?|id)?)$/i,
  tracking: /^(运单号|快递单号|物流单号|tracking([ _]?(number|no\.?))?|logistics_no)$/i,
  carrier: /^(物流公司|快递公司|承运商|carrier|logistics[ _]company)$/i,
  codes: /^(设备编码|编码|qrcode_ids?|unit codes?|codes?)$/i,
}
const positions: (keyof Parcel)[] = ['orderNumber', 'tracking', 'carrier', 'codes']

/** Pasted text as rows of cells: tabs as a spreadsheet copies them, else commas, else blanks. */
export function cellsOf(text: string): string[][] {
  return text.split(/\r?\n/).filter((line) => line.trim() !== '').map((line) => {
    const by = line.includes('\t') ? /\t/ : /[,，]/.test(line) ? /[,，]/ : /\s+/
    return line.trim().split(by).map((cell) => cell.trim())
  })
}

/** Reads rows as parcels: by the titles in the first row where it has them, else by place. */
export function parcelsOf(rows: readonly (readonly string[])[]): Parcel[] {
  const [first = [], ...rest] = rows
  const named = first.map((cell) => positions.find((key) => titles[key].test(cell.trim())))
  const hasTitles = named.includes('orderNumber')
  const keys = hasTitles ? named : positions
  return (hasTitles ? rest : rows).map((cells) => {
    const cell = (key: keyof Parcel) => clean(cells[keys.indexOf(key)] ?? '')
    return { orderNumber: cell('orderNumber'), tracking: cell('tracking'), carrier: cell('carrier'), codes: cell('codes') }
  }).filter(({ orderNumber, tracking }) => orderNumber !== '' || tracking !== '')
}

/** Blanks and the apostrophe with which spreadsheets mark text go away. */
function clean(cell: string): string {
  return cell.trim().replace(/^['"]+|['"]+$/g, '').trim()
}

/** What was read fills in the orders that wait for a number; everything else is added below. */
export function withRead(standing: readonly Parcel[], read: readonly Parcel[]): Parcel[] {
  const after = standing.map((parcel) => ({ ...parcel }))
  for (const parcel of read) {
    const waiting = after.find((one) => one.orderNumber === parcel.orderNumber && one.tracking.trim() === '')
    if (!waiting) {
      after.push({ ...parcel })
    } else {
      const { carrier, codes } = waiting
      Object.assign(waiting, { ...parcel, carrier: parcel.carrier || carrier, codes: parcel.codes || codes })
    }
  }
  return after
}

/** What can be told without asking anybody, by place; null where nothing is wrong. */
export function parcelFaults(parcels: readonly Parcel[]): (ParcelFault | null)[] {
  const orders = parcels.map(({ orderNumber }) => orderNumber.trim())
  const codes = parcels.map((parcel) => parseCodes(parcel.codes))
  const seen = codes.flatMap((parsed) => parsed.codes)
  return parcels.map((parcel, at) => {
    const number = orders[at] ?? ''
    if (number === '') return 'numberMissing'
    if (/^\d(\.\d+)?e\+\d+$/i.test(number)) return 'numberLost'
    if (orders.indexOf(number) !== orders.lastIndexOf(number)) return 'twice'
    if (parcel.tracking.trim() === '') return 'trackingMissing'
    const own = codes[at]
    if (own && own.malformed.length > 0) return 'codeMalformed'
    const isTwice = own?.duplicates.length || own?.codes.some((code) => seen.indexOf(code) !== seen.lastIndexOf(code))
    return isTwice ? 'codeTwice' : null
  })
}

/** A parcel as the server takes it. */
export function toShipment({ orderNumber, tracking, carrier, codes }: Parcel) {
  const given = parseCodes(codes).codes
  return {
    tracking_number: tracking.trim(),
    ...(carrier.trim() === '' ? {} : { logistics_company: carrier.trim() }),
    ...(given.length === 0 ? {} : { qrcode_ids: given }),
    order_number: orderNumber.trim(),
  }
}

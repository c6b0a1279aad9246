type Words = { zh: string; en: string }

/** What the shop itself writes into the history of an order. It is kept in Chinese; see {@link spokenNote}. */
export const orderNotes = {
  expired: { zh: '超时未支付，订单自动取消', en: 'Not paid in time, cancelled automatically' },
  revived: { zh: '付款晚到，库存仍在，订单恢复', en: 'The payment came late, the goods were still there: the order is back' },
} as const satisfies Record<string, Words>

/** What staff may edit of an order, as its history names it. */
export const editedWords = {
  note: { zh: '备注', en: 'note' }, isGovernmentOrder: { zh: '政府采购', en: 'government purchase' },
  deliverAt: { zh: '送货时间', en: 'delivery time' }, installAt: { zh: '安装时间', en: 'installation time' },
  isDeliveryInstall: { zh: '送装一体', en: 'delivered and installed together' }, receiver: { zh: '收货人', en: 'recipient' },
  phone: { zh: '电话', en: 'phone' }, addressDetail: { zh: '详细地址', en: 'address' }, area: { zh: '所在地区', en: 'area' },
} as const satisfies Record<string, Words>
export type EditedWord = keyof typeof editedWords

const EDITED = '修改：'
const REFUNDED = /^已退 (\d+\.\d\d) 元$/

export function editedNote(names: readonly EditedWord[]): string {
  return EDITED + names.map((name) => editedWords[name].zh).join('、')
}

export function refundedNote(yuan: string): string {
  return `已退 ${yuan} 元`
}

/** A note of an order's history in a language. What a person has written stays as it is. */
export function spokenNote(note: string, language: keyof Words): string {
  if (language === 'zh') return note
  const own = Object.values(orderNotes).find(({ zh }) => zh === note)
  if (own) return own[language]
  const refunded = REFUNDED.exec(note)
  if (refunded) return `¥${refunded[1]} refunded`
  return note.startsWith(EDITED) ? spokenEdit(note.slice(EDITED.length).split('、')) ?? note : note
}

function spokenEdit(parts: readonly string[]): string | null {
  const said = parts.map((part) => Object.values(editedWords).find(({ zh }) => zh === part)?.en)
  return said.includes(undefined) ? null : `Changed: ${said.join(', ')}`
}

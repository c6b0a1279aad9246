import type { Person } from '../accounts/index.ts'
import type { UnitState } from './unit-machine.ts'

/** Who acts on a unit; what he may do is decided with the unit in hand. */
export type Actor = Pick<Person, 'id' | 'role' | 'isAgent'>

/** One physical machine as its rules need it. */
export type Unit = {
  id: number
  code: string
  state: UnitState
  productTypeId: number
  agentId: number | null
  orderId: number | null
  ownerId: number | null
  warrantyEndOn: string | null
}

/** Why a code is refused; the sentences stand in {@link codeReasonSentences}. */
export type CodeReason =
  | 'malformed' | 'duplicate' | 'exists' | 'unknown' | 'already_shipped' | 'already_activated' | 'held_by_agent'
  | 'wrong_type'
export type RefusedCode = { code: string; reason: CodeReason }

export const codeReasonSentences: Record<CodeReason, { zh: string; en: string }> = {
  malformed: { zh: '编码格式不对', en: 'Not a valid code' },
  duplicate: { zh: '编码重复', en: 'Named more than once' },
  exists: { zh: '编码已存在', en: 'This code exists already' },
  unknown: { zh: '没有这个编码', en: 'No such code' },
  already_shipped: { zh: '已经出货', en: 'Already shipped' },
  already_activated: { zh: '已经激活', en: 'Already activated' },
  held_by_agent: { zh: '在代理商手里', en: 'Held by an agent' },
  wrong_type: { zh: '与商品的产品型号不符', en: 'Not of the product type that was sold' },
}

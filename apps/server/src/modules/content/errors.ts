import { Refusal } from '@hearth/kernel/errors'
import type { RefusalTable, Sentence } from '@hearth/kernel/errors'

export const contentErrors = {
  'content.banner_not_found': { status: 404, code: 'NOT_FOUND', zh: '没有这张横幅。', en: 'There is no such banner.' },
  'content.case_not_found': { status: 404, code: 'NOT_FOUND', zh: '没有这个案例。', en: 'There is no such case.' },
  'content.entry_not_found': { status: 404, code: 'NOT_FOUND', zh: '没有这条广告内容。', en: 'There is no such content.' },
  'content.channel_not_found': { status: 404, code: 'NOT_FOUND', zh: '没有这个频道。', en: 'There is no such channel.' },
  'content.changed_meanwhile': {
    status: 409, code: 'RESOURCE_CONFLICT', zh: '在你编辑期间，内容已被别人修改，本次没有保存。请刷新后再改。',
    en: 'Somebody changed this while you were editing; nothing was saved. Load it again, then make your change.',
  },
  'content.invalid': {
    status: 400, code: 'VALIDATION_ERROR', zh: '提交的内容有误，请检查后重试。',
    en: 'Something in the request is not right. Check it and try again.',
  },
} as const satisfies RefusalTable

/** Refuses a request for its fields. */
export function refuseFields(fields: Record<string, Sentence[]>): never {
  throw new Refusal('content.invalid', { fields })
}

const ENDS_FIRST = { zh: '结束时间要晚于开始时间。', en: 'The end must be later than the start.' }

/** An open end is null. Throws content.invalid. */
export function requirePeriod({ startsAt, endsAt }: { startsAt: Date | null; endsAt: Date | null }): void {
  if (startsAt && endsAt && endsAt <= startsAt) refuseFields({ ends_at: [ENDS_FIRST] })
}

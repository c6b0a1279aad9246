import type { RefusalTable } from '@hearth/kernel/errors'

export const reconciliationErrors = {
  'reconciliation.not_found': {
    status: 404, code: 'NOT_FOUND', zh: '没有这条对账记录。', en: 'There is no such record of reconciliation.',
  },
  'reconciliation.no_company': {
    status: 400, code: 'BUSINESS_ERROR', zh: '没有接入这家支付公司。', en: 'This payment company is not connected.',
  },
  'reconciliation.day_not_over': {
    status: 400, code: 'BUSINESS_ERROR', zh: '只能核对已经过完的日期。', en: 'Only days that are over can be compared.',
  },
  'reconciliation.case_closed': {
    status: 409, code: 'BUSINESS_ERROR', zh: '这条差异已经处理过。', en: 'This difference has been dealt with already.',
  },
  'reconciliation.by_hand': {
    status: 400, code: 'BUSINESS_ERROR',
    zh: '这条差异只能人工处理；处理后写明原因并关闭。', en: 'This difference can only be dealt with by hand. Close it with a reason.',
  },
  'reconciliation.company_denies': {
    status: 409, code: 'BUSINESS_ERROR',
    zh: '支付公司的查询结果与账单不一致，没有改动任何数据。', en: 'The company answers otherwise than its bill. Nothing was changed.',
  },
} as const satisfies RefusalTable

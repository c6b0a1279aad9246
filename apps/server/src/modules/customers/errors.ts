import type { RefusalTable } from '@hearth/kernel/errors'

export const customerErrors = {
  'customers.address_not_found': { status: 404, code: 'NOT_FOUND', zh: '没有这个收货地址。', en: 'There is no such address.' },
  'customers.too_many_addresses': {
    status: 400, code: 'BUSINESS_ERROR', zh: '最多保存 {max} 个收货地址，请先删除一个。',
    en: 'You can keep {max} addresses. Delete one first.',
  },
} as const satisfies RefusalTable

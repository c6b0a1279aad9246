import type { RefusalTable } from '@hearth/kernel/errors'

export const searchErrors = {
  'search.log_not_found': { status: 404, code: 'NOT_FOUND', zh: '没有这条搜索记录。', en: 'There is no such search.' },
} as const satisfies RefusalTable

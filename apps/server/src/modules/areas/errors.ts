import type { RefusalTable } from '@hearth/kernel/errors'

export const areaErrors = {
  'areas.not_found': { status: 404, code: 'NOT_FOUND', zh: '没有这个地区。', en: 'There is no such area.' },
  'areas.unknown_area': {
    status: 400, code: 'VALIDATION_ERROR', zh: '所在地区无法识别，请重新选择省、市、区。',
    en: 'The area is not known. Choose province, city and district again.',
  },
} as const satisfies RefusalTable

import type { RefusalTable } from '@hearth/kernel/errors'

export const mediaErrors = {
  'media.not_found': { status: 404, code: 'NOT_FOUND', zh: '没有这张图片。', en: 'There is no such picture.' },
  'media.bad_file': {
    status: 400, code: 'INVALID_FILE', zh: '图片无法识别。请换一张 jpg、png、gif、webp 或 bmp 图片，不超过 5000 万像素。',
    en: 'This file cannot be used. Choose a jpg, png, gif, webp or bmp picture of at most 50 megapixels.',
  },
  'media.unknown_image': {
    status: 400, code: 'VALIDATION_ERROR', zh: '提交的内容有误，请检查后重试。',
    en: 'Something in the request is not right. Check it and try again.',
  },
  'media.in_use': {
    status: 409, code: 'RESOURCE_CONFLICT', zh: '图片正在使用，不能删除。', en: 'The picture is in use and cannot be deleted.',
  },
} as const satisfies RefusalTable

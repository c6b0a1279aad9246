import type { RefusalTable } from '@hearth/kernel/errors'

export const mediaErrors = {
  'media.not_found': { status: 404, code: 'NOT_FOUND', zh: '没有这张图片。', en: 'There is no such picture.' },
  'media.bad_file': {
    status: 400, code: 'INVALID_FILE', zh: '图片无法识别，可能没有传完整或已经损坏。请换一张 jpg、png、gif、webp 或 bmp 图片。',
    en: 'This picture cannot be read; it may be damaged or cut short. Choose another jpg, png, gif, webp or bmp picture.',
  },
  'media.empty_file': {
    status: 400, code: 'INVALID_FILE', zh: '文件是空的，里面没有内容。请重新导出或换一张图片。',
    en: 'The file is empty. Export it again or choose another picture.',
  },
  'media.not_a_picture': {
    status: 400, code: 'INVALID_FILE', zh: '文件的内容不是图片，改扩展名没有用。请换一张 jpg、png、gif、webp 或 bmp 图片。',
    en: 'What is in the file is no picture, whatever its name. Choose a jpg, png, gif, webp or bmp picture.',
  },
  'media.drawing': {
    status: 400, code: 'INVALID_FILE', zh: '不收 SVG 图片。请导出为 png 或 webp 后再上传。',
    en: 'SVG pictures are not taken. Export it as png or webp, then upload that.',
  },
  'media.too_many_pixels': {
    status: 400, code: 'INVALID_FILE', zh: '图片像素太多，超过了 5000 万。请把长宽改小后再上传。',
    en: 'The picture has more than 50 megapixels. Make it smaller, then upload it.',
  },
  'media.not_a_manual': {
    status: 400, code: 'INVALID_FILE', zh: '说明书要是一份完整的 PDF 文件，最大 20 MB。',
    en: 'A manual has to be a whole PDF file of at most 20 MB.',
  },
  'media.unknown_image': {
    status: 400, code: 'VALIDATION_ERROR', zh: '提交的内容有误，请检查后重试。',
    en: 'Something in the request is not right. Check it and try again.',
  },
  'media.in_use': {
    status: 409, code: 'RESOURCE_CONFLICT', zh: '图片正在使用，不能删除。', en: 'The picture is in use and cannot be deleted.',
  },
} as const satisfies RefusalTable

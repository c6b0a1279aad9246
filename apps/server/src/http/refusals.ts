import type { RefusalTable, RefusalText } from '@hearth/kernel/errors'
import { idempotencyErrors } from '../platform/idempotency.ts'
import { storeErrors } from '../platform/shared-store.ts'
import { accountErrors } from '../modules/accounts/index.ts'
import { areaErrors } from '../modules/areas/index.ts'
import { bulkErrors } from '../modules/bulk/index.ts'
import { cartErrors } from '../modules/cart/index.ts'
import { catalogErrors } from '../modules/catalog/index.ts'
import { contentErrors } from '../modules/content/index.ts'
import { customerErrors } from '../modules/customers/index.ts'
import { fulfilmentErrors } from '../modules/fulfilment/index.ts'
import { lifecycleErrors } from '../modules/lifecycle/index.ts'
import { mediaErrors } from '../modules/media/index.ts'
import { orderErrors } from '../modules/orders/index.ts'
import { paymentErrors } from '../modules/payments/index.ts'
import { reconciliationErrors } from '../modules/reconciliation/index.ts'
import { searchErrors } from '../modules/search/index.ts'
import { stockErrors } from '../modules/stock/index.ts'

const httpErrors = {
  'http.invalid': { status: 400, code: 'VALIDATION_ERROR', zh: '提交的内容有误，请检查后重试。', en: 'Something in the request is not right. Check it and try again.' },
  'http.not_found': { status: 404, code: 'NOT_FOUND', zh: '没有找到。', en: 'Not found.' },
  'http.bad_file': { status: 400, code: 'INVALID_FILE', zh: '文件无法识别，请换一张图片。', en: 'This file cannot be used. Choose another picture.' },
  'http.too_large': { status: 413, code: 'PAYLOAD_TOO_LARGE', zh: '提交的内容太大。', en: 'The request is too large.' },
  'http.media_type': { status: 415, code: 'UNSUPPORTED_MEDIA_TYPE', zh: '不支持这种内容类型。', en: 'This content type is not supported.' },
  'http.bad_host': { status: 400, code: 'BUSINESS_ERROR', zh: '不认识这个主机名。', en: 'This host is not served here.' },
  'http.foreign_origin': { status: 403, code: 'FORBIDDEN', zh: '请求来自其他网站，已拒绝。', en: 'Refused: the request came from another site.' },
  'http.unauthorized': { status: 401, code: 'UNAUTHORIZED', zh: '请先登录。', en: 'Please sign in first.' },
  'http.forbidden': { status: 403, code: 'FORBIDDEN', zh: '你没有权限这样做。', en: 'You may not do that.' },
  'http.unavailable': { status: 503, code: 'SERVICE_UNAVAILABLE', zh: '服务暂时不可用，请稍后再试。', en: 'The service is not available right now. Try again later.' },
  'http.fault': { status: 500, code: 'INTERNAL_ERROR', zh: '服务器出错了，请稍后再试。', en: 'Something went wrong on our side. Try again later.' },
} as const satisfies RefusalTable

const tables: RefusalTable[] = [
  httpErrors, idempotencyErrors, storeErrors, areaErrors, accountErrors, customerErrors, catalogErrors, stockErrors,
  bulkErrors,
  cartErrors, paymentErrors, orderErrors, lifecycleErrors, fulfilmentErrors, searchErrors,
  mediaErrors, contentErrors, reconciliationErrors,
]

/** Every refusal of every module by its key. */
export const refusals = Object.assign({}, ...tables) as RefusalTable & { 'http.fault': RefusalText }

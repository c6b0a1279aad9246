import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openApiText } from '../src/cli/openapi.ts'
import { projectDir } from '../src/platform/config.ts'
import { openWorld } from './support/world.ts'

/** What is built of the endpoint list in docs/contract/endpoints.md, by id. */
const BUILT: Record<string, string> = {
  'A-04': 'post /api/auth/wechat/', 'A-05': 'post /api/auth/password/', 'A-06': 'post /api/auth/refresh/', 'A-07': 'get /api/user/profile/',
  'A-08': 'patch /api/user/profile/', 'A-09': 'get /api/user/statistics/', 'A-16': 'post /api/addresses/parse/',
  'A-10': 'get /api/addresses/', 'A-11': 'post /api/addresses/', 'A-12': 'get /api/addresses/{id}/',
  'A-13': 'put /api/addresses/{id}/', 'A-14': 'patch /api/addresses/{id}/', 'A-15': 'delete /api/addresses/{id}/',
  'A-17': 'get /api/products/', 'A-19': 'get /api/products/{id}/', 'A-23': 'get /api/products/by_category/',
  'A-25': 'get /api/categories/', 'A-37': 'get /api/orders/', 'A-38': 'post /api/orders/', 'A-39': 'get /api/orders/{id}/',
  'A-40': 'put /api/orders/{id}/', 'A-41': 'patch /api/orders/{id}/', 'A-42': 'delete /api/orders/{id}/',
  'A-45': 'post /api/orders/create_batch_orders/', 'X-78': 'get /api/cart/my_cart/', 'X-79': 'post /api/cart/add_item/',
  'X-80': 'post /api/cart/update_item/', 'X-81': 'post /api/cart/remove_item/', 'X-82': 'post /api/cart/clear/',
  'A-43': 'get /api/orders/my_orders/', 'A-44': 'post /api/orders/create_order/', 'A-46': 'patch /api/orders/{id}/cancel/',
  'A-47': 'patch /api/orders/{id}/ship/', 'A-48': 'patch /api/orders/{id}/complete/',
  'A-49': 'patch /api/orders/{id}/confirm_receipt/', 'A-63': 'post /api/payments/callback/{provider}/',
  'B-01': 'post /api/lifecycle/login/', 'B-02': 'get /api/lifecycle/users/me/', 'B-03': 'get /api/lifecycle/users/agents/',
  'B-04': 'get /api/lifecycle/product-types/', 'B-05': 'post /api/lifecycle/product-types/',
  'B-06': 'get /api/lifecycle/product-types/{id}/', 'B-09': 'get /api/lifecycle/products/',
  'B-10': 'post /api/lifecycle/products/', 'B-11': 'get /api/lifecycle/products/{id}/',
  'B-14': 'post /api/lifecycle/products/bulk_create/', 'B-15': 'post /api/lifecycle/products/bulk_shipping/',
  'B-16': 'post /api/lifecycle/products/activate/', 'B-17': 'post /api/lifecycle/products/check_warranty/',
  'B-18': 'get /api/lifecycle/products/get_by_qrcode/', 'B-21': 'get /api/lifecycle/repair-records/',
  'B-22': 'post /api/lifecycle/repair-records/', 'B-23': 'get /api/lifecycle/repair-records/{id}/',
  'B-24': 'put /api/lifecycle/repair-records/{id}/', 'B-26': 'post /api/lifecycle/repair-records/{id}/complete_repair/',
  'D-01': 'get /api/usernames/{username}/count/', 'D-02': 'get /api/mobiles/{mobile}/count/', 'D-03': 'get /api/image_codes/{id}/',
  'D-04': 'get /api/sms_codes/{mobile}/', 'D-05': 'post /api/users/', 'D-07': 'get /api/oauth/qq/authorization/',
  'D-08': 'post /api/oauth/qq/user/', 'D-06': 'post /api/authorizations/', 'D-09': 'get /api/user/', 'D-10': 'get /api/areas/', 'D-11': 'get /api/areas/{pk}/',
  'D-13': 'get /api/categories/{id}/skus/', 'D-14': 'post /api/cart/', 'D-15': 'get /api/cart/', 'D-16': 'put /api/cart/',
  'D-17': 'delete /api/cart/', 'D-18': 'put /api/cart/selection/', 'D-19': 'get /api/orders/settlement/',
  'D-21': 'get /api/orders/{id}/payment/', 'D-22': 'put /api/payment/status/', 'E-01': 'get /health/', 'E-02': 'get /metrics/',
  'G-04': 'get /api/oauth/qq/user/', 'G-05': 'get /api/oauth/alipay/authorization/', 'G-05 back': 'get /api/oauth/alipay/user/',
  'G-05 bind': 'post /api/oauth/alipay/user/', 'G-06': 'post /api/password/forgot/', 'G-06 reset': 'post /api/password/reset/',
  'G-07': 'put /api/user/password/', 'G-13': 'post /api/lifecycle/users/', 'G-13 change': 'put /api/lifecycle/users/{id}/',
  'X-01': 'get /api/users/', 'X-02': 'post /api/users/', 'X-03': 'get /api/users/{id}/', 'X-04': 'put /api/users/{id}/',
  'X-05': 'patch /api/users/{id}/', 'X-06': 'delete /api/users/{id}/', 'X-07': 'post /api/users/{id}/set_admin/',
  'X-08': 'post /api/users/{id}/unset_admin/', 'X-47': 'post /api/addresses/{id}/set_default/',
  'D-12': 'post /api/browse_histories/', 'G-03': 'get /api/browse_histories/', 'G-08 search': 'get /api/skus/search/',
  'X-48': 'get /api/products/search_suggestions/', 'X-49': 'get /api/products/hot_keywords/',
  'X-51': 'get /api/products/recommendations/', 'X-52': 'get /api/products/{id}/related/', 'X-72': 'get /api/search-logs/',
  'X-73': 'get /api/search-logs/{id}/', 'X-74': 'get /api/search-logs/hot_keywords/',
  'X-75': 'get /api/search-logs/my_history/', 'X-76': 'post /api/search-logs/clear_history/',
  'X-77': 'delete /api/search-logs/clear_history/',
  'A-18': 'post /api/products/', 'A-20': 'put /api/products/{id}/', 'A-21': 'patch /api/products/{id}/',
  'A-22': 'delete /api/products/{id}/', 'A-24': 'get /api/products/by_brand/', 'A-26': 'get /api/brands/',
  'A-27': 'post /api/media-images/', 'A-28': 'get /api/home-banners/', 'A-29': 'get /api/home-banners/{id}/',
  'A-30': 'post /api/home-banners/', 'A-31': 'put /api/home-banners/{id}/', 'A-32': 'patch /api/home-banners/{id}/',
  'A-33': 'delete /api/home-banners/{id}/', 'A-34': 'post /api/home-banners/upload/', 'A-35': 'get /api/cases/',
  'A-36': 'get /api/cases/{id}/', 'X-55': 'post /api/categories/', 'X-56': 'get /api/categories/{id}/',
  'X-57': 'put /api/categories/{id}/', 'X-58': 'patch /api/categories/{id}/', 'X-59': 'delete /api/categories/{id}/',
  'X-60': 'post /api/brands/', 'X-61': 'get /api/brands/{id}/', 'X-62': 'put /api/brands/{id}/',
  'X-63': 'patch /api/brands/{id}/', 'X-64': 'delete /api/brands/{id}/', 'X-65': 'get /api/media-images/',
  'X-66': 'get /api/media-images/{id}/', 'X-67': 'delete /api/media-images/{id}/', 'X-68': 'post /api/cases/',
  'X-69': 'put /api/cases/{id}/', 'X-70': 'patch /api/cases/{id}/', 'X-71': 'delete /api/cases/{id}/',
  'G-08 2': 'get /api/categories/channels/', 'G-08 3': 'get /api/contents/', 'G-12': 'get /api/products/{id}/skus/',
  'G-01': 'get /api/lifecycle/products/{id}/qrcode/', 'G-08': 'get /api/skus/{id}/', 'G-11': 'post /api/auth/logout/',
}

test('everything that is said to be built is there, with and without its slash', async () => {
  await using w = await openWorld()
  const { paths } = w.app.swagger() as { paths: Record<string, Record<string, unknown>> }
  const plain = (path: string) => path.replace(/\{\w+\}/g, '{}').replace(/\/$/, '')
  const described = new Set(Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method} ${plain(path)}`)))
  const missing = Object.entries(BUILT).filter(([, route]) => !described.has(plain(route))).map(([id]) => id)
  expect(missing).toEqual([])
})

test('docs/openapi.json is what the routes say', async () => {
  await using w = await openWorld()
  const committed = readFileSync(join(projectDir, 'docs/openapi.json'), 'utf8')
  expect(openApiText(w.app) === committed, 'stale: run npm run hearth -- openapi').toBe(true)
})

import { index, route } from '@react-router/dev/routes'
import type { RouteConfig } from '@react-router/dev/routes'

export default [
  index('routes/home.tsx'),
  route('categories', 'routes/categories.tsx'),
  route('c/:categoryId', 'routes/category.tsx'),
  route('goods/:skuId', 'routes/goods.tsx'),
  route('search', 'routes/search.tsx'),
  route('cart', 'routes/cart.tsx'),
  route('login', 'routes/login.tsx'),
  route('logout', 'routes/logout.ts'),
  route('checkout', 'routes/checkout.tsx'),
  route('areas', 'routes/areas.ts'),
  route('pay/result', 'routes/pay-result.tsx'),
  route('pay/:orderNumber', 'routes/pay.tsx'),
  route('orders', 'routes/orders.tsx'),
  route('orders/:orderNumber', 'routes/order.tsx'),
  route('me', 'routes/me.tsx'),
  route('me/devices', 'routes/devices.tsx'),
  route('q/:code', 'routes/scan.tsx'),
  route('warranty', 'routes/warranty.tsx'),
  route('*', 'routes/missing.tsx'),
] satisfies RouteConfig

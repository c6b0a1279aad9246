import { createBrowserRouter } from 'react-router'
import { AdminsOnly, Gate, StaffOnly } from './gate.tsx'
import { Missing, PageFault } from './page-fault.tsx'
import { Shell } from './shell.tsx'
import { LoadingBlock } from '../shared/states.tsx'

const sign = async () => ({ Component: (await import('../features/sign-in/sign-in-page.tsx')).SignInPage })
const home = async () => ({ Component: (await import('../features/home/home-page.tsx')).HomePage })
const orders = async () => ({ Component: (await import('../features/orders/orders-page.tsx')).OrdersPage })
const order = async () => ({ Component: (await import('../features/orders/order-page.tsx')).OrderPage })
const bulkShip = async () => ({ Component: (await import('../features/orders/bulk-ship/bulk-ship-page.tsx')).BulkShipPage })
const newOrder = async () => ({ Component: (await import('../features/orders/new-order/new-order-page.tsx')).NewOrderPage })
const payments = async () => ({ Component: (await import('../features/money/payments-page.tsx')).PaymentsPage })
const refunds = async () => ({ Component: (await import('../features/money/refunds-page.tsx')).RefundsPage })
const suspense = async () => ({ Component: (await import('../features/money/suspense-page.tsx')).SuspensePage })
const paymentCases = async () => ({ Component: (await import('../features/money/payment-cases-page.tsx')).PaymentCasesPage })
const book = async () => ({ Component: (await import('../features/money/book-page.tsx')).BookPage })
const reconciliation = async () => ({ Component: (await import('../features/money/reconciliation-page.tsx')).ReconciliationPage })
const billCases = async () => ({ Component: (await import('../features/money/bill-cases-page.tsx')).BillCasesPage })
const units = async () => ({ Component: (await import('../features/units/units-page.tsx')).UnitsPage })
const repairs = async () => ({ Component: (await import('../features/repairs/repairs-page.tsx')).RepairsPage })
const people = async () => ({ Component: (await import('../features/people/people-page.tsx')).PeoplePage })
const person = async () => ({ Component: (await import('../features/people/person-page.tsx')).PersonPage })
const products = async () => ({ Component: (await import('../features/catalog/products/products-page.tsx')).ProductsPage })
const product = async () => ({ Component: (await import('../features/catalog/editor/product-page.tsx')).ProductPage })
const categories = async () => ({
  Component: (await import('../features/catalog/categories/categories-page.tsx')).CategoriesPage,
})
const brands = async () => ({ Component: (await import('../features/catalog/brands/brands-page.tsx')).BrandsPage })
const stock = async () => ({ Component: (await import('../features/catalog/stock/low-stock-page.tsx')).LowStockPage })
const imports = async () => ({ Component: (await import('../features/imports/imports-page.tsx')).ImportsPage })
const importOne = async () => ({ Component: (await import('../features/imports/import-page.tsx')).ImportPage })
const stockLog = async () => ({ Component: (await import('../features/catalog/stock/stock-log-page.tsx')).StockLogPage })
const banners = async () => ({ Component: (await import('../features/content/banners-page.tsx')).BannersPage })
const adverts = async () => ({ Component: (await import('../features/content/adverts-page.tsx')).AdvertsPage })
const channels = async () => ({ Component: (await import('../features/content/channels-page.tsx')).ChannelsPage })
const cases = async () => ({ Component: (await import('../features/content/cases-page.tsx')).CasesPage })
const caseOne = async () => ({ Component: (await import('../features/content/case-page.tsx')).CasePage })
const library = async () => ({ Component: (await import('../features/library/library-page.tsx')).LibraryPage })
const searches = async () => ({ Component: (await import('../features/searches/searches-page.tsx')).SearchesPage })

/** Every address of the console; each page comes when it is first needed. */
export const router = createBrowserRouter([
  {
    ErrorBoundary: PageFault,
    HydrateFallback: LoadingBlock,
    children: [
      { path: '/login', lazy: sign },
      {
        Component: Gate,
        children: [{
          Component: Shell,
          children: [{
            ErrorBoundary: PageFault,
            children: [
              { index: true, lazy: home },
              {
                Component: StaffOnly,
                children: [
                  { path: 'orders', lazy: orders }, { path: 'orders/ship', lazy: bulkShip }, { path: 'orders/new', lazy: newOrder },
                  { path: 'orders/:orderNumber', lazy: order },
                  { path: 'payments', lazy: payments }, { path: 'refunds', lazy: refunds },
                  { path: 'suspense', lazy: suspense }, { path: 'payment-cases', lazy: paymentCases },
                  { path: 'stock', lazy: stock }, { path: 'stock/log', lazy: stockLog },
                ],
              },
              { path: 'units', lazy: units },
              { path: 'repairs', lazy: repairs },
              {
                Component: AdminsOnly,
                children: [
                  { path: 'people', lazy: people }, { path: 'people/:id', lazy: person },
                  { path: 'products', lazy: products }, { path: 'products/:id', lazy: product },
                  { path: 'categories', lazy: categories }, { path: 'brands', lazy: brands },
                  { path: 'book', lazy: book },
                  { path: 'reconciliation', lazy: reconciliation }, { path: 'reconciliation/cases', lazy: billCases },
                  { path: 'imports', lazy: imports }, { path: 'imports/:id', lazy: importOne },
                ],
              },
              {
                Component: AdminsOnly,
                children: [
                  { path: 'banners', lazy: banners }, { path: 'adverts', lazy: adverts }, { path: 'channels', lazy: channels },
                  { path: 'cases', lazy: cases }, { path: 'cases/:id', lazy: caseOne }, { path: 'library', lazy: library },
                  { path: 'searches', lazy: searches },
                ],
              },
              { path: '*', Component: Missing },
            ],
          }],
        }],
      },
    ],
  },
], { basename: '/admin' })

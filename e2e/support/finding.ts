import type { Page } from '@playwright/test'
import { isPhone, json } from './test.ts'
import type { Shop } from './test.ts'

export type Facets = {
  total: number
  brands: { id: number; name: string; count: number }[]
  spec_options: { name: string; values: { value: string; count: number }[] }[]
}

/** 冰箱, as an address says it. */
export const FRIDGE = encodeURIComponent('冰箱')

export const facetsOf = (shop: Shop, query: string): Promise<Facets> =>
  json<Facets>(shop.api.anyone.get(`/api/products/facets/?${query}`))
export const cards = (page: Page) => page.getByRole('main').getByRole('article')
export const searchField = (page: Page) => page.getByRole('search').getByLabel('搜索商品')
export const filterPanel = (page: Page) => page.getByRole('region', { name: '筛选' })

/** On a desk they stand beside the list. */
export async function openFilters(page: Page): Promise<void> {
  if (isPhone(page)) await page.getByRole('button', { name: /^筛选/ }).click()
}

export async function closeFilters(page: Page): Promise<void> {
  if (isPhone(page)) await filterPanel(page).getByRole('button', { name: /^查看/ }).click()
}

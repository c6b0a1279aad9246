import type { Page } from '@playwright/test'
import { expectSound, shot, watch } from './checks.ts'
import { expect } from './test.ts'
import type { Shop } from './test.ts'

/** Pages of the console by the name of their picture, with their address and heading. */
export type ConsolePages = readonly (readonly [name: string, path: string, heading: string])[]

/** Opens each page, waits for what it loads, takes its picture and holds it to what every page keeps. */
export async function expectSoundPages(page: Page, shop: Shop, pages: ConsolePages): Promise<void> {
  for (const [name, path, heading] of pages) {
    const seen = watch(page, shop.url)
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading)
    await page.waitForLoadState('networkidle')
    await shot(page, `console-${name}`)
    await expectSound(page, seen)
  }
}

/** The order's status and number, as the console's list names them. */
export type ConsoleOrder = { id: number; order_number: string; status: string; actual_amount: string }

/** The row of a list, or its card on a phone, in which these words stand. */
export const rowWith = (page: Page, words: string) => page.locator('tr[data-row-key], .cards > .card').filter({ hasText: words })

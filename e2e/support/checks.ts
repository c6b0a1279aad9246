import { AxeBuilder } from '@axe-core/playwright'
import { join } from 'node:path'
import { expect, test } from './test.ts'
import type { Page, Response } from '@playwright/test'
import { brokenPictures, elementCounts, isTakenOver, lookThrough, settled, tooWide, unstick } from './in-page.ts'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

export type Watch = { troubles: string[] }

/**
 * Collects what a page must not do: complain, fail to load something of its own, ask a foreign host.
 * `bears` are answers that belong to the page, such as 404 of a missing one.
 */
export function watch(page: Page, shopUrl: string, bears: { status: number; path: string }[] = []): Watch {
  const troubles: string[] = []
  const isBorne = (status: number, url: string) =>
    bears.some((one) => one.status === status && new URL(url).pathname === one.path)
  page.on('console', (message) => {
    const { url } = message.location()
    const isAnswer = message.text().startsWith('Failed to load resource')
    // Every bad answer is reported once, below.
    if (message.type() === 'error' && !isAnswer) troubles.push(`console: ${message.text()} (${url})`)
    if (message.type() === 'warning' && /hydrat|did not match|key/i.test(message.text())) troubles.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (fault) => troubles.push(`page: ${fault.message}`))
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(`${shopUrl}/`) && !/^(data|blob):/.test(url)) troubles.push(`foreign: ${url}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400 && !isBorne(response.status(), response.url())) {
      troubles.push(`answer: ${response.status()} ${response.request().method()} ${response.url()}`)
    }
  })
  return { troubles }
}

/** Waits until React has taken the page over. */
export async function takenOver(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate<boolean>(isTakenOver), { intervals: [50] }).toBe(true)
}

/** Waits until a page of the shop is alive, then compares it with what the server sent. */
export async function expectTakenOver(page: Page, response: Response | null): Promise<void> {
  await takenOver(page)
  await page.evaluate(settled)
  const html = await response?.text() ?? ''
  const counts = await page.evaluate<Record<'sent' | 'stands', Record<string, number>>>(elementCounts(html))
  expect.soft(counts.stands, 'the page has the elements that the server sent, no more, no fewer').toEqual(counts.sent)
}

/** What holds for every page of shop and console. */
export async function expectSound(page: Page, seen: Watch, lang = 'zh-CN'): Promise<void> {
  await expect(page.locator('h1')).toHaveCount(1)
  await expect.soft(page.locator('h1')).not.toBeEmpty()
  await expect.soft(page.locator('main')).toHaveCount(1)
  await expect.soft(page.locator('html')).toHaveAttribute('lang', lang)
  await expect.soft(page).toHaveTitle(/\S{2}/)
  const width = page.viewportSize()?.width ?? 0
  expect.soft(await page.evaluate<string[]>(tooWide(width)), 'nothing is wider than the screen').toEqual([])
  expect.soft(await page.evaluate<string[]>(brokenPictures), 'every picture shows').toEqual([])
  expect.soft(await axe(page), 'axe has nothing to say').toEqual([])
  expect.soft(seen.troubles, 'no complaint, no failed answer, no foreign host').toEqual([])
}

/** Each violation as one line: rule, help, and where. */
async function axe(page: Page): Promise<string[]> {
  await page.evaluate(unstick)
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).setLegacyMode(true).analyze()
  return violations.map(({ id, impact, help, nodes }) =>
    `${id} (${impact}): ${help} — ${nodes.slice(0, 4).map((node) => `${node.target.join(' ')} ${node.failureSummary?.split('\n')[1]?.trim() ?? ''}`).join(' | ')}`)
}

/** A picture of the whole page into the folder that E2E_SHOTS names, if it names one. */
export async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env.E2E_SHOTS
  if (!folder) return
  await page.evaluate(lookThrough)
  const path = join(folder, `${name}-${test.info().project.name}.png`)
  await page.screenshot({ path, fullPage: true, animations: 'disabled' })
}

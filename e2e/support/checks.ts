import { AxeBuilder } from '@axe-core/playwright'
import { join } from 'node:path'
import { expect, test } from './test.ts'
import type { Page } from '@playwright/test'
import { brokenPictures, frameFaults, isTakenOver, lookThrough, otherElements, settled, tooWide, unstick } from './in-page.ts'

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
    if (!url.startsWith(`${shopUrl}/`) && url !== shopUrl && !/^(data|blob):/.test(url)) troubles.push(`foreign: ${url}`)
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

type Sound = {
  lang?: 'zh-CN' | 'en'
  /** The page as the server sent it: what stands in the browser has to be the same elements, no more, no fewer. */
  sent?: string
}

/** What holds for every page of shop and console. */
export async function expectSound(page: Page, seen: Watch, sound: Sound = {}): Promise<void> {
  await expect(page.locator('h1')).toHaveCount(1)
  expect(await faultsOf(page, seen, sound)).toEqual([])
}

/** Every fault of a page that stands, one line each. */
export async function faultsOf(page: Page, seen: Watch, { lang = 'zh-CN', sent }: Sound = {}): Promise<string[]> {
  await page.evaluate(settled)
  const width = page.viewportSize()?.width ?? 0
  const faults = [
    ...(sent === undefined ? [] : await page.evaluate<string[]>(otherElements(sent))),
    ...await page.evaluate<string[]>(frameFaults(lang)),
    ...await page.evaluate<string[]>(tooWide(width)),
    ...await page.evaluate<string[]>(brokenPictures),
    ...await axe(page),
  ]
  return [...faults, ...seen.troubles]
}

/** Each violation as one line: rule, help, and where. */
async function axe(page: Page): Promise<string[]> {
  await page.evaluate(unstick)
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).setLegacyMode(true).analyze()
  return violations.map(({ id, impact, help, nodes }) =>
    `axe: ${id} (${impact}): ${help} — ${nodes.slice(0, 4).map((node) => `${node.target.join(' ')} ${node.failureSummary?.split('\n')[1]?.trim() ?? ''}`).join(' | ')}`)
}

/** A picture of the whole page into the folder that E2E_SHOTS names, if it names one. */
export async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env.E2E_SHOTS
  if (!folder) return
  // Without scripts its timers stand still.
  await Promise.race([page.evaluate(lookThrough), page.waitForTimeout(8_000)])
  const path = join(folder, `${name}-${test.info().project.name}.png`)
  await page.screenshot({ path, fullPage: true, animations: 'disabled' })
}

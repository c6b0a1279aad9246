import type { Page } from '@playwright/test'
import { expectSound, shot, watch } from './support/checks.ts'
import { expect, json, test } from './support/test.ts'
import type { Shop } from './support/test.ts'

type Twice = { id: number; refund_number: string; amount: string; reason_code: string | null }

/** The refund of the demo shop whose money left twice. What is settled here does not reach the server: it stays. */
async function goneTwice(shop: Shop): Promise<Twice> {
  const { results } = await json<{ results: Twice[] }>(shop.api.admin.get('/api/refunds/?problem=true&page_size=100'))
  const found = results.find((one) => one.reason_code === 'paid_twice')
  if (!found) throw new Error('No refund has gone twice')
  return found
}

/** Keeps what would be settled. */
async function settled(page: Page, refund: Twice): Promise<unknown[]> {
  const bodies: unknown[] = []
  await page.route('**/settle_repeat/', (route) => {
    bodies.push(route.request().postDataJSON())
    return route.fulfill({ json: { ...refund, problem: false, allowed_moves: [] } })
  })
  return bodies
}

const dialog = (page: Page) => page.getByRole('dialog').last()

test('money that left twice and came back: where it came to and under which number is asked for', async ({ page, shop }) => {
  const refund = await goneTwice(shop)
  await shop.signIn(page.context(), 'support1')
  const bodies = await settled(page, refund)
  await page.goto(`/admin/refunds?look=${refund.id}`)
  await page.getByRole('dialog').getByRole('button', { name: '登记追回结果' }).click()
  await expect(dialog(page)).toContainText(`退了两次的钱 ¥${refund.amount}`)
  await expect(dialog(page)).toContainText(`¥${refund.amount} 在资金账里记回「银行」`)
  await dialog(page).getByLabel('收款流水号').fill('   ')
  await dialog(page).getByRole('button', { name: '登记', exact: true }).click()
  await expect(dialog(page).getByText('请填写收款流水号')).toBeVisible()
  await expect(dialog(page).getByText('请写明原因')).toBeVisible()
  expect(bodies).toEqual([])
  await shot(page, 'console-repeat')
  await expectSound(page, watch(page, shop.url))

  await dialog(page).getByRole('radio', { name: '买家已退到我方银行账户' }).focus()
  await page.keyboard.press('ArrowDown')
  await expect(dialog(page).getByRole('radio', { name: '买家已退到我方微信支付账户' })).toBeChecked()
  await expect(dialog(page)).toContainText('记回「微信支付」')
  await dialog(page).getByLabel('收款流水号').fill(' WX-778 ')
  await dialog(page).getByRole('button', { name: '买家核对后退回' }).click()
  await dialog(page).getByRole('button', { name: '登记', exact: true }).dblclick()
  await expect(page.locator('.ant-message-notice').getByText('已登记')).toBeVisible()
  expect(bodies).toEqual([{ outcome: 'returned', returned_to: 'company', transaction_id: 'WX-778', reason: '买家核对后退回' }])
})

test('money that left twice and is lost asks for a reason alone, in English too', async ({ page, shop }) => {
  const refund = await goneTwice(shop)
  await shop.signIn(page.context(), 'support1')
  await page.addInitScript(() => localStorage.setItem('hearth.console.language', 'en'))
  const bodies = await settled(page, refund)
  await page.goto(`/admin/refunds?look=${refund.id}`)
  await page.getByRole('dialog').getByRole('button', { name: 'Note how it ended' }).click()
  await dialog(page).getByRole('radio', { name: 'It is lost: write it off' }).check()
  await expect(dialog(page).getByLabel('Reference of the receipt')).toHaveCount(0)
  await expect(dialog(page)).toContainText('is booked as a loss ("Fees")')
  await dialog(page).getByRole('button', { name: 'Write it off', exact: true }).click()
  expect(bodies).toEqual([])
  await dialog(page).getByRole('button', { name: 'The buyer cannot be reached' }).click()
  await shot(page, 'console-repeat-lost')
  await expectSound(page, watch(page, shop.url), { lang: 'en' })
  await dialog(page).getByRole('button', { name: 'Write it off', exact: true }).click()
  await expect(page.locator('.ant-message-notice').getByText('Recorded')).toBeVisible()
  expect(bodies).toEqual([{ outcome: 'written_off', reason: 'The buyer cannot be reached' }])
})

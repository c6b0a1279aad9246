import { expectSound, shot, watch } from './support/checks.ts'
import { expect, json, test } from './support/test.ts'

type Listed = { results: { id: number; name: string; skus: { id: number; price: string }[] }[] }

test('prices come as a file, are looked through, and count in the shop once confirmed', async ({ page, shop }) => {
  test.setTimeout(120_000)
  const { results: [product] } = await json<Listed>(shop.api.admin.get('/api/products/?page_size=1&sort_by=price_asc'))
  const [sku] = product?.skus ?? []
  if (!product || !sku) throw new Error('The shop has nothing')
  const price = (Number(sku.price) + 1).toFixed(2)
  const asked = `/api/products/export/?kind=prices&search=${encodeURIComponent(product.name)}`
  const file = await (await shop.api.admin.get(asked)).text()
  const [title = '', line = ''] = file.split('\r\n')
  const changed = line.replace(`,${sku.price},`, `,${price},`)
  expect(changed).not.toBe(line)

  const seen = watch(page, shop.url, [{ status: 400, path: '/api/imports/' }])
  await shop.signIn(page.context(), 'admin')
  await page.goto('/admin/imports')
  await page.getByRole('button', { name: '上传文件' }).click()
  await page.setInputFiles('input[type=file]', {
    name: '价格.csv', mimeType: 'text/csv',
    buffer: Buffer.from([title, changed, changed.replace(/^\d+/, '999999999')].join('\r\n')),
  })
  await page.getByRole('button', { name: '上传并检查' }).click()

  await test.step('the preview says what would happen, line by line', async () => {
    await expect(page.getByRole('heading', { level: 1, name: '导入 价格.csv' })).toBeVisible()
    await expect(page.getByText('没有这个编号的商品。')).toBeVisible({ timeout: 30_000 })
    await page.getByRole('button', { name: /^可导入/ }).click()
    await expect(page.getByText(`售价：${sku.price} → ${price}`)).toBeVisible()
    await shot(page, 'import')
    await expectSound(page, seen)
    expect((await json<{ price: string }>(shop.api.anyone.get(`/api/skus/${sku.id}/`))).price).toBe(sku.price)
  })
  await test.step('the good line is written', async () => {
    await page.getByRole('button', { name: '只导入可以的 1 行' }).click()
    await page.getByRole('button', { name: '确认导入' }).click()
    await expect(page.getByText('导入完成。')).toBeVisible({ timeout: 30_000 })
    expect((await json<{ price: string }>(shop.api.anyone.get(`/api/skus/${sku.id}/`))).price).toBe(price)
  })
  await test.step('a file that is none is refused in words', async () => {
    await page.getByRole('link', { name: '返回批量导入' }).click()
    await page.getByRole('button', { name: '上传文件' }).click()
    await page.setInputFiles('input[type=file]', {
      name: 'a.xlsx', mimeType: 'application/zip', buffer: Buffer.from([0, 1, 2]),
    })
    await page.getByRole('button', { name: '上传并检查' }).click()
    await expect(page.getByRole('alert').getByText('文件无法识别。请用模板填写，保存为 CSV 或 Excel（.xlsx）。')).toBeVisible()
  })
  expect(seen.troubles).toEqual([])
})

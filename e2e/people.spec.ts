import { request } from '@playwright/test'
import type { APIRequestContext, Page } from '@playwright/test'
import { shot } from './support/checks.ts'
import { expect, isPhone, json, test } from './support/test.ts'
import type { Shop } from './support/test.ts'

const PASSWORD = 'lamp-river-4417'
let made = 0

/** A name and a mobile that nobody has yet. */
function someone() {
  const mark = `${Date.now()}${made++}`.slice(-9)
  return { username: `e2e_${mark}`, mobile: `19${mark}` }
}

test('an administrator makes a person, changes, blocks and unblocks him', async ({ page, shop }) => {
  test.setTimeout(90_000)
  const who = someone()
  await shop.signIn(page.context(), 'admin')
  const id = await test.step('make him', () => create(page, who))
  await test.step('change him', () => change(page, who.username))
  const his = await signedIn(shop, who.username)

  await test.step('block him: his session ends and he cannot come back', async () => {
    expect((await his.get('/api/user/')).status()).toBe(200)
    await act(page, '停用', `停用 ${who.username}`)
    await expect(page.getByText(`已停用「${who.username}」`)).toBeVisible()
    await expect(page.getByRole('main').getByText('已停用', { exact: true })).toBeVisible()
    expect((await his.get('/api/user/')).status()).toBe(401)
    expect((await signIn(his, who.username)).ok()).toBe(false)
  })
  await test.step('he stands among the blocked', async () => {
    await page.goto('/admin/people?status=blocked')
    await expect(page.getByRole('link', { name: who.username, exact: true })).toBeVisible()
    await page.getByRole('link', { name: who.username, exact: true }).click()
    await expect(page).toHaveURL(new RegExp(`/admin/people/${id}$`))
  })
  await test.step('unblock him', async () => {
    await act(page, '恢复使用', `恢复 ${who.username}`)
    await expect(page.getByText(`「${who.username}」可以登录了`)).toBeVisible()
    expect((await signIn(his, who.username)).ok()).toBe(true)
  })
  await test.step('end his sessions', async () => {
    await act(page, '退出所有设备', `让 ${who.username} 退出所有设备`)
    await expect(page.getByText('已退出 1 台设备')).toBeVisible()
    expect((await his.get('/api/user/')).status()).toBe(401)
  })
  await test.step('delete him, on whom nothing hangs', async () => {
    await act(page, '删除', `删除 ${who.username}`, '删除用户')
    await expect(page.getByText(`已删除「${who.username}」`)).toBeVisible()
    await expect(page).toHaveURL(/\/admin\/people(\?|$)/)
    expect((await shop.api.admin.get(`/api/users/${id}/`)).status()).toBe(404)
  })
  await his.dispose()
})

test('an administrator makes another one, and takes it back', async ({ page, shop }) => {
  const who = someone()
  const { id } = await make(shop, who)
  const his = await signedIn(shop, who.username)
  await shop.signIn(page.context(), 'admin')
  await page.goto(`/admin/people/${id}`)
  expect((await his.get('/api/users/')).status()).toBe(403)

  await act(page, '设为管理员', `设 ${who.username} 为管理员`)
  await expect(page.getByText(`「${who.username}」现在是管理员`)).toBeVisible()
  await expect(page.getByRole('button', { name: '取消管理员' })).toBeVisible()
  expect((await his.get('/api/user/')).status()).toBe(401)
  await signIn(his, who.username)
  expect((await his.get('/api/users/')).status()).toBe(200)

  await act(page, '取消管理员', `取消 ${who.username} 的管理员身份`)
  await expect(page.getByText(`「${who.username}」不再是管理员`)).toBeVisible()
  await expect(page.getByRole('button', { name: '设为管理员' })).toBeVisible()
  await signIn(his, who.username)
  expect((await his.get('/api/users/')).status()).toBe(403)
  await his.dispose()
  await shop.api.admin.delete(`/api/users/${id}/`)
})

test('nobody locks himself out', async ({ page, shop }) => {
  await shop.signIn(page.context(), 'admin')
  const { id } = await json<{ id: number }>(shop.api.admin.get('/api/user/'))
  await page.goto(`/admin/people/${id}`)
  await expect(page.getByText('这是你正在使用的账号')).toBeVisible()
  for (const name of ['停用', '取消管理员', '退出所有设备', '设置新密码', '删除']) {
    await expect(page.getByRole('button', { name, exact: true })).toBeDisabled()
  }
  await expect(page.getByRole('button', { name: '编辑' })).toBeEnabled()
})

test('who has orders is not deleted: what stands in the way is counted and leads there', async ({ page, shop }) => {
  await shop.signIn(page.context(), 'admin')
  const { id } = await json<{ id: number }>(shop.api.xiaoming.get('/api/user/'))
  const { counts } = await json<{ counts: { orders: number } }>(shop.api.admin.get(`/api/users/${id}/`))
  await page.goto(`/admin/people/${id}`)
  await act(page, '删除', '删除 xiaoming', '删除用户')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('alert')).toContainText('名下还有这些，所以没有删除')
  await expect(dialog.getByRole('button', { name: '删除用户' })).toBeDisabled()
  await expect(dialog.getByRole('button', { name: '改为停用' })).toBeVisible()
  await shot(page, 'console-person-delete-refused')
  await dialog.getByRole('link', { name: `${counts.orders} 张订单` }).click()

  await expect(page).toHaveURL(`/admin/orders?status=all&user_id=${id}`)
  await expect(page.getByText('买家：xiaoming')).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: `共 ${counts.orders} 条` })).toBeVisible()
  await page.getByRole('button', { name: '去掉条件「买家：xiaoming」' }).click()
  await expect(page).toHaveURL('/admin/orders?status=all')
  await expect(page.getByRole('status').filter({ hasText: `共 ${counts.orders} 条` })).toBeHidden()
})

test('what is wrong with a field stands beside it', async ({ page, shop }) => {
  await shop.signIn(page.context(), 'admin')
  await page.goto('/admin/people')
  await page.getByRole('button', { name: '新建用户' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('用户名').fill('xiaoming')
  await dialog.getByLabel('手机号').fill('138')
  await dialog.getByRole('button', { name: '新建', exact: true }).click()
  await expect(dialog.getByText('请填写 11 位手机号')).toBeVisible()
  await dialog.getByLabel('手机号').fill('')
  await dialog.getByRole('button', { name: '新建', exact: true }).click()
  const field = dialog.locator('.ant-form-item').filter({ has: page.getByLabel('用户名') })
  await expect(field).toContainText('已被使用')
  await expect(dialog.getByRole('alert').filter({ hasText: '提交的内容有误' })).toHaveCount(0)
})

test('several people are blocked at once, and never oneself', async ({ page, shop }) => {
  test.skip(isPhone(page), 'choosing several is for the desk')
  const both = [someone(), someone()]
  const ids = await Promise.all(both.map(async (who) => (await make(shop, who)).id))
  await shop.signIn(page.context(), 'admin')
  const choose = async (username: string) => {
    await page.getByLabel('用户名 / 手机号 / 邮箱').fill(username)
    await page.keyboard.press('Enter')
    await page.getByRole('row').filter({ has: page.getByRole('link', { name: username, exact: true }) }).getByRole('checkbox').check()
  }
  await page.goto('/admin/people')
  for (const username of ['admin', ...both.map((who) => who.username)]) await choose(username)
  await expect(page.getByText('已选 3 条')).toBeVisible()
  await page.locator('.list-selection').getByRole('button', { name: '停用' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('会影响这 2 人')
  await expect(dialog).toContainText('跳过 1 人')
  await shot(page, 'console-people-bulk')
  await dialog.getByRole('button', { name: '停用' }).click()
  await expect(page.getByText('2 人已处理')).toBeVisible()
  for (const id of ids) {
    expect(await json(shop.api.admin.get(`/api/users/${id}/`))).toMatchObject({ is_active: false })
    await shop.api.admin.delete(`/api/users/${id}/`)
  }
})

test('support has no part in people', async ({ page, shop }) => {
  await shop.signIn(page.context(), 'support1')
  await page.goto('/admin/')
  if (isPhone(page)) await page.getByRole('button', { name: '打开导航' }).click()
  const places = page.getByRole('navigation', { name: '主导航' })
  await expect(places.getByRole('link', { name: '订单' })).toBeVisible()
  await expect(places.getByRole('link', { name: '用户' })).toHaveCount(0)
  for (const path of ['/admin/people', '/admin/people/1']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('没有权限看这一页')
  }
  expect((await shop.api.support1.get('/api/users/')).status()).toBe(403)
})

async function create(page: Page, { username, mobile }: { username: string; mobile: string }): Promise<string> {
  await page.goto('/admin/people')
  await page.getByRole('button', { name: '新建用户' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('用户名').fill(username)
  await dialog.getByLabel('手机号').fill(mobile)
  await dialog.getByLabel('密码（可选）').fill(PASSWORD)
  await shot(page, 'console-person-create')
  await dialog.getByRole('button', { name: '新建', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(username)
  await expect(page).toHaveURL(/\/admin\/people\/\d+$/)
  return page.url().split('/').at(-1) ?? ''
}

async function change(page: Page, username: string): Promise<void> {
  await page.getByRole('button', { name: '编辑' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('邮箱').fill(`${username}@example.cn`)
  await expect(dialog.getByText('从所有设备退出登录')).toHaveCount(0)
  await dialog.getByRole('combobox', { name: '角色' }).click()
  await page.getByTitle('经销商', { exact: true }).click()
  await expect(dialog).toContainText('从所有设备退出登录')
  await shot(page, 'console-person-edit')
  await dialog.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText(`「${username}」已保存`)).toBeVisible()
  await expect(page.getByRole('main')).toContainText(`${username}@example.cn`)
  await expect(page.getByRole('main').getByText('经销商', { exact: true })).toBeVisible()
}

/** Presses an act of the person's page and confirms it in its dialog. */
async function act(page: Page, name: string, title: string, submit = name): Promise<void> {
  await page.getByRole('main').getByRole('button', { name, exact: true }).click()
  const dialog = page.getByRole('dialog', { name: title })
  await expect(dialog).toBeVisible()
  await dialog.getByRole('button', { name: submit, exact: true }).click()
}

function make(shop: Shop, who: { username: string; mobile: string }) {
  return json<{ id: number }>(shop.api.admin.post('/api/users/', { data: { ...who, password: PASSWORD } }))
}

/** A browser of his own in which this person is signed in. */
async function signedIn(shop: Shop, username: string): Promise<APIRequestContext> {
  const his = await request.newContext({ baseURL: shop.url, extraHTTPHeaders: { origin: shop.url } })
  expect((await signIn(his, username)).ok()).toBe(true)
  return his
}

function signIn(his: APIRequestContext, username: string) {
  return his.post('/api/authorizations/', { data: { username, password: PASSWORD } })
}

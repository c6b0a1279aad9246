import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld } from '../../../tests/support/world.ts'
import type { World } from '../../../tests/support/world.ts'
import { parseAddress } from './index.ts'

let w: World
beforeAll(async () => { w = await openWorld() })
afterAll(() => w[Symbol.asyncDispose]())

const read = async (text: string) => {
  const { province, city, district, receiver, mobile, postalCode, detail, isRead } = await parseAddress(w.db, text)
  const area = [province, city, district].map((each) => each?.code ?? null)
  return { isRead, area, receiver, mobile, postalCode, detail }
}

type Read = { area: (number | null)[]; receiver?: string; mobile?: string; postalCode?: string; detail: string }

test.each<[string, Read]>([
  ['张三 13800001111 山东省青岛市崂山区海尔路1号',
    { area: [370000, 370200, 370212], receiver: '张三', mobile: '13800001111', detail: '海尔路1号' }],
  ['青岛崂山区海尔路1号 李四，手机号：138-0000-1111',
    { area: [370000, 370200, 370212], receiver: '李四', mobile: '13800001111', detail: '海尔路1号' }],
  ['北京朝阳区建国路88号SOHO现代城A座1201 王小明 13912345678',
    { area: [110000, 110100, 110105], receiver: '王小明', mobile: '13912345678', detail: '建国路88号SOHO现代城A座1201' }],
  ['收货人: 王二\n电话: 13900001111\n所在地区: 浙江省 杭州市 余杭区\n详细地址: 文一西路969号',
    { area: [330000, 330100, 330110], receiver: '王二', mobile: '13900001111', detail: '文一西路969号' }],
  ['新疆维吾尔自治区乌鲁木齐市天山区人民路1号 阿不都 18999999999',
    { area: [650000, 650100, 650102], receiver: '阿不都', mobile: '18999999999', detail: '人民路1号' }],
  ['上海市浦东新区张江高科技园区博云路2号 13800138000 陈先生 201203', {
    area: [310000, 310100, 310115], receiver: '陈先生', mobile: '13800138000', postalCode: '201203',
    detail: '张江高科技园区博云路2号',
  }],
  ['余杭区文一西路1号 13800000000 张三',
    { area: [330000, 330100, 330110], receiver: '张三', mobile: '13800000000', detail: '文一西路1号' }],
  ['广东省东莞市南城街道鸿福路1号', { area: [440000, 441900, 441912], detail: '鸿福路1号' }],
  ['陈小红 +86 138 0000 0003 四川省 成都市 武侯区 天府大道 11 号 5 栋',
    { area: [510000, 510100, 510107], receiver: '陈小红', mobile: '13800000003', detail: '天府大道 11 号 5 栋' }],
  ['北京朝阳区北京路 8 号', { area: [110000, 110100, 110105], detail: '北京路 8 号' }],
  // Only as far as it is said: the person chooses the rest.
  ['山东省青岛市人民路1号', { area: [370000, 370200, null], detail: '人民路1号' }],
  ['山东省人民路1号', { area: [370000, null, null], detail: '人民路1号' }],
])('%s', async (text, wanted) => {
  expect(await read(text)).toEqual({ isRead: true, receiver: '', mobile: '', postalCode: '', ...wanted })
})

test.each(['朝阳区建国路88号', 'hello world', '鼓楼区中央路1号', '  随便写的  '])('no area is guessed: %s', async (text) => {
  expect(await read(text)).toMatchObject({ isRead: false, area: [null, null, null], detail: text.trim() })
})

test('the answer of the route, read, unread and empty', async () => {
  const { headers } = await w.signIn('ann')
  const ask = (payload: object) => w.app.inject({ method: 'POST', url: '/api/addresses/parse/', headers, payload })
  const good = await ask({ address: '张三 13800001111 山东省青岛市崂山区海尔路1号' })
  expect([good.statusCode, good.json()]).toEqual([200, {
    success: true, message: '已识别，请核对后保存。',
    data: {
      receiver: '张三', mobile: '13800001111', postal_code: '', province: '山东省', province_id: 370000,
      city: '青岛市', city_id: 370200, district: '崂山区', district_id: 370212, detail: '海尔路1号',
    },
  }])
  const bad = await ask({ address: '没有地区' })
  expect([bad.statusCode, bad.json()]).toMatchObject([200, { success: false, data: { province_id: null, detail: '没有地区' } }])
  const empty = await ask({ address: '  ' })
  expect([empty.statusCode, empty.json().success]).toEqual([400, false])
  expect((await ask({})).statusCode).toBe(400)
  expect((await ask({ address: 'x'.repeat(501) })).statusCode).toBe(400)
})

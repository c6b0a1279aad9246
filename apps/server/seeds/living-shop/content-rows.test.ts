import sharp from 'sharp'
import { expect, test } from 'vitest'
import { isLink } from '../../src/modules/content/index.ts'
import { drawDemoPicture } from '../demo-pictures.ts'
import { openCalendar } from './calendar.ts'
import { contentRows } from './content-rows.ts'
import { makeGoods } from './goods.ts'
import { makePeople } from './people.ts'

const calendar = openCalendar(new Date('2026-11-20T02:00:00.000Z'))
const rows = contentRows(makeGoods(calendar), makePeople(calendar), calendar)

test('every picture can be drawn, in the size that is said', async () => {
  for (const { path, width_px, height_px } of rows['media.images']) {
    const drawn = await drawDemoPicture(path)
    const { width, height } = await sharp(drawn ?? Buffer.alloc(0)).metadata()
    expect([width, height], path).toEqual([width_px, height_px])
  }
}, 60_000)

test('each front page has a banner, both cases have text and pictures, and every link is one of ours', () => {
  expect(new Set(rows['content.banners'].map((row) => row.position))).toEqual(new Set(['home', 'gift', 'designer']))
  const kinds = rows['content.case_blocks'].map((row) => `${row.case_id} ${row.block_type}`)
  expect(new Set(kinds)).toEqual(new Set(['1 text', '1 image', '2 text', '2 image']))
  const links = [
    ...rows['content.banners'].map((row) => row.link_url), ...rows['content.entries'].map((row) => row.url),
    ...rows['content.channels'].map((row) => row.url),
  ]
  expect(links.filter((link) => !isLink(link ?? ''))).toEqual([])
  expect(rows['content.channels']).toHaveLength(8)
})

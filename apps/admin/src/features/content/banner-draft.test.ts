import { expect, test } from 'vitest'
import type { BannerView } from '@hearth/contracts/content'
import { bannerDraft, bannerName, toBannerBody } from './banner-draft.ts'

const banner: BannerView = {
  id: 3, title: '双十一', link_url: '/c/3', position: 'gift', order: 2, is_active: false, image_id: 9, image_url: 'http://h/media/a.webp',
  starts_at: '2026-11-11T00:00:00.000+08:00', ends_at: null, state: 'off', created_at: '2026-11-01T00:00:00.000+08:00', updated_at: '2026-11-01T00:00:00.000+08:00',
}

test('a new banner stands in the place that is looked at, and is on', () => {
  expect(bannerDraft(undefined, 'designer')).toEqual({ picture: '', title: '', link: '', position: 'designer', starts: '', ends: '', active: true })
})

test('a banner goes into the form and comes out the same', () => {
  const draft = bannerDraft(banner, 'home')
  expect(draft).toEqual({ picture: banner.image_url, title: '双十一', link: '/c/3', position: 'gift', starts: '2026-11-11T00:00', ends: '', active: false })
  expect(toBannerBody(draft, 9)).toEqual({
    image: 9, title: '双十一', link_url: '/c/3', position: 'gift', starts_at: '2026-11-11T00:00:00+08:00', ends_at: null, is_active: false,
  })
})

test('blanks around words go; a new one has its place', () => {
  expect(toBannerBody({ ...bannerDraft(banner, 'home'), title: ' a ', link: ' / ' }, 1, 5)).toMatchObject({ title: 'a', link_url: '/', order: 5 })
})

test('one without a title is called by its number', () => {
  expect([bannerName(banner, String), bannerName({ id: 4, title: '' }, (id) => `#${id}`)]).toEqual(['双十一', '#4'])
})

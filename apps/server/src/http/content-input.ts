import type { BannerBody, CaseBody, ChannelBody, ContentBody } from '@hearth/contracts/content'
import { isLink, positions } from '../modules/content/index.ts'
import type { BannerFields, CaseBlock, CaseFields, ChannelFields, EntryFields, SlotAsked } from '../modules/content/index.ts'
import { refuseField, requiredText } from './required-text.ts'

const MISSING = { zh: '此项必填。', en: 'This field is required.' }
const NO_LINK = { zh: '应为 http(s) 网址，或以 / 开头的本站路径。', en: 'Must be an http(s) address or a path of our own, /….' }
const NO_INSTANT = { zh: '应为带时区的时间，如 2026-11-20T14:05:00+08:00。', en: 'Must be an instant with its offset, e.g. 2026-11-20T14:05:00+08:00.' }
const NO_KEY = { zh: '只能用字母、数字和 _ . -。', en: 'Letters, digits and _ . - only.' }
const BANNERS = { zh: '这个位置由横幅填写。', en: 'This place is filled by the banners.' }
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:\d\d)$/
const KEY = /^[A-Za-z0-9_.-]{1,50}$/

/** What was said of a banner; what was not said is left out. Throws http.invalid. */
export function readBanner(body: BannerBody): Partial<BannerFields> {
  return said({
    imageId: body.image ?? body.image_id, title: body.title?.trim(), linkUrl: readLink('link_url', body.link_url),
    position: body.position, sortOrder: body.order, isActive: body.is_active, ...readPeriod(body),
  })
}

/** A whole banner with this picture. */
export function newBanner(body: BannerBody, imageId: number): BannerFields {
  return {
    title: '', linkUrl: '', position: 'home', sortOrder: 0, isActive: true, startsAt: null, endsAt: null,
    ...readBanner(body), imageId,
  }
}

/** What was said of a piece of advertising. Throws http.invalid. */
export function readEntry(body: ContentBody): Partial<EntryFields> {
  return said({
    title: body.title === undefined ? undefined : requiredText('title', body.title), url: readLink('url', body.url),
    imageId: body.image === undefined ? body.image_id : body.image, text: body.text === '' ? null : body.text,
    sequence: body.sequence, isActive: body.status, ...readPeriod(body),
  })
}

export function newEntry(body: ContentBody): EntryFields {
  const title = requiredText('title', body.title)
  return {
    url: '', imageId: null, text: null, sequence: 0, isActive: true, startsAt: null, endsAt: null, ...readEntry(body), title,
  }
}

/** The slot that was named. Positions of banners are no slots. Throws http.invalid. */
export function readSlot({ key, key_name: name }: ContentBody): SlotAsked | undefined {
  if (key === undefined) return undefined
  if (!KEY.test(key)) refuseField('key', NO_KEY)
  if (positions.some((each) => each === key)) refuseField('key', BANNERS)
  return { key, name: name?.trim() || undefined }
}

/** What was said of a channel. Throws http.invalid. */
export function readChannel(body: ChannelBody): Partial<ChannelFields> {
  return said({
    groupId: body.group_id, categoryId: body.category_id, url: readLink('url', body.url), sequence: body.sequence,
    name: body.name === undefined ? undefined : requiredText('name', body.name),
  })
}

/** What was said of a case. Throws http.invalid. */
export function readCase(body: CaseBody): Partial<CaseFields> {
  return said({
    title: body.title === undefined ? undefined : requiredText('title', body.title),
    coverImageId: body.cover_image_id, sortOrder: body.order, isActive: body.is_active,
  })
}

/** Blocks in the order of the list unless they name their own. */
export function readBlocks({ detail_blocks: blocks }: CaseBody): CaseBlock[] | undefined {
  return blocks?.map((block, at) => ({
    blockType: block.block_type, text: block.text ?? '', imageId: block.image_id ?? null, sortOrder: block.order ?? at + 1,
  }))
}

/** Throws http.invalid when a field that must be there is missing. */
export function requireField<T>(field: string, value: T | undefined): T {
  return value === undefined ? refuseField(field, MISSING) : value
}

function readLink(field: string, given: string | undefined): string | undefined {
  const link = given?.trim()
  if (link !== undefined && !isLink(link)) refuseField(field, NO_LINK)
  return link
}

type PeriodGiven = { starts_at?: string | null; ends_at?: string | null }

function readPeriod(body: PeriodGiven): { startsAt?: Date | null; endsAt?: Date | null } {
  return { startsAt: readInstant('starts_at', body.starts_at), endsAt: readInstant('ends_at', body.ends_at) }
}

function readInstant(field: string, text: string | null | undefined): Date | null | undefined {
  if (text === undefined || text === null) return text
  if (text.trim() === '') return null
  const at = INSTANT.test(text.trim()) ? Date.parse(text) : Number.NaN
  if (Number.isNaN(at)) refuseField(field, NO_INSTANT)
  return new Date(at)
}

/** Only what has a value. */
function said<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined)
  return Object.fromEntries(given) as { [K in keyof T]?: Exclude<T[K], undefined> }
}

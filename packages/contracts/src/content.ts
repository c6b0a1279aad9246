import { Type } from 'typebox'
import type { Static } from 'typebox'
import { UploadedFile } from './media.ts'
import { Id, Instant, PageOf, oneOf, orNull, pageQuery } from './shared.ts'

export const bannerPositions = ['home', 'gift', 'designer'] as const
export const blockTypes = ['text', 'image'] as const
/** Switched off, not yet, now, not any more: by the server's clock when it was asked. */
export const contentStates = ['off', 'scheduled', 'running', 'ended'] as const
export type ContentState = (typeof contentStates)[number]
const ONE_MILLION = 1_000_000
const Place = Type.Integer({ minimum: 0, maximum: ONE_MILLION })
const InstantGiven = Type.String({ maxLength: 40, description: 'ISO-8601 with offset' })

/** Shown from `starts_at` until `ends_at`; null is an open end. */
const period = { starts_at: orNull(Instant), ends_at: orNull(Instant) }
const periodGiven = { starts_at: Type.Optional(orNull(InstantGiven)), ends_at: Type.Optional(orNull(InstantGiven)) }

export const BannerView = Type.Object({
  id: Id,
  title: Type.String(),
  link_url: Type.String(),
  position: oneOf(bannerPositions),
  order: Type.Integer(),
  is_active: Type.Boolean(),
  image_id: Id,
  image_url: Type.String(),
  ...period,
  state: oneOf(contentStates),
  created_at: Instant,
  updated_at: Instant,
})
export type BannerView = Static<typeof BannerView>
export const BannerPage = PageOf(BannerView)
export type BannerPosition = BannerView['position']
export const BannerQuery = Type.Object({ position: Type.Optional(oneOf(bannerPositions)), ...pageQuery })

const bannerWords = {
  title: Type.Optional(Type.String({ maxLength: 100 })),
  link_url: Type.Optional(Type.String({ maxLength: 500, description: 'http(s)://… or a path of our own, /…' })),
  position: Type.Optional(oneOf(bannerPositions)),
  order: Type.Optional(Place),
  is_active: Type.Optional(Type.Boolean()),
  ...periodGiven,
}
/** `image` (or `image_id`) is the id of an uploaded picture. What is left out of a PUT stays. */
export const BannerBody = Type.Object({ image: Type.Optional(Id), image_id: Type.Optional(Id), ...bannerWords })
export type BannerBody = Static<typeof BannerBody>
/** A-34, multipart. */
export const BannerUpload = Type.Object({ file: Type.Optional(UploadedFile), ...bannerWords })
export type BannerUpload = Static<typeof BannerUpload>

/** Every id in the order wanted: the first gets place 1. Ids that are left out keep their places. */
export const Reorder = Type.Object({ ids: Type.Array(Id, { minItems: 1, maxItems: 500 }) })
export const Reordered = Type.Object({ ids: Type.Array(Id) })

const caseFields = {
  id: Id,
  title: Type.String(),
  order: Type.Integer(),
  is_active: Type.Boolean(),
  cover_image_id: Id,
  cover_image_url: Type.String(),
  created_at: Instant,
  updated_at: Instant,
}
export const CaseView = Type.Object(caseFields)
export type CaseView = Static<typeof CaseView>
export const CasePage = PageOf(CaseView)
export const CaseQuery = Type.Object(pageQuery)
export const CaseDetail = Type.Object({
  ...caseFields,
  detail_blocks: Type.Array(Type.Object({
    id: Id,
    block_type: oneOf(blockTypes),
    text: Type.String(),
    order: Type.Integer(),
    image_id: orNull(Id),
    image_url: Type.String(),
  })),
})
export type CaseDetail = Static<typeof CaseDetail>

/** `detail_blocks` replaces all blocks; a block without `order` stands where it is in the list. */
export const CaseBody = Type.Object({
  title: Type.Optional(Type.String({ maxLength: 200 })),
  cover_image_id: Type.Optional(Id),
  order: Type.Optional(Place),
  is_active: Type.Optional(Type.Boolean()),
  detail_blocks: Type.Optional(Type.Array(Type.Object({
    block_type: oneOf(blockTypes),
    text: Type.Optional(orNull(Type.String({ maxLength: 20_000 }))),
    image_id: Type.Optional(orNull(Id)),
    order: Type.Optional(Place),
  }), { maxItems: 200 })),
  updated_at: Type.Optional(Type.String({
    maxLength: 40, description: 'As it was read; when the case was changed since, 409 and nothing is written',
  })),
})
export type CaseBody = Static<typeof CaseBody>

/** G-08: advertising under a key. Administrators see the fields below as well. */
export const ContentView = Type.Object({
  id: Id,
  title: Type.String(),
  url: Type.String(),
  image_url: Type.String(),
  text: orNull(Type.String()),
  sequence: Type.Integer(),
  key: Type.Optional(Type.String()),
  key_name: Type.Optional(Type.String()),
  image_id: Type.Optional(orNull(Id)),
  status: Type.Optional(Type.Boolean()),
  state: Type.Optional(oneOf(contentStates)),
  starts_at: Type.Optional(orNull(Instant)),
  ends_at: Type.Optional(orNull(Instant)),
  created_at: Type.Optional(Instant),
  updated_at: Type.Optional(Instant),
})
export type ContentView = Static<typeof ContentView>
/** Everyone says which key; administrators who do not see all. A position of banners is a key too. */
export const ContentQuery = Type.Object({ key: Type.Optional(Type.String({ maxLength: 50 })) })
/** A key that is new makes its slot, called `key_name`. */
export const ContentBody = Type.Object({
  key: Type.Optional(Type.String({ maxLength: 50 })),
  key_name: Type.Optional(Type.String({ maxLength: 50 })),
  title: Type.Optional(Type.String({ maxLength: 100 })),
  url: Type.Optional(Type.String({ maxLength: 300, description: 'http(s)://… or a path of our own, /…' })),
  image: Type.Optional(orNull(Id)),
  image_id: Type.Optional(orNull(Id)),
  text: Type.Optional(orNull(Type.String({ maxLength: 20_000 }))),
  sequence: Type.Optional(Place),
  status: Type.Optional(Type.Boolean()),
  ...periodGiven,
})
export type ContentBody = Static<typeof ContentBody>

export const ChannelView = Type.Object({
  id: Id,
  group_id: Type.Integer(),
  category_id: Id,
  category: Type.String(),
  name: Type.String(),
  url: Type.String(),
  sequence: Type.Integer(),
})
export type ChannelView = Static<typeof ChannelView>
/** `name` left out: the category's. */
export const ChannelBody = Type.Object({
  group_id: Type.Optional(Type.Integer({ minimum: 1, maximum: ONE_MILLION })),
  category_id: Type.Optional(Id),
  name: Type.Optional(Type.String({ maxLength: 50 })),
  url: Type.Optional(Type.String({ maxLength: 50, description: 'http(s)://… or a path of our own, /…' })),
  sequence: Type.Optional(Place),
})
export type ChannelBody = Static<typeof ChannelBody>

const levelFields = { id: Id, name: Type.String(), logo: Type.String() }
const Leaf = Type.Object(levelFields)
const Middle = Type.Object({ ...levelFields, children: Type.Array(Leaf) })
/** G-08: the menu. Each channel opens its category with the two levels below it. */
export const ChannelMenu = Type.Array(Type.Object({
  group_id: Type.Integer(),
  channels: Type.Array(Type.Object({
    id: Id,
    name: Type.String(),
    url: Type.String(),
    sequence: Type.Integer(),
    category: Type.Object({ ...levelFields, children: Type.Array(Middle) }),
  })),
}))
export type ChannelMenu = Static<typeof ChannelMenu>

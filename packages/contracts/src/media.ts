import { Type } from 'typebox'
import type { Static } from 'typebox'
import { Id, Instant, PageOf, oneOf, orNull, pageQuery } from './shared.ts'

/** An uploaded picture. `file` and `url` are both its absolute address; `url` goes into `evidence_images`. */
const imageFields = {
  id: Id,
  file: Type.String(),
  url: Type.String(),
  original_name: Type.String(),
  content_type: Type.String(),
  size: Type.Integer({ description: 'Bytes' }),
  width: Type.Integer(),
  height: Type.Integer(),
  placeholder: Type.String({ description: 'A data: address of a WebP of at most 16 pixels, or empty' }),
  uploaded_by: orNull(Id),
  created_at: Instant,
}
export const MediaImageView = Type.Object(imageFields)
export type MediaImageView = Static<typeof MediaImageView>
export const MediaImagePage = PageOf(MediaImageView)

export const productPictureFields = ['main_images', 'detail_images'] as const
/** A file in a form; JSON has none. */
export const UploadedFile = Type.Unknown({ description: 'The picture: jpg, png, gif, webp or bmp, at most 20 MiB' })

/** A-27, multipart. `product_id` with `field_name` adds the picture to a product: administrators only. */
export const MediaUpload = Type.Object({
  file: Type.Optional(UploadedFile),
  format: Type.Optional(oneOf(['webp', 'jpeg', 'png'], 'Left out: as it came; a bmp becomes a png')),
  compress: Type.Optional(Type.Boolean({ description: 'Quality 85 for jpeg and webp' })),
  product_id: Type.Optional(Id),
  field_name: Type.Optional(oneOf(productPictureFields)),
})
export type MediaUpload = Static<typeof MediaUpload>

export const MediaUploaded = Type.Object({
  ...imageFields,
  product_updated: Type.Optional(Type.Boolean()),
  product_id: Type.Optional(Id),
  field_name: Type.Optional(oneOf(productPictureFields)),
})

/** `search` looks into the names of the files; `url` is the address of one. */
export const MediaQuery = Type.Object({
  search: Type.Optional(Type.String({ maxLength: 200 })),
  url: Type.Optional(Type.String({ maxLength: 500 })),
  ...pageQuery,
})

/** What can show a picture. */
export const mediaUsers = [
  'products', 'skus', 'brands', 'categories', 'avatars', 'banners', 'cases', 'contents', 'proofs',
] as const
const Count = Type.Integer()
/** How many of each kind show a picture, and the first of them by name. */
export const MediaUses = Type.Object({
  counts: Type.Object({
    products: Count, skus: Count, brands: Count, categories: Count, avatars: Count, banners: Count, cases: Count,
    contents: Count, proofs: Count,
  }),
  uses: Type.Array(Type.Object({ kind: oneOf(mediaUsers), id: Id, name: Type.String() })),
})
export type MediaUses = Static<typeof MediaUses>

export const ManualUpload = Type.Object({
  file: Type.Optional(Type.Unknown({ description: 'A PDF, at most 20 MiB' })),
})
/** `url` goes into a product's `manuals`; `title` is what the file was called. */
export const ManualUploaded = Type.Object({
  url: Type.String(), title: Type.String(), size: Type.Integer({ description: 'Bytes' }),
})
export type ManualUploaded = Static<typeof ManualUploaded>

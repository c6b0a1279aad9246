export const positions = ['home', 'gift', 'designer'] as const
export type Position = (typeof positions)[number]

/** A large picture on a front page, shown while active and from `startsAt` until `endsAt`; null is an open end. */
export type BannerFields = {
  imageId: number
  title: string
  linkUrl: string
  position: Position
  sortOrder: number
  isActive: boolean
  startsAt: Date | null
  endsAt: Date | null
}

import type { BannerBody, BannerPosition, BannerView } from '@hearth/contracts/content'
import { fromLocal, toLocal } from './schedule.ts'

export const positions = ['home', 'gift', 'designer'] as const satisfies readonly BannerPosition[]

/** What the form holds: the picture by its address, times as their fields say them. */
export type BannerDraft = {
  picture: string
  title: string
  link: string
  position: BannerPosition
  starts: string
  ends: string
  active: boolean
}
/** The names of the form by the names of the server. */
export const bannerFields = {
  image: 'picture', title: 'title', link_url: 'link', position: 'position', starts_at: 'starts', ends_at: 'ends', is_active: 'active',
}

export function bannerDraft(banner: BannerView | undefined, position: BannerPosition): BannerDraft {
  return {
    picture: banner?.image_url ?? '', title: banner?.title ?? '', link: banner?.link_url ?? '',
    position: banner?.position ?? position, starts: toLocal(banner?.starts_at), ends: toLocal(banner?.ends_at),
    active: banner?.is_active ?? true,
  }
}

/** `order`: its place, for a new one behind all others. */
export function toBannerBody(draft: BannerDraft, image: number, order?: number): BannerBody {
  return {
    image, title: draft.title.trim(), link_url: draft.link.trim(), position: draft.position,
    starts_at: fromLocal(draft.starts), ends_at: fromLocal(draft.ends), is_active: draft.active,
    ...(order !== undefined && { order }),
  }
}

/** What a banner is called: its title, or its number. */
export function bannerName(banner: Pick<BannerView, 'id' | 'title'>, untitled: (id: number) => string): string {
  return banner.title === '' ? untitled(banner.id) : banner.title
}

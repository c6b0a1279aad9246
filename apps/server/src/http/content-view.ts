import type { BannerView, CaseDetail, ChannelMenu, ContentView } from '@hearth/contracts/content'
import { isoShanghai } from '@hearth/kernel/dates'
import { stateAt } from '../modules/content/index.ts'
import type { Files } from '../platform/files.ts'
import type { CategoryRow, ChannelRow } from '../reads/channel-list.sql.ts'
import type { BannerRow, BlockRow, CaseRow, EntryRow } from '../reads/content-lists.sql.ts'

type Times = { created_at: Date; updated_at: Date }
type Period = { starts_at: Date | null; ends_at: Date | null }

export function bannerView({ image_path: path, ...row }: BannerRow, files: Files, at: Date): BannerView {
  return { ...row, image_url: files.url(path), ...periodView(row), state: stateOf(row, at), ...timesView(row) }
}

/** What everyone sees of advertising. */
export function contentView({ id, title, url, image_path: path, text, sequence }: EntryRow, files: Files): ContentView {
  return { id, title, url, image_url: files.url(path), text, sequence }
}

/** What administrators see of it. */
export function contentAdminView(row: EntryRow, files: Files, at: Date): ContentView {
  const { key, key_name, image_id, is_active: status } = row
  const standing = { key, key_name, image_id, status, state: stateOf(row, at) }
  return { ...contentView(row, files), ...standing, ...periodView(row), ...timesView(row) }
}

/** A banner as the advertising of its position. */
export function bannerAsContent(row: BannerRow, files: Files): ContentView {
  const { id, title, link_url: url, order: sequence } = row
  return { id, title, url, image_url: files.url(row.image_path), text: null, sequence }
}

export function caseView({ cover_path: path, ...row }: CaseRow, files: Files) {
  return { ...row, cover_image_url: files.url(path), ...timesView(row) }
}

export function caseDetailView(row: CaseRow, blocks: readonly BlockRow[], files: Files): CaseDetail {
  const shown = blocks.map(({ image_path: path, ...block }) => ({ ...block, image_url: files.url(path) }))
  return { ...caseView(row, files), detail_blocks: shown }
}

/** Channels by group, each with its category and the two levels below. `categories` come in their order. */
export function channelMenu(
  channels: readonly ChannelRow[], categories: readonly CategoryRow[], files: Files,
): ChannelMenu {
  const view = ({ id, name, logo }: CategoryRow) => ({ id, name, logo: files.url(logo) })
  const childrenOf = (id: number) => categories.filter((each) => each.parent_id === id)
  const opened = (category: CategoryRow) => ({
    ...view(category),
    children: childrenOf(category.id).map((minor) => ({ ...view(minor), children: childrenOf(minor.id).map(view) })),
  })
  const groups = new Map<number, ChannelMenu[number]['channels']>()
  for (const { id, group_id, category_id, name, url, sequence } of channels) {
    const category = categories.find((each) => each.id === category_id)
    if (!category) continue
    groups.set(group_id, [...(groups.get(group_id) ?? []), { id, name, url, sequence, category: opened(category) }])
  }
  return [...groups].map(([group_id, inGroup]) => ({ group_id, channels: inGroup }))
}

function stateOf(row: Period & { is_active: boolean }, at: Date) {
  return stateAt({ isActive: row.is_active, startsAt: row.starts_at, endsAt: row.ends_at }, at)
}

function timesView({ created_at, updated_at }: Times) {
  return { created_at: isoShanghai(created_at), updated_at: isoShanghai(updated_at) }
}

function periodView({ starts_at, ends_at }: Period) {
  return { starts_at: starts_at && isoShanghai(starts_at), ends_at: ends_at && isoShanghai(ends_at) }
}

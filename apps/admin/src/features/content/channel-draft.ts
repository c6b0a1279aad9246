import type { ChannelBody, ChannelView } from '@hearth/contracts/content'

/** A line of the menu with its channels. */
export type MenuLine = { group: number; channels: ChannelView[] }

/** What the form holds; numbers as they are typed. */
export type ChannelDraft = { group: string; category: number | null; name: string; link: string }
/** The names of the form by the names of the server. */
export const channelFields = { group_id: 'group', category_id: 'category', name: 'name', url: 'link' }

/** A whole number from 1 to a million. */
export const LINE = /^\s*[1-9]\d{0,6}\s*$/

/** Channels by the lines of the menu, as the server orders both. */
export function linesOf(channels: readonly ChannelView[]): MenuLine[] {
  const lines = new Map<number, MenuLine>()
  for (const channel of channels) {
    const line = lines.get(channel.group_id) ?? { group: channel.group_id, channels: [] }
    line.channels.push(channel)
    lines.set(channel.group_id, line)
  }
  return [...lines.values()]
}

export function channelDraft(channel: ChannelView | undefined, group: number): ChannelDraft {
  return {
    group: String(channel?.group_id ?? group), category: channel?.category_id ?? null, name: channel?.name ?? '', link: channel?.url ?? '',
  }
}

/** A new one without a name is called as its category; one that is there keeps its name when the field is empty. */
export function toChannelBody({ group, category, name, link }: ChannelDraft, sequence?: number): ChannelBody {
  return {
    group_id: Number(group.trim()), ...(category !== null && { category_id: category }), url: link.trim(),
    ...(name.trim() !== '' && { name: name.trim() }), ...(sequence !== undefined && { sequence }),
  }
}

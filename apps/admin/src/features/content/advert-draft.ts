import type { ContentBody, ContentView } from '@hearth/contracts/content'
import { fromLocal, toLocal } from './schedule.ts'

/** A place for advertising with what stands in it. */
export type Slot = { key: string; name: string; entries: ContentView[] }
/** In the choice of slots: one that is not there yet. */
export const NEW_SLOT = ' '
export const SLOT_KEY = /^[A-Za-z0-9_.-]{1,50}$/

/** What the form holds. `slot` is the key of one that is there, or {@link NEW_SLOT} with `key` and `keyName`. */
export type AdvertDraft = {
  slot: string
  key: string
  keyName: string
  title: string
  text: string
  link: string
  picture: string
  starts: string
  ends: string
  active: boolean
}
/** The names of the form by the names of the server. */
export const advertFields = {
  key: 'key', key_name: 'keyName', title: 'title', text: 'text', url: 'link', image: 'picture', starts_at: 'starts', ends_at: 'ends',
  status: 'active',
}

/** Entries by their slots, as the server orders both. */
export function slotsOf(entries: readonly ContentView[]): Slot[] {
  const slots = new Map<string, Slot>()
  for (const entry of entries) {
    const { key = '', key_name: name = key } = entry
    const slot = slots.get(key) ?? { key, name, entries: [] }
    slot.entries.push(entry)
    slots.set(key, slot)
  }
  return [...slots.values()]
}

export function advertDraft(entry: ContentView | undefined, slot: string): AdvertDraft {
  return {
    slot: entry?.key ?? slot, key: '', keyName: '', title: entry?.title ?? '', text: entry?.text ?? '', link: entry?.url ?? '',
    picture: entry?.image_url ?? '', starts: toLocal(entry?.starts_at), ends: toLocal(entry?.ends_at), active: entry?.status ?? true,
  }
}

/** `sequence`: its place, for a new one behind all others. */
export function toAdvertBody(draft: AdvertDraft, image: number | null, sequence?: number): ContentBody {
  const isNew = draft.slot === NEW_SLOT
  const name = draft.keyName.trim()
  return {
    key: isNew ? draft.key.trim() : draft.slot, ...(isNew && name !== '' && { key_name: name }),
    title: draft.title.trim(), text: draft.text.trim() === '' ? null : draft.text, url: draft.link.trim(), image,
    starts_at: fromLocal(draft.starts), ends_at: fromLocal(draft.ends), status: draft.active,
    ...(sequence !== undefined && { sequence }),
  }
}

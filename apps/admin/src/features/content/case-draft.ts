import type { CaseBody, CaseDetail } from '@hearth/contracts/content'
import type { KnownPictures } from './picture-id.ts'

/** A block as it is edited: a text, or a picture by its address with a line below it. */
export type BlockDraft = { key: string; type: 'text' | 'image'; text: string; picture: string }
export type CaseDraft = { title: string; cover: string; blocks: BlockDraft[] }

export const TITLE_LENGTH = 200
export const TEXT_LENGTH = 20_000
export const MOST_BLOCKS = 200

export function caseDraft(found: CaseDetail | undefined): CaseDraft {
  return {
    title: found?.title ?? '', cover: found?.cover_image_url ?? '',
    blocks: (found?.detail_blocks ?? []).map((block) => ({
      key: String(block.id), type: block.block_type, text: block.text, picture: block.image_url,
    })),
  }
}

/** The pictures that a case has already. */
export function picturesOf(found: CaseDetail | undefined): KnownPictures {
  if (!found) return new Map()
  const inBlocks = found.detail_blocks.flatMap(({ image_id: id, image_url: url }) =>
    (id === null ? [] : [[url, id] as const]))
  return new Map([[found.cover_image_url, found.cover_image_id], ...inBlocks])
}

export type CaseFault = 'title' | 'cover'
/** What is missing: by field, and by the key of the block. */
export type CaseFaults = { fields: CaseFault[]; blocks: string[] }

export function faultsOf({ title, cover, blocks }: CaseDraft): CaseFaults {
  return {
    fields: [...title.trim() === '' ? ['title' as const] : [], ...cover === '' ? ['cover' as const] : []],
    blocks: blocks.filter((block) => (block.type === 'text' ? block.text.trim() === '' : block.picture === '')).map(({ key }) => key),
  }
}

type Known = { ids: ReadonlyMap<string, number>; isActive: boolean; updatedAt?: string }

/** What is sent: blocks in the order they stand in, and the state that was seen, so that nobody is written over. */
export function toCaseBody(draft: CaseDraft, { ids, isActive, updatedAt }: Known): CaseBody {
  return {
    title: draft.title.trim(), cover_image_id: ids.get(draft.cover), is_active: isActive,
    detail_blocks: draft.blocks.map(({ type, text, picture }) => (type === 'text'
      ? { block_type: 'text', text }
      : { block_type: 'image', text: text.trim(), image_id: ids.get(picture) ?? null })),
    ...(updatedAt !== undefined && { updated_at: updatedAt }),
  }
}

/** Whether two drafts would be saved as the same. */
export function isSame(a: CaseDraft, b: CaseDraft): boolean {
  const plain = ({ title, cover, blocks }: CaseDraft) =>
    JSON.stringify([title, cover, blocks.map(({ type, text, picture }) => [type, text, picture])])
  return plain(a) === plain(b)
}

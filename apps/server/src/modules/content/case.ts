/** A block of a case, in its place: a text, or a picture with perhaps a line below it. */
export type CaseBlock = { blockType: 'text' | 'image'; text: string; imageId: number | null; sortOrder: number }

/** A story of machines at somebody's home. */
export type CaseFields = { title: string; coverImageId: number; sortOrder: number; isActive: boolean }

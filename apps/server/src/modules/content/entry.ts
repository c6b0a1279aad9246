/** One piece of advertising in a slot. */
export type EntryFields = {
  title: string
  url: string
  imageId: number | null
  text: string | null
  sequence: number
  isActive: boolean
  startsAt: Date | null
  endsAt: Date | null
}

/** The place it stands in, by its key; a key that is new gets this name, or its own. */
export type SlotAsked = { key: string; name: string | undefined }

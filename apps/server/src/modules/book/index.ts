export { ACCOUNTS, accountOf, moved } from './entry.ts'
export type { Account, Entry, EntryKind, Posting } from './entry.ts'
export { bookEntry } from './book-entry.ts'

import { randomUUID } from 'node:crypto'

/** Where a person's uploaded picture lies: a folder of his own, so that it is known whose it is. */
export function newAvatarPath(userId: number): string {
  return `avatars/${userId}/${randomUUID()}.webp`
}

/** Whether this picture was uploaded by this person; an address of somebody else's picture can be anybody's. */
export function isUploadOf(userId: number, path: string): boolean {
  return new RegExp(`^avatars/${userId}/[0-9a-f-]{36}\\.webp$`).test(path)
}

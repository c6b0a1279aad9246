import { join } from 'node:path'
import { Disk } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'

/** Where uploads and pictures lie, and what their addresses are. Paths are relative: `products/7/front.webp`. */
export type Files = {
  disk: Disk
  folder: string
  /** The absolute URL of a stored path; what is absolute already stays; empty stays empty. */
  url(path: string): string
  /** The stored path of one of our own URLs; any other URL stays. */
  path(url: string): string
  /** Draws a demo picture that is not stored yet; null for any other path. */
  draw(path: string): Promise<Buffer | null>
}

export type Draw = (path: string) => Promise<Buffer | null>

export function openFiles(dataDir: string, mediaBaseUrl: string, draw: Draw = async () => null): Files {
  const folder = join(dataDir, 'media')
  const disk = new Disk(new FSDriver({ location: folder, visibility: 'public' }))
  const url = (path: string) => (path === '' || /^https?:\/\//.test(path) ? path : `${mediaBaseUrl}/${path}`)
  const path = (given: string) => (given.startsWith(`${mediaBaseUrl}/`) ? given.slice(mediaBaseUrl.length + 1) : given)
  return { disk, folder, url, path, draw }
}

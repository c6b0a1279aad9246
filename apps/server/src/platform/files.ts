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
  /** Takes an upload away, with what was made of it. Whose it is, the caller knows. */
  remove(path: string): Promise<void>
  /** Draws a demo picture or manual that is not stored yet; null for any other path. */
  draw(path: string): Promise<Buffer | null>
}

/** The widths that pictures are made smaller to. */
export const WIDTHS = ['240', '480', '800']
/** Where a smaller picture lies. */
export const sizedPath = (width: string, path: string) => `sizes/${width}/${path}.webp`

export type Draw = (path: string) => Promise<Buffer | null>

export function openFiles(dataDir: string, mediaBaseUrl: string, draw: Draw = async () => null): Files {
  const folder = join(dataDir, 'media')
  const disk = new Disk(new FSDriver({ location: folder, visibility: 'public' }))
  const url = (path: string) => (path === '' || /^https?:\/\//.test(path) ? path : `${mediaBaseUrl}/${path}`)
  const path = (given: string) => (given.startsWith(`${mediaBaseUrl}/`) ? given.slice(mediaBaseUrl.length + 1) : given)
  const remove = async (stored: string) => {
    for (const each of [stored, ...WIDTHS.map((width) => sizedPath(width, stored))]) await disk.delete(each)
  }
  return { disk, folder, url, path, remove, draw }
}

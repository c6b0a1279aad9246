import { randomUUID } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join, relative } from 'node:path'
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
  /** Written beside and moved, so that nobody reads half a file. */
  keep(path: string, bytes: Uint8Array): Promise<void>
  /** Takes an upload away, with what was made of it. Whose it is, the caller knows. */
  remove(path: string): Promise<void>
  /** The files of a folder, at any depth; none of one that is not there. */
  list(folder: string): Promise<string[]>
  /** Draws a demo picture or manual that is not stored yet; null for any other path. */
  draw(path: string): Promise<Buffer | null>
}

/** The widths that pictures are made smaller to, the smallest first, and the formats of each. */
export const WIDTHS = ['240', '480', '800'] as const
export const VARIANT_FORMATS = ['webp', 'jpeg'] as const
/** A smaller edition of a stored picture: one width, one format. */
export type Variant = { path: string; width: string; format: (typeof VARIANT_FORMATS)[number] }

const endings = { webp: '.webp', jpeg: '.jpg' } as const
/** Where a variant lies. The original's path is never used twice, and so neither is this. */
export const variantPath = ({ path, width, format }: Variant) => `sizes/${width}/${path}${endings[format]}`
/** What a picture is called while it is being written. */
export const UNFINISHED = '.part'

export type Draw = (path: string) => Promise<Buffer | null>

export function openFiles(dataDir: string, mediaBaseUrl: string, draw: Draw = async () => null): Files {
  const folder = join(dataDir, 'media')
  const disk = new Disk(new FSDriver({ location: folder, visibility: 'public' }))
  const url = (path: string) => (path === '' || /^https?:\/\//.test(path) ? path : `${mediaBaseUrl}/${path}`)
  const path = (given: string) => (given.startsWith(`${mediaBaseUrl}/`) ? given.slice(mediaBaseUrl.length + 1) : given)
  const remove = async (stored: string) => {
    const variants = WIDTHS.flatMap((width) => VARIANT_FORMATS.map((format) => ({ path: stored, width, format })))
    for (const each of [stored, ...variants.map(variantPath)]) await disk.delete(each)
  }
  const keep = async (stored: string, bytes: Uint8Array) => {
    const beside = `${stored}.${randomUUID()}${UNFINISHED}`
    await disk.put(beside, bytes)
    await disk.move(beside, stored)
  }
  return { disk, folder, url, path, keep, remove, list: (under) => listFiles(folder, under), draw }
}

async function listFiles(root: string, under: string): Promise<string[]> {
  const options = { recursive: true, withFileTypes: true } as const
  const entries = await readdir(join(root, under), options).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT') return []
    throw fault
  })
  return entries.filter((each) => each.isFile())
    .map((each) => relative(root, join(each.parentPath, each.name)).replaceAll('\\', '/'))
}

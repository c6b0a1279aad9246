import { randomUUID } from 'node:crypto'
import { dayOf } from '@hearth/kernel/dates'

/** An uploaded picture. `path` lies under the media folder; `placeholder` is a data: address or empty. */
export type Image = {
  id: number
  path: string
  originalName: string
  contentType: string
  sizeBytes: number
  widthPx: number
  heightPx: number
  placeholder: string
  uploadedBy: number
  createdAt: Date
}

/** A picture as we draw it: nothing is in it but what is seen. */
export type Picture = {
  bytes: Buffer
  extension: 'jpg' | 'png' | 'gif' | 'webp'
  contentType: string
  sha256: string
  widthPx: number
  heightPx: number
  placeholder: string
}

export const LONGEST_NAME = 255

/** A new place for a picture, in the folder of the Shanghai day: `images/2026/11/20/<uuid>.webp`. */
export function newImagePath(extension: Picture['extension'], at: Date): string {
  return `images/${dayOf(at).replaceAll('-', '/')}/${randomUUID()}.${extension}`
}

/** A new place for a manual, as above. */
export function newManualPath(at: Date): string {
  return `manuals/${dayOf(at).replaceAll('-', '/')}/${randomUUID()}.pdf`
}

/** A new place for a picture that is not for everybody: nobody gets it under the address of the media. */
export function newPrivatePath(extension: Picture['extension'], at: Date): string {
  return `private/${dayOf(at).replaceAll('-', '/')}/${randomUUID()}.${extension}`
}

const PDF_ENDS = 1_024

/** Whether these bytes are a PDF from its first to its last line, whatever the file is called (ISO 32000-1, 7.5). */
export function isPdf(bytes: Buffer): boolean {
  return bytes.subarray(0, PDF_ENDS).toString('latin1').includes('%PDF-')
    && bytes.subarray(-PDF_ENDS).toString('latin1').includes('%%EOF')
}

/** What a file was called, without folders and control characters. */
export function plainName(given: string | undefined): string {
  const name = (given ?? '').split(/[\\/]/).at(-1) ?? ''
  return name.replace(/\p{C}/gu, '').trim().slice(0, LONGEST_NAME)
}

import type { Static } from 'typebox'
import type { ManualUploaded, MediaImageView, MediaQuery } from '@hearth/contracts/media'
import { paged } from './console-pages.ts'
import { ask } from './http.ts'
import type { Http } from './http.ts'

/** Pictures of the media library. Uploading is for everybody who is signed in, the list for administrators. */
export function mediaCalls(http: Http) {
  return {
    pictures: (query: Static<typeof MediaQuery>) =>
      paged<MediaImageView>(http, { method: 'GET', path: '/api/media-images/', query }),
    /** Drawn anew by the server; the caller's same picture is kept once. */
    uploadPicture: (file: Blob) => {
      const body = new FormData()
      body.set('file', file)
      return ask<MediaImageView>(http, { method: 'POST', path: '/api/media-images/', body })
    },
    /** A PDF for a product's manuals. */
    uploadManual: (file: File) => {
      const body = new FormData()
      body.set('file', file)
      return ask<ManualUploaded>(http, { method: 'POST', path: '/api/manuals/', body })
    },
  }
}

import type { Http } from '@hearth/client/http'
import type { Language } from '@hearth/client/view/language'
import { createContext } from 'react-router'

export type CodeDrawing = { size: number; path: string }

/** What every loader and action may use of the request it runs for. */
export type ShopRequest = {
  http: Http
  nonce: string
  publicUrl: string
  language: Language
  now: Date
  /** A text as a QR code: one path on a sheet of `size` × `size` modules. */
  drawCode: (text: string) => CodeDrawing
  /** Whether the browser sent a session, and whether it sent any cart: saves asking for what cannot be there. */
  mayBeSignedIn: boolean
  mayHaveCart: boolean
  report: (fault: unknown) => void
}

export const shopContext = createContext<ShopRequest>()

import sharp from 'sharp'
import type { SignedIn, World } from './world.ts'

export type FormFile = { name?: string; filename?: string; content: Buffer | string }

/** The headers of a form made by {@link aForm}. */
export const formHeaders = { 'content-type': 'multipart/form-data; boundary=edge' }

/** A form with fields and, unless null, a file; the file says that it is a PNG, whatever it is. */
export function aForm(file: FormFile | null, fields: Record<string, string> = {}): Buffer {
  const parts = Object.entries(fields).map(([name, value]) =>
    Buffer.from(`--edge\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`))
  if (file) {
    const { name = 'file', filename = 'a.png', content } = file
    const head = `--edge\r\ncontent-disposition: form-data; name="${name}"; filename="${filename}"\r\ncontent-type: image/png\r\n\r\n`
    parts.push(Buffer.from(head), Buffer.from(content), Buffer.from('\r\n'))
  }
  return Buffer.concat([...parts, Buffer.from('--edge--\r\n')])
}

export const sendForm = (w: World, who: SignedIn | null, url: string, form: Buffer) =>
  w.app.inject({ method: 'POST', url, payload: form, headers: { ...who?.headers, ...formHeaders } })

/** A picture of one colour. */
export const plainPicture = (width: number, height: number, background = '#336699') =>
  sharp({ create: { width, height, channels: 3, background } })

let shade = 0
/** Uploads a picture that no other is like. */
export async function anImage(w: World, who: SignedIn): Promise<{ id: number; url: string }> {
  shade += 1
  const content = await plainPicture(40 + shade, 20).png().toBuffer()
  const answer = await sendForm(w, who, '/api/media-images/', aForm({ content }))
  if (answer.statusCode !== 201) throw new Error(answer.body)
  return answer.json()
}

const MOST_BYTES = 20 * 1024 * 1024
const TYPES = ['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/bmp']

/** For the file chooser: what the server takes. */
export const PICTURE_TYPES = TYPES.join(',')

/** Why a file cannot be uploaded, before it travels; null when it may be tried. */
export function pictureFault(file: { type: string; size: number }): 'type' | 'size' | null {
  if (!TYPES.includes(file.type)) return 'type'
  return file.size > MOST_BYTES ? 'size' : null
}

/** A picture as small as it is shown: ours come in 240, 480 and 800 pixels, others as they are. */
export function smallPicture(url: string, width: 240 | 480 | 800): string {
  if (!/^(https?:\/\/[^/]+)?\/media\/[^?]+$/.test(url) || url.endsWith('.svg')) return url
  return `${url}?w=${width}`
}

/** The addresses with the new ones behind them, each once, at most so many. */
export function withPictures(urls: readonly string[], more: readonly string[], max: number): string[] {
  return [...new Set([...urls, ...more])].slice(0, max)
}

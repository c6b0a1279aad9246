import type { Locator, Page } from '@playwright/test'
import sharp from 'sharp'

let made = 0

/** A wide picture that no other is like, as a form or a file field takes it. */
export async function aPicture(word = 'e2e') {
  made += 1
  const background = { r: Date.now() % 256, g: (made * 37) % 256, b: 120 }
  const create = { width: 800 + made, height: 300, channels: 3 as const, background }
  return { name: `${word}-${Date.now()}-${made}.png`, mimeType: 'image/png', buffer: await sharp({ create }).png().toBuffer() }
}

/** A white picture of this size. */
export function whitePicture(width: number, height: number): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#fff' } }).png().toBuffer()
}

/** Where files are put without the browser's own dialog. */
export const fileField = (within: Page | Locator) => within.locator('input[type=file]')

/** Digits that no earlier test used. */
export const mark = () => `${Date.now()}`.slice(-7)

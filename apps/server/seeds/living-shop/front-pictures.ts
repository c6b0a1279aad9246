import { randomUUID } from 'node:crypto'
import { mkdir, rename, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { drawDemoPicture } from '../demo-pictures.ts'
import type { Goods } from './goods.ts'

// The renderer itself works on several threads.
const AT_ONCE = 2
// A busy machine opens the shop in time all the same.
const ENOUGH_MS = 14_000

/**
 * Draws what the shop shows first: the front picture of every product. One that is stored already stays; those for
 * which there was no time are drawn when somebody asks for them. @returns how many were drawn, and how many were left
 */
export async function storeFrontPictures(goods: Goods, folder: string): Promise<{ drawn: number; left: number }> {
  const waiting = [...new Set(goods.products.flatMap((product) => product.mainImages.slice(0, 1)))]
  const giveUpAt = performance.now() + ENOUGH_MS
  let drawn = 0
  const draw = async () => {
    while (performance.now() < giveUpAt) {
      const path = waiting.shift()
      if (path === undefined) return
      if (await storeOne(join(folder, path), path)) drawn += 1
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, draw))
  return { drawn, left: waiting.length }
}

async function storeOne(file: string, path: string): Promise<boolean> {
  if (await stat(file).catch(() => null)) return false
  const picture = await drawDemoPicture(path)
  if (!picture) return false
  const beside = `${file}.${randomUUID()}`
  await mkdir(dirname(file), { recursive: true })
  await writeFile(beside, picture)
  await rename(beside, file)
  return true
}

import { randomUUID } from 'node:crypto'
import { mkdir, rename, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { drawDemoPicture } from '../demo-pictures.ts'
import type { Goods } from './goods.ts'

// The renderer itself works on several threads.
const AT_ONCE = 2

/**
 * Draws what the shop shows first: the front picture of every product. One that is stored already stays; one that could
 * not be written is drawn when somebody asks for it. @returns how many were drawn
 */
export async function storeFrontPictures(goods: Goods, folder: string): Promise<number> {
  const waiting = [...new Set(goods.products.flatMap((product) => product.mainImages.slice(0, 1)))]
  let drawn = 0
  const draw = async () => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      if (await storeOne(join(folder, path), path)) drawn += 1
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, draw))
  return drawn
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

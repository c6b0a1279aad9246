import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { catalogue } from './catalogue/index.ts'
import { demoBanners, demoPicturePath, drawDemoPicture } from './demo-pictures.ts'
import type { DemoPicture } from './demo-pictures.ts'

const [fridge] = catalogue.products
const brand = catalogue.brands.find((each) => each.key === fridge?.brandKey)
const accent = brand?.accent ?? ''
const kind = fridge?.pictureKind ?? 'dryer'

async function sizeOf(picture: DemoPicture): Promise<[string | undefined, number | undefined, number | undefined]> {
  const drawn = await drawDemoPicture(demoPicturePath(picture))
  const { format, width, height } = await sharp(drawn ?? Buffer.alloc(0)).metadata()
  return [format, width, height]
}

describe('demo pictures', () => {
  test('say in their paths what they show, and are drawn from the path alone', async () => {
    expect(demoPicturePath({ of: 'product', kind, finish: 'white', accent, angle: 'front', seed: 1 }))
      .toBe(`demo/${kind}.white.${accent.slice(1).toLowerCase()}.front.1.webp`)
    const scene: DemoPicture = { of: 'product', kind, finish: 'white', accent, angle: 'scene', seed: 1 }
    expect(await sizeOf(scene)).toEqual(['webp', 800, 800])
    expect(await sizeOf({ of: 'brand', accent, seed: brand?.seed ?? 0 })).toEqual(['webp', 400, 400])
    expect(await sizeOf({ of: 'category', kind })).toEqual(['webp', 400, 400])
    expect(await sizeOf({ of: 'banner', key: 'cold' })).toEqual(['webp', 1600, 600])
    expect(demoBanners.length).toBe(catalogue.categories.filter((category) => category.level === 'major').length)
  })

  const plain = accent.slice(1).toLowerCase()
  test.each([
    'avatar.webp', 'demo/', 'demo/x.webp', 'demo/brand.ffffff.1.webp', 'demo/category.toaster.webp',
    'demo/banner.nothing.webp',
    `demo/${kind}.white.${plain}.front.1.png`, `demo/${kind}.purple.${plain}.front.1.webp`,
    `demo/${kind}.white.${plain}.back.1.webp`, `demo/${kind}.white.${plain}.front.99999.webp`,
    `demo/${kind}.white.${plain}.front.01.webp`, `demo/${kind}.white.${plain}.front.1.1.webp`,
    `demo/${kind}.white.000000.front.1.webp`, `demo/../demo/${kind}.white.${plain}.front.1.webp`,
    `demo/hair-dryer.white.${plain}.front.1.webp`, `demo/constructor.white.${plain}.front.1.webp`,
  ])('%s is nothing that can be drawn', async (path) => {
    expect(await drawDemoPicture(path)).toBeNull()
  })
})

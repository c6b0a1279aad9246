import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import type { Angle, Picture } from './index.ts'
import { drawBanner, drawBrandMark, drawCategoryMark, drawProduct, drawReceipt, finishes, pictureKinds,
  renderWebp } from './index.ts'

const angles: readonly Angle[] = ['front', 'three-quarter', 'detail', 'scene']

function aPicture(over: Partial<Picture> = {}): Picture {
  return { kind: 'washer-front', finish: 'white', accent: '#c2410c', angle: 'front', seed: 7, ...over }
}

describe.each(pictureKinds)('the picture of a %s', (kind) => {
  test.each(angles)('seen as %s is a square WebP of the asked width, without letters', async (angle) => {
    const svg = drawProduct(aPicture({ kind, angle }))
    expect(svg).not.toMatch(/<text|font|NaN|undefined|Infinity/)
    const { width, height, format } = await sharp(await renderWebp(svg, 240)).metadata()
    expect({ width, height, format }).toEqual({ width: 240, height: 240, format: 'webp' })
  })

  test('is the same text every time', () => {
    for (const angle of angles) expect(drawProduct(aPicture({ kind, angle }))).toBe(drawProduct(aPicture({ kind,
      angle })))
  })

  test('is a different one for every finish and every angle', () => {
    expect(new Set(finishes.map((finish) => drawProduct(aPicture({ kind, finish })))).size).toBe(finishes.length)
    expect(new Set(angles.map((angle) => drawProduct(aPicture({ kind, angle })))).size).toBe(angles.length)
  })

  test('carries the brand colour', () => {
    expect(drawProduct(aPicture({ kind, accent: '#12ab9f' }))).toContain('#12ab9f')
  })

  test('has a small mark for menus', async () => {
    const { width, height } = await sharp(await renderWebp(drawCategoryMark(kind), 160)).metadata()
    expect([width, height]).toEqual([160, 160])
  })
})

test('all definitions a picture uses are in it', () => {
  for (const kind of pictureKinds) {
    const svg = drawProduct(aPicture({ kind, angle: 'scene' }))
    const used = [...svg.matchAll(/url\(#(\w+)\)/g)].map((match) => match[1])
    for (const id of new Set(used)) expect(svg).toContain(`id="${id}"`)
  }
})

test('a banner is 1600 × 600, holds one to five products and keeps its left side calm', async () => {
  const svg = drawBanner({ kinds: ['refrigerator-french', 'washer-front', 'ac-wall', 'kettle'], accent: '#1f6f6b',
    seed: 2 })
  const { width, height } = await sharp(await renderWebp(svg, 1600)).metadata()
  expect([width, height]).toEqual([1600, 600])
  const free = { left: 60, top: 60, width: 520, height: 420 }
  const cut = await sharp(Buffer.from(svg)).extract(free).greyscale().png().toBuffer()
  const calm = await sharp(cut).stats()
  expect(calm.channels[0]?.stdev ?? 99).toBeLessThan(6)
})

test('a banner of the same products is the same, of another seed is not', () => {
  const kinds = [...pictureKinds.slice(0, 3)]
  expect(drawBanner({ kinds, accent: '#1f6f6b', seed: 1 })).toBe(drawBanner({ kinds, accent: '#1f6f6b', seed: 1 }))
  expect(drawBanner({ kinds, accent: '#1f6f6b', seed: 1 })).not.toBe(drawBanner({ kinds, accent: '#1f6f6b', seed: 2 }))
})

test('forty brands get forty different marks without letters', async () => {
  const marks = Array.from({ length: 40 }, (_, seed) => drawBrandMark({ accent: '#1d4ed8', seed }))
  expect(new Set(marks).size).toBe(40)
  for (const mark of marks) expect(mark).not.toMatch(/<text|NaN|undefined/)
  const { width, height } = await sharp(await renderWebp(marks[0] ?? '', 200)).metadata()
  expect([width, height]).toEqual([200, 200])
})

test('a receipt shows its amount, of which every sign can be drawn without a font', () => {
  const svg = drawReceipt(12_345_670_890)
  expect(svg).not.toMatch(/<text|font|NaN|undefined|d=""/)
  expect(svg).not.toBe(drawReceipt(12_345_670_891))
})

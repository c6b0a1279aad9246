import { catalogue } from './catalogue/index.ts'
import type { CategorySeed, Finish, PictureKind } from './catalogue/index.ts'
import { finishes, pictureKinds } from './catalogue/types.ts'
import { drawBanner, drawBrandMark, drawCategoryMark, drawProduct, renderWebp } from './pictures/index.ts'
import type { Angle } from './pictures/index.ts'

/** What a demo picture shows. `seed` of a product is its place in the catalogue, from 1; a banner has a major's key. */
export type DemoPicture =
  | { of: 'product'; kind: PictureKind; finish: Finish; accent: string; angle: Angle; seed: number }
  | { of: 'brand'; accent: string; seed: number }
  | { of: 'category'; kind: PictureKind }
  | { of: 'banner'; key: string }

const angles: readonly Angle[] = ['front', 'three-quarter', 'detail', 'scene']
const WIDTHS_PX = { product: 800, brand: 400, category: 400, banner: 1600 } as const
const BANNER_KINDS = 4

/**
 * The path of a demo picture under the media folder. The path alone says what to draw:
 * `demo/refrigerator-french.white.c2410c.front.17.webp`, `demo/brand.c2410c.71.webp`, `demo/category.dryer.webp`,
 * `demo/banner.cold.webp`.
 */
export function demoPicturePath(picture: DemoPicture): string {
  return `demo/${nameOf(picture)}.webp`
}

/**
 * Draws the demo picture of this path as WebP, products 800 pixels wide; null for any other path. Only what the
 * catalogue knows is drawn, so that the number of pictures that can be asked for is small.
 */
export async function drawDemoPicture(path: string): Promise<Buffer | null> {
  const picture = readPath(path)
  return picture && renderWebp(svgOf(picture), WIDTHS_PX[picture.of])
}

/** One banner for each major category. */
export const demoBanners: readonly { key: string; picture: DemoPicture }[] = catalogue.categories
  .filter((category) => category.level === 'major')
  .map((major) => ({ key: bannerKey(major), picture: { of: 'banner', key: bannerKey(major) } }))

function nameOf(picture: DemoPicture): string {
  switch (picture.of) {
    case 'product': {
      const { kind, finish, accent, angle, seed } = picture
      return [kind, finish, plain(accent), angle, seed].join('.')
    }
    case 'brand': return `brand.${plain(picture.accent)}.${picture.seed}`
    case 'category': return `category.${picture.kind}`
    case 'banner': return `banner.${picture.key}`
  }
}

function plain(accent: string): string {
  return accent.replace('#', '').toLowerCase()
}

const productsDrawn = new Set(catalogue.products.map((product, at) => {
  const brand = catalogue.brands.find((candidate) => candidate.key === product.brandKey)
  return `${product.pictureKind}.${plain(brand?.accent ?? '')}.${at + 1}`
}))
const brandsDrawn = new Set(catalogue.brands.map((brand) => `${plain(brand.accent)}.${brand.seed}`))

/** What a path asks for; null unless it is exactly the path of a picture that the living shop can show. */
function readPath(path: string): DemoPicture | null {
  const name = /^demo\/([\w.-]{1,100})\.webp$/.exec(path)?.[1]
  const picture = name === undefined ? null : readName(name.split('.'))
  return picture && demoPicturePath(picture) === path ? picture : null
}

function readName(parts: readonly string[]): DemoPicture | null {
  const [first = '', second = '', third = ''] = parts
  const isBrand = first === 'brand' && brandsDrawn.has(`${second}.${third}`)
  if (isBrand) return { of: 'brand', accent: `#${second}`, seed: Number(third) }
  if (first === 'banner') return demoBanners.find((banner) => banner.key === second)?.picture ?? null
  if (first !== 'category') return readProduct(parts)
  const kind = pictureKinds.find((known) => known === second)
  return kind ? { of: 'category', kind } : null
}

function readProduct(parts: readonly string[]): DemoPicture | null {
  const [name = '', dress = '', accent = '', view = '', seed = ''] = parts
  const kind = pictureKinds.find((known) => known === name)
  const finish = finishes.find((known) => known === dress)
  const angle = angles.find((known) => known === view)
  if (!kind || !finish || !angle || !productsDrawn.has(`${kind}.${accent}.${seed}`)) return null
  return { of: 'product', kind, finish, accent: `#${accent}`, angle, seed: Number(seed) }
}

function svgOf(picture: DemoPicture): string {
  switch (picture.of) {
    case 'product': return drawProduct(picture)
    case 'brand': return drawBrandMark(picture)
    case 'category': return drawCategoryMark(picture.kind)
    case 'banner': return drawBanner(bannerOf(picture.key))
  }
}

function bannerKey(major: CategorySeed): string {
  return major.key.replace('major-', '')
}

/** The kinds of a major category in the colour of the brand with most products there. */
function bannerOf(key: string): { kinds: PictureKind[]; accent: string; seed: number } {
  const minors = childrenOf(`major-${key}`)
  const items = minors.flatMap((minor) => childrenOf(minor.key))
  const products = catalogue.products.filter((product) => items.some((item) => item.key === product.categoryKey))
  const madeBy = (brandKey: string) => products.filter((product) => product.brandKey === brandKey).length
  const [brand] = [...catalogue.brands].sort((a, b) => madeBy(b.key) - madeBy(a.key))
  const kinds = [...new Set(items.map((item) => item.pictureKind))].slice(0, BANNER_KINDS)
  return { kinds, accent: brand?.accent ?? '#C2410C', seed: brand?.seed ?? 1 }
}

function childrenOf(key: string): CategorySeed[] {
  return catalogue.categories.filter((category) => category.parentKey === key)
}

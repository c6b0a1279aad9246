import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { ProductDetail, ProductPage } from '@hearth/contracts/catalog'
import { Value } from 'typebox/value'
import { expect, test } from 'vitest'
import { generateCatalogue } from '../../seeds/generated/generate.ts'
import { generatedProduct } from '../../seeds/generated/product.ts'
import { countOf, openWorld } from '../../tests/support/world.ts'
import type { World } from '../../tests/support/world.ts'

const FILE = join(import.meta.dirname, 'hearth.ts')
const PRODUCTS = 50

function run(w: World, words: string[], env: Record<string, string> = {}): Promise<{ code: number; said: string }> {
  const { secretKey, dataDir } = w.config
  const all = {
    PATH: process.env.PATH, APP_ENV: 'test', DATABASE_URL: w.databaseUrl, SECRET_KEY: secretKey, HEARTH_DATA_DIR: dataDir,
    ...env,
  }
  return new Promise((done) => {
    execFile(process.execPath, [FILE, 'generate', ...words], { env: all }, (fault, out, err) =>
      done({ code: Number(fault?.code ?? 0), said: out + err }))
  })
}

const counts = (w: World) => Promise.all((['catalog.products', 'catalog.skus', 'stock.levels', 'catalog.brands',
  'catalog.categories', 'search.product_words', 'search.terms'] as const).map((table) => countOf(w, table)))

test('a small catalogue is generated; the API shows it, and a second run adds nothing', async () => {
  await using w = await openWorld()
  const words = ['--products', String(PRODUCTS), '--skus-per-product', '3']
  expect(await run(w, words)).toMatchObject({ code: 0, said: expect.stringContaining('已生成 50 个商品') })
  const first = await counts(w)
  expect(first.slice(0, 3)).toEqual([PRODUCTS, PRODUCTS * 3, PRODUCTS * 3])
  expect(await run(w, words)).toMatchObject({ code: 0, said: expect.stringContaining('50 were there already') })
  expect(await counts(w)).toEqual(first)

  const page = (await w.app.inject('/api/products/?page_size=100')).json()
  expect(Value.Check(ProductPage, page)).toBe(true)
  expect([page.total > 40, page.total <= PRODUCTS]).toEqual([true, true])
  const [shown] = page.results
  const detail = (await w.app.inject(`/api/products/${shown.id}/`)).json()
  expect(Value.Check(ProductDetail, detail)).toBe(true)
  const prices = detail.skus.map(({ price }: { price: string }) => Number(price))
  expect(Number(detail.price)).toBe(Math.min(...prices))
  expect(detail.skus.find(({ id }: { id: number }) => id === detail.default_sku_id)?.price).toBe(detail.price)
  const found = (await w.app.inject(`/api/products/?search=${detail.product_model}`)).json()
  expect(found.results.map(({ id }: { id: number }) => id)).toEqual([shown.id])
  const facets = (await w.app.inject('/api/products/facets/')).json()
  expect(new Set(facets.categories.map(({ level }: { level: string }) => level))).toEqual(new Set(['major', 'minor', 'item']))
  expect(facets.total).toBe(page.total)
})

test('a run with more products adds those that are missing, of another seed all; products keep what they are', async () => {
  await using w = await openWorld()
  const input = { products: 20, skusPerProduct: 2, seed: 3, say: () => undefined }
  expect(await generateCatalogue(w.db, input)).toEqual({ added: 20, known: 0 })
  expect(await generateCatalogue(w.db, { ...input, products: 30 })).toEqual({ added: 10, known: 20 })
  expect(await generateCatalogue(w.db, { ...input, seed: 4 })).toEqual({ added: 20, known: 0 })
  expect(await countOf(w, 'catalog.products')).toBe(50)
  const rows = await w.db.selectFrom('catalog.products').select(['product_code', 'name', 'model']).execute()
  const tenth = generatedProduct({ seed: 3, number: 10, skusPerProduct: 2 })
  expect(rows.filter((row) => row.product_code === tenth.code)).toEqual([
    { product_code: 'G3-000010', name: tenth.name, model: tenth.model },
  ])
})

test('what cannot be read is said, and production is refused: nothing is written', async () => {
  await using w = await openWorld()
  const wrong = [['--shelves', '3'], ['--products', 'many'], ['--products', '0'], ['--skus-per-product', '13']]
  for (const { code, said } of await Promise.all(wrong.map((words) => run(w, words)))) {
    expect([code, said.includes('--products'), said.includes('npm run hearth')]).toEqual([1, true, true])
  }
  const production = {
    APP_ENV: 'production', SECRET_KEY: 'a-secret-key-of-more-than-32-characters-0123456789',
    PUBLIC_URL: 'https://shop.example.cn', ALLOWED_HOSTS: 'shop.example.cn',
    CORS_ALLOWED_ORIGINS: 'https://shop.example.cn',
  }
  expect(await run(w, ['--products', '5'], production)).toMatchObject({
    code: 1, said: expect.stringContaining('no generated products in production'),
  })
  expect(await countOf(w, 'catalog.products')).toBe(0)
})

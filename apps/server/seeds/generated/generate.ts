import { sql } from 'kysely'
import type { Db } from '../../src/platform/db.ts'
import { inTransaction } from '../../src/platform/db.ts'
import { generatedProduct } from './product.ts'
import { findPlaces, insertProducts, selectKnownCodes } from './rows.ts'
import type { Places } from './rows.ts'

export type GenerateCatalogue = { products: number; skusPerProduct: number; seed: number; say(text: string): void }
export type GeneratedQty = { added: number; known: number }

const BATCH = 500
const AT_ONCE = 2
const TOLD_EVERY_MS = 1_000

/**
 * Fills the shop with generated products 1 to `products` of this seed, some hundred per transaction. A product that is
 * there already, known by its code, is left as it is: a run that was broken off goes on, a second one adds nothing.
 */
export async function generateCatalogue(db: Db, input: GenerateCatalogue): Promise<GeneratedQty> {
  const { products, say } = input
  const done: GeneratedQty = { added: 0, known: 0 }
  const beganAt = performance.now()
  const places = await inTransaction(db, findPlaces)
  const timer = setInterval(() => say(progress(done, products, performance.now() - beganAt)), TOLD_EVERY_MS)
  let next = 1
  const work = async () => {
    for (let first = next; first <= products; first = next) {
      next = first + BATCH
      await addBatch(db, { input, places, first, last: Math.min(products, first + BATCH - 1), done })
    }
  }
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, work))
  } finally {
    clearInterval(timer)
  }
  if (done.added > 0) await settle(db)
  return done
}

type Batch = { input: GenerateCatalogue; places: Places; first: number; last: number; done: GeneratedQty }

async function addBatch(db: Db, { input, places, first, last, done }: Batch): Promise<void> {
  const { seed, skusPerProduct } = input
  const all = Array.from({ length: last - first + 1 }, (_, at) =>
    generatedProduct({ seed, number: first + at, skusPerProduct }))
  const known = await selectKnownCodes(db, all.map(({ code }) => code))
  const missing = all.filter(({ code }) => !known.has(code))
  if (missing.length > 0) await inTransaction(db, (tx) => insertProducts(tx, missing, places))
  done.added += missing.length
  done.known += known.size
}

function progress({ added, known }: GeneratedQty, of: number, tookMs: number): string {
  const share = Math.floor(((added + known) / of) * 100)
  return `  ${added + known} / ${of} (${share} %), ${Math.round((added * 1_000) / tookMs)} products a second`
}

/** Tells the planner what is there now, and makes the search index tidy. */
async function settle(db: Db): Promise<void> {
  await sql`vacuum (analyze) catalog.categories, catalog.brands, catalog.products, catalog.skus, stock.levels,
    search.product_words, search.terms`.execute(db)
}

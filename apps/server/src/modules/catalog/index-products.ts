import { inTransaction } from '../../platform/db.ts'
import type { Db, Tx } from '../../platform/db.ts'
import { indexProducts } from '../search/index.ts'
import { selectProductIdsAfter, selectProductTexts } from './product-texts.sql.ts'
import type { ProductsAsked } from './product-texts.sql.ts'

const AT_ONCE = 500

/** Tells searching what a product says now: call it last in whatever writes a product or its SKUs. */
export async function indexProduct(tx: Tx, productId: number): Promise<void> {
  await indexProductsOf(tx, { productIds: [productId] })
}

/** The same for the products of a brand or category whose name changed, or for several by id. */
export async function indexProductsOf(tx: Tx, asked: ProductsAsked): Promise<void> {
  await indexProducts(tx, await selectProductTexts(tx, asked))
}

/** Indexes every product, some hundred per transaction. @returns how many there are */
export async function reindexAll(db: Db): Promise<number> {
  let done = 0
  let last = 0
  for (;;) {
    const ids = await inTransaction(db, (tx) => indexNext(tx, last))
    if (ids.length === 0) return done
    done += ids.length
    last = ids.at(-1) ?? last
  }
}

async function indexNext(tx: Tx, after: number): Promise<number[]> {
  const ids = await selectProductIdsAfter(tx, after, AT_ONCE)
  if (ids.length > 0) await indexProductsOf(tx, { productIds: ids })
  return ids
}

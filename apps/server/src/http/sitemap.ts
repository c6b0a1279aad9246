import { isoShanghai } from '@hearth/kernel/dates'
import { boundedCache } from '../platform/bounded-cache.ts'
import type { Db } from '../platform/db.ts'
import { selectGoodsPages, selectGoodsParts, selectListPages } from '../reads/sitemap.sql.ts'
import type { Deps } from './deps.ts'

/** What the protocol allows in one file. */
export const MOST_PAGES = 50_000
const ROWS_AT_ONCE = 5_000
const FIXED = ['/', '/categories', '/cases', '/warranty', '/terms', '/privacy']
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
const SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
const BOUNDS = { keptMs: 300_000, entries: 50, bytes: 16 * 1_048_576 }

type Make = () => Promise<string | null>

/** The index: one part of lists, and parts of products. */
export async function sitemapIndex(db: Db, publicUrl: string): Promise<string> {
  const parts = await selectGoodsParts(db, MOST_PAGES)
  const lines = [
    entry('sitemap', `${publicUrl}/sitemaps/lists.xml`, null),
    ...parts.map(({ part, changed_at }) => entry('sitemap', `${publicUrl}/sitemaps/goods-${part}.xml`, changed_at)),
  ]
  return `${HEAD}<sitemapindex ${SPACE}>\n${lines.join('')}</sitemapindex>\n`
}

/** The pages that lead to products. */
export async function listsSitemap(db: Db, publicUrl: string): Promise<string> {
  const rows = await selectListPages(db, MOST_PAGES - FIXED.length)
  const lines = [
    ...FIXED.map((path) => entry('url', `${publicUrl}${path}`, null)),
    ...rows.map(({ kind, id, changed_at }) => entry('url', `${publicUrl}/${kind}/${id}`, changed_at)),
  ]
  return urlSet(lines)
}

/** The product pages of one part, read a few thousand at a time; null when it has none. */
export async function goodsSitemap(db: Db, publicUrl: string, part: number): Promise<string | null> {
  const end = (part + 1) * MOST_PAGES
  const lines: string[] = []
  for (let after = part * MOST_PAGES - 1; ;) {
    const rows = await selectGoodsPages(db, { after, end, limit: ROWS_AT_ONCE })
    for (const { id, changed_at } of rows) lines.push(entry('url', `${publicUrl}/goods/${id}`, changed_at))
    after = rows.at(-1)?.id ?? end
    if (rows.length < ROWS_AT_ONCE) break
  }
  return lines.length > 0 ? urlSet(lines) : null
}

/** Keeps what was made for five minutes, and makes a thing once when many ask for it together. */
export function keptSitemaps({ now }: Deps): (name: string, make: Make) => Promise<string | null> {
  const kept = boundedCache<string>(BOUNDS)
  const making = new Map<string, Promise<string | null>>()
  return async (name, make) => {
    const known = kept.get(name, now().getTime())
    if (known !== undefined) return known
    const made = making.get(name) ?? make().finally(() => making.delete(name))
    making.set(name, made)
    const text = await made
    if (text !== null) kept.put(name, { value: text, bytes: text.length }, now().getTime())
    return text
  }
}

function urlSet(lines: readonly string[]): string {
  return `${HEAD}<urlset ${SPACE}>\n${lines.join('')}</urlset>\n`
}

function entry(tag: 'url' | 'sitemap', address: string, changedAt: Date | null): string {
  const changed = changedAt ? `<lastmod>${isoShanghai(changedAt)}</lastmod>` : ''
  return `<${tag}><loc>${address.replaceAll('&', '&amp;')}</loc>${changed}</${tag}>\n`
}

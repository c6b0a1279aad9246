import type { zh } from './shop-list.ts'

export const en: typeof zh = {
  categoriesTitle: 'All categories',
  categoriesText: 'From the department down to the exact kind.',
  listDescription: (name, count) => `${count} products in ${name}, with price, stock and warranty.`,
  found: (count) => (count === 1 ? '1 product' : `${count} products`),
  narrow: 'Narrow down',
  all: 'All',
  sortBy: 'Sort',
  sort: { relevance: 'Best match', sales: 'Best selling', price_asc: 'Price: low to high', price_desc: 'Price: high to low', created: 'Newest' },
  sortShort: { relevance: 'Best match', sales: 'Best selling', price_asc: 'Price ↑', price_desc: 'Price ↓', created: 'Newest' },
  emptyTitle: 'Nothing in this category yet',
  emptyText: 'Look at a neighbouring category, or search.',
  searchTitle: (words) => `Results for “${words}”`,
  searchStart: 'What are you looking for?',
  searchStartText: 'Type a name, a model or a purpose, such as “inverter air conditioner” or “10 kg washer”.',
  searchEmpty: (words) => `Nothing found for “${words}”`,
  searchEmptyText: 'Try a shorter word, or look through the categories.',
  tryThese: 'Often looked at',
  products: 'Products',
  nothingYet: 'Categories are being prepared',
}

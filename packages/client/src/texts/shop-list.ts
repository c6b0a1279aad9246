import { catalogue } from './catalogue.ts'

/** Categories, product lists and search. */
export const zh = {
  categoriesTitle: '全部分类',
  categoriesText: '从大类到具体型号，一层层找。',
  listDescription: (name: string, count: number) => `${name} 共 ${count} 款，价格、库存、质保一目了然。`,
  found: (count: number) => `共 ${count} 款`,
  narrow: '细分',
  all: '全部',
  sortBy: '排序',
  sort: { relevance: '综合', sales: '销量', price_asc: '价格从低到高', price_desc: '价格从高到低', created: '新品' },
  sortShort: { relevance: '综合', sales: '销量', price_asc: '价格 ↑', price_desc: '价格 ↓', created: '新品' },
  emptyTitle: '这个分类暂时没有商品',
  emptyText: '可以看看相邻的分类，或者搜一搜。',
  searchTitle: (words: string) => `“${words}”的搜索结果`,
  searchStart: '想找什么家电？',
  searchStartText: '输入名称、型号或用途，比如“变频空调”“10 公斤 洗衣机”。',
  searchEmpty: (words: string) => `没有找到“${words}”`,
  searchEmptyText: '换个短一点的词试试，或者从分类里找。',
  tryThese: '大家常看',
  products: '商品',
  nothingYet: '分类还在整理',
}

export const listTexts = catalogue('list', zh)

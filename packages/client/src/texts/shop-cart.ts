import { catalogue } from './catalogue.ts'

export const zh = {
  title: '购物车',
  emptyTitle: '购物车还是空的',
  emptyText: '看中的先放进来，不登录也会替你留着。',
  tickAll: '全选',
  tick: (name: string) => `选择 ${name}`,
  remove: '删除',
  removeOf: (name: string) => `把 ${name} 从购物车删除`,
  quantityOf: (name: string) => `${name} 的数量`,
  update: '更新',
  subtotal: '小计',
  goods: '商品金额',
  saved: '已优惠',
  freightNote: '运费在下一步显示。',
  total: '合计',
  toCheckout: (count: number) => `去结算（${count} 件）`,
  nothingTicked: '请先勾选商品',
  fixFirst: '先处理不能买的商品',
  signInNote: '还没登录，购物车会先替你留着，登录后自动合并。',
  off_shelf: '这款已下架，不能购买。可以删掉它。',
  sold_out: '这款暂时无货。取消勾选，其余的可以先结算。',
  too_few: (stock: number) => `库存只剩 ${stock} 台，请减少数量。`,
  setTo: (stock: number) => `改为 ${stock} 台`,
  specs: '规格',
  lines: '购物车里的商品',
  summary: '结算',
  privatePrice: '专享价',
}

export const cartTexts = catalogue('cart', zh)

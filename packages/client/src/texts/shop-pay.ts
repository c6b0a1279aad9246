import { catalogue } from './catalogue.ts'

export const zh = {
  title: '收银台',
  placed: '订单已提交，请付款',
  amount: '应付金额',
  orderNumber: '订单号',
  left: '剩余付款时间',
  leftText: '超过时间订单会自动取消，库存放回货架，你不会被扣款。',
  toAlipay: '去支付宝付款',
  leaving: '正在打开支付宝',
  paidAlready: '我已付款，查看订单',
  watching: '付款后这一页会自动更新。',
  overTitle: '付款时间已过',
  overText: '订单已自动取消或即将取消。如果你刚才已经付了款，钱会原路退回，或订单会恢复。',
  paidTitle: '这个订单已经付过款了',
  otherTitle: (label: string) => `这个订单现在是“${label}”`,
  otherText: '不需要再付款。',
  seeOrder: '查看订单',
  resultTitle: '支付结果',
  doneTitle: '付款成功',
  doneText: '我们会尽快安排发货，进度在订单里随时可看。',
  trade: '支付宝交易号',
  confirmingTitle: '正在确认付款',
  confirmingText: '支付宝还没有给我们答复，通常几秒钟就好。这一页会自动更新，请不要重复付款。',
  failedTitle: '没能确认这笔付款',
  failedText: '这个页面的支付信息没有通过核对，订单没有变化。如果你已经付款，请看订单里的状态，钱不会丢。',
  unknownTitle: '没有找到这笔支付',
  checkAgain: '再查一次',
  payAgain: '回到收银台',
  toOrders: '我的订单',
}

export const payTexts = catalogue('pay', zh)

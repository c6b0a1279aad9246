import { catalogue } from './catalogue.ts'

export const zh = {
  title: '冰箱、洗衣机、空调与厨房电器',
  heading: 'Hearth 家电商城',
  heroLabel: '主推商品',
  seeThis: '看看这台',
  more: '去看看',
  from: '起',
  shopBy: '按品类选',
  seeAll: (name: string) => `全部${name}`,
  popular: '卖得最好',
  promises: '买了之后',
  promise: {
    warrantyTitle: '质保写在每台机器上',
    warrantyText: '从激活那天算起，哪天到期、还剩几天，扫码就看得到。',
    installTitle: '标“含安装”的，装好才算完',
    installText: '安装费已包含在售价里，送到后由师傅上门安装调试。',
    genuineTitle: '一机一码，真伪自己验',
    genuineText: '机身编码带签名，扫出“正品”才是正品。',
    returnTitle: '七天无理由退货',
    returnText: '收货七天内，未使用、配件齐全，原路退款。',
  },
  scanTitle: '家里已经有一台？',
  scanText: '输入机身标签上的编码，查真伪、看质保、申请报修。不用登录也能查。',
  scanLabel: '机身编码',
  scanGo: '查这台机器',
  emptyTitle: '货架还在整理',
  emptyText: '商品马上就到。可以先查一台已有机器的质保。',
  previousSlide: '上一张',
  nextSlide: '下一张',
}

export const homeTexts = catalogue('home', zh)

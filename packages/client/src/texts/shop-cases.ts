import { catalogue } from './catalogue.ts'

export const zh = {
  title: '真实案例',
  lead: '别人家的厨房、阳台和客厅，机器是怎么放、怎么用的。',
  description: 'Hearth 家电的真实案例：户型、选型、安装位置和使用感受，有图有字。',
  count: (count: number) => `${count} 个案例`,
  emptyTitle: '案例还在整理',
  emptyText: '很快就有第一篇。可以先看看商品。',
  goods: '看看商品',
  neighbours: '其他案例',
  previous: '上一篇',
  next: '下一篇',
  all: '全部案例',
  caseDescription: (title: string, start: string) => (start === '' ? `${title}，Hearth 家电的真实案例。` : start),
  coverAlt: (title: string) => `${title}，封面`,
  pictureAlt: (title: string, at: number) => `${title}，第 ${at} 张图`,
}

export const casesTexts = catalogue('cases', zh)

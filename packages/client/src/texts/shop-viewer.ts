import { catalogue } from './catalogue.ts'

/** Words of the large picture, which come with it. */
export const zh = {
  title: (name: string) => `${name}，大图`,
  picture: (at: number, of: number) => `第 ${at} 张，共 ${of} 张`,
  zoom: '放大',
  close: '关闭大图',
  previous: '上一张',
  next: '下一张',
}

export const viewerTexts = catalogue('viewer', zh)

import { demoPicturePath } from '../demo-pictures.ts'
import type { Calendar } from './calendar.ts'
import type { Goods } from './goods.ts'
import { openRandom } from './random.ts'
import type { Person } from './people.ts'
import type { Row, ShopRows } from './rows.ts'

type ContentRows = Pick<ShopRows,
  'media.images' | 'content.banners' | 'content.cases' | 'content.case_blocks' | 'content.slots' | 'content.entries'
  | 'content.channels'>
type Position = 'home' | 'gift' | 'designer'
type Block = string | [categoryKey: string, angle: keyof typeof ANGLES, caption: string]

const ANGLES = { front: 0, 'three-quarter': 1, detail: 2, scene: 3 } as const
const SIZES = { banner: [1600, 600], product: [800, 800] } as const

const banners: [key: string, title: string, position: Position][] = [
  ['cold', '冬日囤鲜，冰箱焕新季', 'home'], ['laundry', '洗烘一体，阴天也有阳光味', 'home'], ['air', '暖风已就位，空调限时优惠', 'home'],
  ['kitchen-large', '一站配齐整个厨房', 'home'], ['kitchen-small', '送给爱下厨的人', 'gift'], ['care', '把时间送给家人', 'gift'],
  ['screens', '设计师的客厅', 'designer'],
]

const cases: { title: string; cover: Block; blocks: Block[] }[] = [
  {
    title: '九十平小三房：把厨房让给一家三口', cover: ['fridge-french', 'scene', ''],
    blocks: [
      '业主一家三口住在九十平的小三房里，厨房只有六平方米。设计从冰箱的位置开始：十字门冰箱嵌进原来的储物间，开门不挡过道。',
      ['fridge-french', 'three-quarter', '门板与柜体齐平，散热留在顶部'],
      '烟机和灶具放在靠窗一侧，洗碗机装在水槽下面，洗完直接进柜。',
      ['dishwasher', 'scene', '水槽下的洗碗机，省出一个抽屉的宽度'],
    ],
  },
  {
    title: '海边老房改造：潮湿天里的干爽阳台', cover: ['dryer', 'scene', ''],
    blocks: [
      '房子离海三百米，回南天衣服三天不干。阳台重新做了防水和排水，洗衣机和热泵烘干机上下叠放。',
      ['washer-front', 'three-quarter', '滚筒洗衣机在下，水电都从墙里走'],
      ['dryer', 'detail', '烘干机的过滤网在正面，随手可以清理'],
      '烘干的水直接接入地漏，不用再倒水箱。业主说，现在下雨天也敢洗被子了。',
    ],
  },
]

type Entry = { title: string; url: string; picture: Block | null; text: string | null }
const slots: [key: string, name: string, entries: Entry[]][] = [
  ['index_notice', '首页快讯', [
    { title: '全场满 99 元包邮', url: '', picture: null, text: '购物车结算，商品满 99 元免运费。' },
    { title: '扫码激活，保修从今天算起', url: '/warranty', picture: null, text: '扫描机身二维码即可激活并查询保修。' },
  ]],
  ['index_side', '首页侧栏', [
    { title: '厨房小电', url: '/search?q=电饭煲', picture: ['rice-cooker', 'scene', ''], text: null },
    { title: '扫地机器人', url: '/search?q=扫地机器人', picture: ['vacuum-robot', 'scene', ''], text: null },
  ]],
]

// Majors that stand in one line of the menu.
const MENU = [['cold', 'laundry'], ['air', 'screens'], ['water'], ['kitchen-large', 'kitchen-small'], ['care']]
const PUT_UP_DAYS = 30

/** What the shop shows besides its goods. Pictures are demo pictures, drawn when they are first asked for. */
export function contentRows(goods: Goods, people: readonly Person[], calendar: Calendar): ContentRows {
  const at = calendar.between(PUT_UP_DAYS, [9, 12], openRandom('content'))
  const dates = { created_at: at, updated_at: at }
  const uploadedBy = people.find((person) => person.role === 'admin')?.id ?? 1
  const images: Row<'media.images'>[] = []
  const keep = (path: string, name: string, [width_px, height_px]: readonly [number, number]) => {
    const known = images.findIndex((image) => image.path === path)
    if (known >= 0) return known + 1
    return images.push({
      id: images.length + 1, path, sha256: null, original_name: name, content_type: 'image/webp', size_bytes: 0, width_px,
      height_px, placeholder: '', uploaded_by: uploadedBy, uploaded_at: at, created_at: at,
    })
  }
  const picture = (block: Block | null) => (Array.isArray(block) ? keep(...shown(goods, block), SIZES.product) : null)
  const bannerRows = banners.map(([key, title, position], place) => ({
    id: place + 1, image_id: keep(demoPicturePath({ of: 'banner', key }), `${title}.webp`, SIZES.banner), title, position,
    link_url: `/c/${majorOf(goods, key).id}`, sort_order: place + 1, is_active: true, starts_at: null, ends_at: null, ...dates,
  }))
  const caseRows = cases.map(({ title, cover }, place) => ({
    id: place + 1, title, cover_image_id: picture(cover) ?? 0, sort_order: place + 1, is_active: true, ...dates,
  }))
  return {
    'media.images': images,
    'content.banners': bannerRows,
    'content.cases': caseRows,
    'content.case_blocks': numberedFrom1(cases.flatMap(({ blocks }, place) => blocks.map((block, within) => ({
      case_id: place + 1, block_type: Array.isArray(block) ? 'image' : 'text', text: Array.isArray(block) ? block[2] : block,
      image_id: picture(block), sort_order: within + 1,
    })))),
    'content.slots': slots.map(([key, name], place) => ({ id: place + 1, key, name })),
    'content.entries': numberedFrom1(slots.flatMap(([, , entries], place) => entries.map((entry, within) => ({
      slot_id: place + 1, title: entry.title, url: entry.url, image_id: picture(entry.picture), text: entry.text,
      sequence: within + 1, is_active: true, starts_at: null, ends_at: null, ...dates,
    })))),
    'content.channels': numberedFrom1(MENU.flatMap((keys, group) => keys.map((key, within) => {
      const { id, seed } = majorOf(goods, key)
      return { group_id: group + 1, category_id: id, name: seed.name, url: `/c/${id}`, sequence: within + 1 }
    }))),
  }
}

/** The path of a product's picture, and what its file is called. */
function shown(goods: Goods, [categoryKey, angle]: Exclude<Block, string>): [path: string, name: string] {
  const product = goods.products.find((each) => each.seed.categoryKey === categoryKey)
  const path = product?.mainImages[ANGLES[angle]]
  if (!product || path === undefined) throw new Error(`No product of ${categoryKey} is shown ${angle}`)
  return [path, `${product.seed.name}.webp`]
}

function majorOf(goods: Goods, key: string) {
  const major = goods.categories.find((each) => each.seed.key === `major-${key}`)
  if (!major) throw new Error(`There is no major category ${key}`)
  return major
}

function numberedFrom1<R extends object>(rows: readonly R[]): (R & { id: number })[] {
  return rows.map((row, place) => ({ id: place + 1, ...row }))
}

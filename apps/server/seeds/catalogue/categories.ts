import type { CategorySeed, PictureKind } from './types.ts'

type Branch = [key: string, name: string, pictureKind: PictureKind]
type Tree = { major: Branch; minors: { minor: Branch; items: Branch[] }[] }[]

const tree: Tree = [
  { major: ['cold', '冰箱冷柜', 'refrigerator-french'], minors: [
    { minor: ['fridges', '冰箱', 'refrigerator-french'], items: [
      ['fridge-french', '十字门冰箱', 'refrigerator-french'],
      ['fridge-side', '对开门冰箱', 'refrigerator-side-by-side'],
      ['fridge-compact', '双门三门冰箱', 'refrigerator-two-door'],
    ] },
    { minor: ['cabinets', '冷柜酒柜', 'freezer-chest'], items: [
      ['freezer', '家用冷柜', 'freezer-chest'],
      ['wine', '恒温酒柜', 'wine-cooler'],
    ] },
  ] },
  { major: ['laundry', '洗衣烘干', 'washer-front'], minors: [
    { minor: ['washers', '洗衣机', 'washer-front'], items: [
      ['washer-front', '滚筒洗衣机', 'washer-front'],
      ['washer-top', '波轮洗衣机', 'washer-top'],
    ] },
    { minor: ['drying', '烘干设备', 'dryer'], items: [
      ['dryer', '热泵烘干机', 'dryer'],
      ['washer-dryer-set', '洗烘套装', 'washer-dryer-set'],
    ] },
  ] },
  { major: ['air', '空调与空气', 'ac-wall'], minors: [
    { minor: ['conditioning', '空调', 'ac-wall'], items: [
      ['ac-wall', '壁挂空调', 'ac-wall'],
      ['ac-floor', '立柜空调', 'ac-floor'],
      ['ac-portable', '移动空调', 'ac-portable'],
    ] },
    { minor: ['air-care', '净化加湿', 'air-purifier'], items: [
      ['air-purifier', '空气净化器', 'air-purifier'],
      ['humidifier', '加湿器', 'humidifier'],
    ] },
    { minor: ['fans-heaters', '风扇取暖', 'fan'], items: [
      ['fan', '电风扇', 'fan'],
      ['heater', '取暖器', 'heater'],
    ] },
  ] },
  { major: ['screens', '电视影音', 'television'], minors: [
    { minor: ['televisions', '电视', 'television'], items: [
      ['tv-large', '大屏电视', 'television'],
      ['tv-standard', '中小屏电视', 'television'],
    ] },
    { minor: ['sound', '家庭音响', 'soundbar'], items: [
      ['soundbar', '回音壁', 'soundbar'],
    ] },
  ] },
  { major: ['water', '热水净水', 'water-heater-electric'], minors: [
    { minor: ['water-heating', '热水器', 'water-heater-electric'], items: [
      ['heater-electric', '电热水器', 'water-heater-electric'],
      ['heater-gas', '燃气热水器', 'water-heater-gas'],
    ] },
    { minor: ['drinking', '净水饮水', 'water-purifier'], items: [
      ['purifier', '净水器', 'water-purifier'],
      ['dispenser', '饮水机', 'water-dispenser'],
    ] },
  ] },
  { major: ['kitchen-large', '厨房大电', 'range-hood-top'], minors: [
    { minor: ['hoods-hobs', '烟机灶具', 'range-hood-top'], items: [
      ['hood-side', '侧吸油烟机', 'range-hood-side'],
      ['hood-top', '顶吸油烟机', 'range-hood-top'],
      ['gas-hob', '燃气灶', 'gas-hob'],
      ['induction', '电磁灶', 'induction-hob'],
    ] },
    { minor: ['built-in', '嵌入式烹饪', 'oven-built-in'], items: [
      ['oven', '嵌入式烤箱', 'oven-built-in'],
      ['steam-oven', '蒸烤一体机', 'steam-oven'],
    ] },
    { minor: ['dish-care', '洗碗消毒', 'dishwasher'], items: [
      ['dishwasher', '洗碗机', 'dishwasher'],
      ['sterilizer', '消毒柜', 'sterilizer-cabinet'],
    ] },
  ] },
  { major: ['kitchen-small', '厨房小电', 'rice-cooker'], minors: [
    { minor: ['cooking', '煲煮烹饪', 'rice-cooker'], items: [
      ['rice-cooker', '电饭煲', 'rice-cooker'],
      ['pressure-cooker', '电压力锅', 'pressure-cooker'],
      ['air-fryer', '空气炸锅', 'air-fryer'],
      ['microwave', '微波炉', 'microwave'],
    ] },
    { minor: ['drinks', '饮品料理', 'coffee-machine'], items: [
      ['kettle', '电水壶', 'kettle'],
      ['blender', '破壁料理机', 'blender'],
      ['coffee', '咖啡机', 'coffee-machine'],
    ] },
  ] },
  { major: ['care', '清洁个护', 'vacuum-stick'], minors: [
    { minor: ['floor-care', '地面清洁', 'vacuum-stick'], items: [
      ['vacuum-stick', '手持吸尘器', 'vacuum-stick'],
      ['vacuum-robot', '扫地机器人', 'vacuum-robot'],
    ] },
    { minor: ['garment-care', '衣物护理', 'iron-garment-steamer'], items: [
      ['steamer', '挂烫机', 'iron-garment-steamer'],
    ] },
    { minor: ['personal-care', '个人护理', 'hair-dryer'], items: [
      ['hair-dryer', '电吹风', 'hair-dryer'],
    ] },
  ] },
]

function toCategory(branch: Branch, level: CategorySeed['level'], parentKey: string | null): CategorySeed {
  const [key, name, pictureKind] = branch
  // The three levels share one key space, so an item may not take the key of its minor.
  return { key: level === 'item' ? key : `${level}-${key}`, name, level, parentKey, pictureKind }
}

/** Parents before their children, in the order in which the shop shows them. */
export const categories: CategorySeed[] = tree.flatMap(({ major, minors }) => [
  toCategory(major, 'major', null),
  ...minors.flatMap(({ minor, items }) => [
    toCategory(minor, 'minor', `major-${major[0]}`),
    ...items.map((item) => toCategory(item, 'item', `minor-${minor[0]}`)),
  ]),
])

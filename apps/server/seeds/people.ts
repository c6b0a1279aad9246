/** Demo persons and small texts of the living shop. Names, streets and numbers are invented; area codes are real. */

export type AddressSeed = {
  receiver: string
  mobile: string
  provinceCode: number
  cityCode: number
  districtCode: number
  detail: string
}

export type ShopperSeed = { username: string; displayName: string; mobile: string; address: AddressSeed }

export type RepairSeed = {
  /** Major category the fault belongs to; null fits every appliance. */
  categoryKey: string | null
  reason: string
  result: string
}

export type LogisticsCompanySeed = { key: string; name: string; prefix: string; digits: number }

type ShopperLine = [username: string, displayName: string, receiver: string, districtCode: number, detail: string]

const shopperLines: ShopperLine[] = [
  ['linxiaoyu', '小雨不带伞', '林晓雨', 110105, '青麦路 18 号院 3 号楼 2 单元 1102'],
  ['zhaomingda', '老赵', '赵明达', 120104, '槐安里 6 号楼 1 门 402'],
  ['chenjiahui', '嘉慧', '陈嘉慧', 310115, '云栈路 188 弄 12 号 901 室'],
  ['wangjianguo', '王建国', '王建国', 130102, '北槐街 75 号纺织小区 9 栋 301'],
  ['liuzhiyuan', '志远', '刘志远', 140105, '汾柳路 22 号望河苑 5 号楼 1803'],
  ['sarina2020', '萨日娜', '萨日娜', 150105, '青原大街 9 号牧歌家园 2 号楼 601'],
  ['sunlei_dl', '海边的孙磊', '孙磊', 210202, '望潮街 41 号 2 单元 702'],
  ['jinmeihua', '金美花', '金美花', 222401, '延柳路 16 号白桦小区 4 号楼 3 单元 202'],
  ['guodongmei', '冬梅', '郭冬梅', 230102, '雪松街 103 号 7 单元 501'],
  ['zhoukaiwen', '凯文', '周凯文', 320106, '梧影路 60 号 1 幢 2605 室'],
  ['xuting0512', '婷婷在苏州', '徐婷', 320506, '菱塘路 8 号湖畔里 17 幢 1001 室'],
  ['fanghaoran', '浩然', '方浩然', 330106, '溪上路 266 号竹海公寓 3 幢 1504'],
  ['yelinna', '叶琳娜', '叶琳娜', 330302, '榕江路 51 号 B 座 803 室'],
  ['dingyifan', '丁一凡', '丁一凡', 340104, '翠微路 99 号和畅园 8 栋 604'],
  ['huangshufen', '淑芬阿姨', '黄淑芬', 350203, '鹭影巷 12 号 302'],
  ['xiongwei_nc', '熊伟', '熊伟', 360102, '青云街 37 号 2 单元 1202'],
  ['maxiulan', '秀兰', '马秀兰', 370202, '石阶路 28 号 501'],
  ['songpengfei', '鹏飞', '宋鹏飞', 410105, '麦香路 130 号锦里花园 11 号楼 2302'],
  ['hushiqi', '诗琪', '胡诗琪', 420106, '樱桥路 45 号学府里 6 栋 1701'],
  ['pengchao_xt', '彭超', '彭超', 429004, '荷风大道 80 号水乡新城 5 栋 902'],
  ['tangxiangxiang', '湘湘', '唐湘湘', 430102, '橘洲里 19 号 4 栋 2103'],
  ['liangweijie', '阿杰', '梁伟杰', 440106, '榕荫街 33 号 1404 房'],
  ['luojunhao_dg', '俊豪', '罗俊豪', 441911, '旗岭路 7 号金桂花园 2 栋 1106'],
  ['weimeiling', '美玲', '韦美玲', 450103, '朱槿路 21 号青秀人家 9 栋 1502'],
  ['fuhaiyan', '海燕', '符海燕', 460105, '椰风路 55 号听涛苑 3 栋 1203'],
  ['ranxiaofeng', '晓峰', '冉晓峰', 500112, '梯坎路 88 号云上山居 7 栋 2904'],
  ['yangqiuyue', '秋月', '杨秋月', 510107, '竹影巷 14 号 2 单元 705'],
  ['muliting', '木丽婷', '木丽婷', 530102, '翠湖里 27 号 6 栋 401'],
  ['tashi_lhasa', '扎西', '扎西顿珠', 540102, '格桑路 5 号院 2 栋 303'],
  ['aliya_xj', '阿丽亚', '阿丽亚', 650102, '石榴街 66 号天山小区 10 号楼 1 单元 1001'],
]

/** Thirty shoppers besides those named in the demo accounts: 13800000101 … 13800000130, one address each. */
export const shoppers: ShopperSeed[] = shopperLines.map((line, at) => {
  const [username, displayName, receiver, districtCode, detail] = line
  const mobile = String(13_800_000_101 + at)
  return { username, displayName, mobile, address: { receiver, mobile, ...areaCodes(districtCode), detail } }
})

export const orderNotes: string[] = [
  '周末送货，送前一小时打电话。',
  '家里在六楼，没有电梯，麻烦多来一位师傅。',
  '旧机器一起拉走，请带拆机工具。',
  '装修还没完工，先别发货，等我电话。',
]

export const repairs: RepairSeed[] = [
  { categoryKey: 'major-cold', reason: '冷藏室不够凉，冷冻正常', result: '风道结冰，化霜后更换化霜传感器，观察一天正常' },
  { categoryKey: 'major-cold', reason: '夜里嗡嗡响，白天不明显', result: '压缩机减振垫老化，更换四只减振垫并调平机身' },
  { categoryKey: 'major-laundry', reason: '脱水时整机跳动', result: '运输螺栓未拆，拆除并重新调平地脚，免费' },
  { categoryKey: 'major-laundry', reason: '显示排水故障，洗完桶里有水', result: '排水泵被硬币卡住，取出异物，试机三次正常' },
  { categoryKey: 'major-air', reason: '制冷慢，开一小时才降两度', result: '外机喇叭口微漏，重做接口、抽真空并补足制冷剂' },
  { categoryKey: 'major-air', reason: '内机滴水', result: '排水管被装修胶堵住，疏通并加固坡度' },
  { categoryKey: 'major-screens', reason: '开机有声音没有画面', result: '背光驱动板损坏，保修期内更换，客户已验收' },
  { categoryKey: 'major-water', reason: '洗澡水忽冷忽热', result: '进水滤网积沙，清洗滤网并校准水流传感器' },
  { categoryKey: 'major-water', reason: '净水出水变小', result: '前置滤芯到期，更换复合滤芯后流量恢复' },
  { categoryKey: 'major-kitchen-large', reason: '油烟倒灌，吸力变弱', result: '止回阀卡住未打开，更换止回阀并清洗风轮' },
  { categoryKey: 'major-care', reason: '充满电只能用十分钟', result: '电池衰减超过标准，保修期内更换电池一组' },
  { categoryKey: null, reason: '按键失灵，偶尔要按好几次', result: '面板排线松动，重新压接，测试五十次正常' },
]

export const cancelReasons: string[] = [
  '颜色选错了，重新下单',
  '尺寸量错，放不下',
  '地址填错了',
  '想换一个型号',
  '家里装修延期，暂时用不上',
  '送货时间对不上',
  '重复下单',
  '暂时不需要了',
]

/** Tracking numbers are the prefix and `digits` digits; see `trackingNumber`. */
export const logisticsCompanies: LogisticsCompanySeed[] = [
  { key: 'sf', name: '顺丰速运', prefix: 'SF', digits: 13 },
  { key: 'jd', name: '京东物流', prefix: 'JDVA', digits: 11 },
  { key: 'deppon', name: '德邦快递', prefix: 'DPK', digits: 12 },
  { key: 'rrs', name: '日日顺供应链', prefix: 'RRS', digits: 12 },
  { key: 'zto', name: '中通快运', prefix: 'ZTK', digits: 12 },
  { key: 'annto', name: '安得智联', prefix: 'AD', digits: 13 },
]

/**
 * The number of a company's `ordinal`-th demo parcel. Its digits start with at least three zeros, so that it is
 * unlikely to be the number of somebody's real parcel.
 */
export function trackingNumber(company: LogisticsCompanySeed, ordinal: number): string {
  const spread = (ordinal * 7_368_787 + 104_729) % 100_000_000
  return company.prefix + String(spread).padStart(company.digits, '0')
}

/** Codes nest: the first two digits are the province, the first four the city. */
function areaCodes(districtCode: number): Pick<AddressSeed, 'provinceCode' | 'cityCode' | 'districtCode'> {
  return {
    provinceCode: Math.floor(districtCode / 10_000) * 10_000,
    cityCode: Math.floor(districtCode / 100) * 100,
    districtCode,
  }
}

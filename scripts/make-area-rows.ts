/**
 * Writes apps/server/migrations/0003_area_rows.sql: every province, city and district with its 6-digit code.
 * Run: node scripts/make-area-rows.ts   (same input, same file; prints the counts)
 *
 * Source: element-china-area-data (codes of the National Bureau of Statistics, 31 provinces). What we decide on top:
 * - Municipalities keep the official city level, named as shoppers write it: 110100 "北京市", not "市辖区".
 *   Chongqing's second city row 500200 ("县" in the source) is "重庆郊县", as map-based address pickers label it, so that
 *   the two cities of one province have different names and WeChat's region picker codes (500200) stay valid.
 * - Counties run by a province directly hang under the source's own city level (429000 "省直辖县级行政区划").
 * - 东莞, 中山, 儋州 and 嘉峪关 have no districts; the source lists their towns with 9 digits. They are numbered here from
 *   city code + 11 in the source's order (441911 …). Official lists use no code there, but these are ours: an outside
 *   company that asks for a county code must be sent the city's own (441900).
 * - Hong Kong, Macau and Taiwan are missing in the source: codes in common practice of shops, numbered in order.
 *   金门县 (350527) and 连江县 (350122) stand under Fujian, as in the national standard, and are not repeated.
 * - 和安县 and 和康县 (Xinjiang, set up in December 2024) are younger than the source.
 */
import { writeFileSync } from 'node:fs'
import { regionData } from 'element-china-area-data'

type AreaRow = { code: number; name: string; parentCode: number | null; level: 1 | 2 | 3 }
type SourceItem = { value: string; label: string; children?: SourceItem[] }
type Region = { code: number; name: string; cities: [code: number, name: string, districts: string][] }

const TARGET = new URL('../apps/server/migrations/0003_area_rows.sql', import.meta.url)
const ROWS_PER_INSERT = 500
const NAME_LIMIT = 20
const FIRST_TOWN_OFFSET = 11

const CITY_NAMES: Record<number, string> = {
  110100: '北京市', 120100: '天津市', 310100: '上海市', 500100: '重庆市', 500200: '重庆郊县',
}

const YOUNGER: AreaRow[] = [
  { code: 653228, name: '和安县', parentCode: 653200, level: 3 },
  { code: 653229, name: '和康县', parentCode: 653200, level: 3 },
]

const HONG_KONG: Region = { code: 810000, name: '香港特别行政区', cities: [
  [810100, '香港岛', '中西区 湾仔区 东区 南区'],
  [810200, '九龙', '九龙城区 油尖旺区 深水埗区 黄大仙区 观塘区'],
  [810300, '新界', '北区 大埔区 沙田区 西贡区 元朗区 屯门区 荃湾区 葵青区 离岛区'],
] }

const MACAU: Region = { code: 820000, name: '澳门特别行政区', cities: [
  [820100, '澳门半岛', '花地玛堂区 圣安多尼堂区 大堂区 望德堂区 风顺堂区'],
  [820200, '离岛', '嘉模堂区 圣方济各堂区 路氹填海区'],
] }

const TAIWAN: Region = { code: 710000, name: '台湾省', cities: [
  [710100, '台北市', '中正区 大同区 中山区 松山区 大安区 万华区 信义区 士林区 北投区 内湖区 南港区 文山区'],
  [710200, '高雄市', '新兴区 前金区 苓雅区 盐埕区 鼓山区 旗津区 前镇区 三民区 左营区 楠梓区 小港区 仁武区 大社区 '
    + '冈山区 路竹区 阿莲区 田寮区 燕巢区 桥头区 梓官区 弥陀区 永安区 湖内区 凤山区 大寮区 林园区 鸟松区 大树区 '
    + '旗山区 美浓区 六龟区 内门区 杉林区 甲仙区 桃源区 那玛夏区 茂林区 茄萣区'],
  [710300, '台南市', '中西区 东区 南区 北区 安平区 安南区 永康区 归仁区 新化区 左镇区 玉井区 楠西区 南化区 仁德区 '
    + '关庙区 龙崎区 官田区 麻豆区 佳里区 西港区 七股区 将军区 学甲区 北门区 新营区 后壁区 白河区 东山区 六甲区 '
    + '下营区 柳营区 盐水区 善化区 大内区 山上区 新市区 安定区'],
  [710400, '台中市', '中区 东区 南区 西区 北区 北屯区 西屯区 南屯区 太平区 大里区 雾峰区 乌日区 丰原区 后里区 石冈区 '
    + '东势区 和平区 新社区 潭子区 大雅区 神冈区 大肚区 沙鹿区 龙井区 梧栖区 清水区 大甲区 外埔区 大安区'],
  [710600, '南投县', '南投市 中寮乡 草屯镇 国姓乡 埔里镇 仁爱乡 名间乡 集集镇 水里乡 鱼池乡 信义乡 竹山镇 鹿谷乡'],
  [710700, '基隆市', '仁爱区 信义区 中正区 中山区 安乐区 暖暖区 七堵区'],
  [710800, '新竹市', '东区 北区 香山区'],
  [710900, '嘉义市', '东区 西区'],
  [711100, '新北市', '板桥区 三重区 中和区 永和区 新庄区 新店区 树林区 莺歌区 三峡区 淡水区 汐止区 瑞芳区 土城区 '
    + '芦洲区 五股区 泰山区 林口区 深坑区 石碇区 坪林区 三芝区 石门区 八里区 平溪区 双溪区 贡寮区 金山区 万里区 乌来区'],
  [711200, '宜兰县', '宜兰市 罗东镇 苏澳镇 头城镇 礁溪乡 壮围乡 员山乡 冬山乡 五结乡 三星乡 大同乡 南澳乡'],
  [711300, '新竹县', '竹北市 竹东镇 新埔镇 关西镇 湖口乡 新丰乡 芎林乡 横山乡 北埔乡 宝山乡 峨眉乡 尖石乡 五峰乡'],
  [711400, '桃园市', '桃园区 中坜区 平镇区 八德区 杨梅区 芦竹区 大溪区 龙潭区 龟山区 大园区 观音区 新屋区 复兴区'],
  [711500, '苗栗县', '苗栗市 头份市 苑里镇 通霄镇 竹南镇 后龙镇 卓兰镇 大湖乡 公馆乡 铜锣乡 南庄乡 头屋乡 三义乡 '
    + '西湖乡 造桥乡 三湾乡 狮潭乡 泰安乡'],
  [711700, '彰化县', '彰化市 员林市 鹿港镇 和美镇 北斗镇 溪湖镇 田中镇 二林镇 线西乡 伸港乡 福兴乡 秀水乡 花坛乡 芬园乡 '
    + '大村乡 埔盐乡 埔心乡 永靖乡 社头乡 二水乡 田尾乡 埤头乡 芳苑乡 大城乡 竹塘乡 溪州乡'],
  [711900, '嘉义县', '太保市 朴子市 布袋镇 大林镇 民雄乡 溪口乡 新港乡 六脚乡 东石乡 义竹乡 鹿草乡 水上乡 中埔乡 竹崎乡 '
    + '梅山乡 番路乡 大埔乡 阿里山乡'],
  [712100, '云林县', '斗六市 斗南镇 虎尾镇 西螺镇 土库镇 北港镇 古坑乡 大埤乡 莿桐乡 林内乡 二仑乡 仑背乡 麦寮乡 东势乡 '
    + '褒忠乡 台西乡 元长乡 四湖乡 口湖乡 水林乡'],
  [712400, '屏东县', '屏东市 潮州镇 东港镇 恒春镇 万丹乡 长治乡 麟洛乡 九如乡 里港乡 盐埔乡 高树乡 万峦乡 内埔乡 竹田乡 '
    + '新埤乡 枋寮乡 新园乡 崁顶乡 林边乡 南州乡 佳冬乡 琉球乡 车城乡 满州乡 枋山乡 三地门乡 雾台乡 玛家乡 泰武乡 '
    + '来义乡 春日乡 狮子乡 牡丹乡'],
  [712500, '台东县', '台东市 成功镇 关山镇 卑南乡 大武乡 太麻里乡 东河乡 长滨乡 鹿野乡 池上乡 绿岛乡 延平乡 海端乡 '
    + '达仁乡 金峰乡 兰屿乡'],
  [712600, '花莲县', '花莲市 凤林镇 玉里镇 新城乡 吉安乡 寿丰乡 光复乡 丰滨乡 瑞穗乡 富里乡 秀林乡 万荣乡 卓溪乡'],
  [712700, '澎湖县', '马公市 湖西乡 白沙乡 西屿乡 望安乡 七美乡'],
] }

function districtRows(city: SourceItem, cityCode: number): AreaRow[] {
  return (city.children ?? []).map((district, index) => ({
    code: district.value.length === 6 ? Number(district.value) : cityCode + FIRST_TOWN_OFFSET + index,
    name: district.label, parentCode: cityCode, level: 3,
  }))
}

function provinceRows(province: SourceItem): AreaRow[] {
  const code = Number(province.value) * 10_000
  const cities = (province.children ?? []).flatMap((city): AreaRow[] => {
    const cityCode = Number(city.value) * 100
    const name = CITY_NAMES[cityCode] ?? city.label
    return [{ code: cityCode, name, parentCode: code, level: 2 }, ...districtRows(city, cityCode)]
  })
  return [{ code, name: province.label, parentCode: null, level: 1 }, ...cities]
}

function regionRows(region: Region): AreaRow[] {
  const cities = region.cities.flatMap(([cityCode, name, districts]): AreaRow[] => [
    { code: cityCode, name, parentCode: region.code, level: 2 },
    ...districts.split(' ').map((district, index): AreaRow => (
      { code: cityCode + index + 1, name: district, parentCode: cityCode, level: 3 }
    )),
  ])
  return [{ code: region.code, name: region.name, parentCode: null, level: 1 }, ...cities]
}

/** Throws when a code is used twice or has not six digits, a name is too long, or a parent is missing or childless. */
function checkRows(rows: AreaRow[]): void {
  const byCode = new Map(rows.map((row) => [row.code, row]))
  if (byCode.size !== rows.length) throw new Error('a code is used twice')
  const parents = new Set(rows.map((row) => row.parentCode))
  for (const row of rows) {
    const parentLevel = row.parentCode === null ? 0 : byCode.get(row.parentCode)?.level
    if (parentLevel !== row.level - 1) throw new Error(`no parent for ${row.code} ${row.name}`)
    if (row.level < 3 && !parents.has(row.code)) throw new Error(`nothing below ${row.code} ${row.name}`)
    if (!/^[1-8]\d{5}$/.test(String(row.code))) throw new Error(`not six digits: ${row.code} ${row.name}`)
    if (row.name.length > NAME_LIMIT) throw new Error(`name too long: ${row.code} ${row.name}`)
  }
}

function toSql(rows: AreaRow[]): string {
  const parts = ['-- Up Migration', '-- Made by scripts/make-area-rows.ts, which also says where the rows come from.']
  for (let start = 0; start < rows.length; start += ROWS_PER_INSERT) {
    const values = rows.slice(start, start + ROWS_PER_INSERT)
      .map((row) => `(${row.code},'${row.name}',${row.parentCode ?? 'null'},${row.level})`)
    parts.push(`insert into areas.areas (code, name, parent_code, level) values\n${values.join(',\n')};`)
  }
  return `${parts.join('\n')}\n`
}

const rows = [...regionData.flatMap(provinceRows), ...YOUNGER, ...[TAIWAN, HONG_KONG, MACAU].flatMap(regionRows)]
  .sort((a, b) => a.code - b.code)
checkRows(rows)
writeFileSync(TARGET, toSql(rows))
const countOf = (level: number): number => rows.filter((row) => row.level === level).length
console.log(`${rows.length} areas: ${countOf(1)} provinces, ${countOf(2)} cities, ${countOf(3)} districts`)

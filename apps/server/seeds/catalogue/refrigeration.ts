import { productsOf } from './product.ts'
import type { Family } from './product.ts'

const french: Family = {
  categoryKey: 'fridge-french', pictureKind: 'refrigerator-french', warrantyMonths: 36, hasInstallation: false,
  parameters: '能效等级：一级；制冷方式：风冷无霜；压缩机：变频；额定电压：220 V / 50 Hz',
}

const sideBySide: Family = {
  categoryKey: 'fridge-side', pictureKind: 'refrigerator-side-by-side', warrantyMonths: 36, hasInstallation: false,
  parameters: '制冷方式：风冷无霜；压缩机：变频；额定电压：220 V / 50 Hz',
}

const frenchProducts = productsOf(french, [
  {
    name: '岚舍 503升十字对开门一级能效风冷无霜冰箱', model: 'BCD-503WLS', brandKey: 'lanshe',
    keySpec: '503 升 · 一级能效 · 83 厘米宽',
    description: '四门分区，冷藏在上，冷冻在下，拿取不用弯腰。双蒸发器让冷藏室保持较高湿度，青菜放一周仍然挺。'
      + '冷冻区左右分开，一侧可设为零下 5 度软冻，肉取出就能切。',
    sellingPoints: '双蒸发器，冷藏冷冻不串味；零下 5 度软冻区；36 分贝低音运行；门体自动回吸',
    parameters: '总容积：503 L；冷藏室容积：312 L；冷冻室容积：191 L；耗电量：0.86 kWh/24h；噪音：36 dB(A)；'
      + '冷冻能力：10 kg/12h；外形尺寸(mm)：833×655×1905；净重：102 kg',
    skus: [['W', '云雾白', 4999, 36, 'white'], ['G', '墨岩灰', 4999, 58, 'graphite'], ['B', '夜幕黑', 5199, 12, 'black']],
  },
  {
    name: '岚舍 415升法式多门超薄平嵌冰箱', model: 'BCD-415WLP', brandKey: 'lanshe',
    keySpec: '415 升 · 厚 59 厘米 · 一级能效',
    description: '机身厚 59 厘米，与标准橱柜齐平，底部前后散热，两侧各留 4 毫米即可。'
      + '适合厨房改造时把冰箱嵌进柜体的家庭，嵌入后门仍可开到 90 度以上。',
    sellingPoints: '59 厘米超薄机身；底部散热，两侧 4 毫米即可嵌入；单独控温的母婴抽屉',
    parameters: '总容积：415 L；冷藏室容积：256 L；冷冻室容积：159 L；耗电量：0.78 kWh/24h；噪音：35 dB(A)；'
      + '外形尺寸(mm)：793×590×1900；嵌入预留尺寸(mm)：801×600×1910；净重：98 kg',
    skus: [['W', '雪岩白', 4299, 41, 'white'], ['G', '墨岩灰', 4299, 27, 'graphite'], ['C', '米杏', 4399, 15, 'cream']],
  },
  {
    name: '白桁 468升十字门双变频风冷冰箱', model: 'BCD-468WBH', brandKey: 'baiheng',
    keySpec: '468 升 · 一级能效 · 双变频',
    description: '压缩机和风机都是变频，夏天频繁开门也能较快把温度拉回来。'
      + '层架全是钢化玻璃，抽屉可以整只取下清洗，适合三到五口之家日常使用。',
    sellingPoints: '压缩机风机双变频；全钢化玻璃层架；抽屉可整只取下清洗',
    parameters: '总容积：468 L；冷藏室容积：298 L；冷冻室容积：170 L；耗电量：0.83 kWh/24h；噪音：38 dB(A)；'
      + '冷冻能力：8 kg/12h；外形尺寸(mm)：833×645×1810；净重：91 kg',
    skus: [['S', '星霜银', 3299, 120, 'silver'], ['W', '云雾白', 3399, 76, 'white']],
  },
  {
    name: '白桁 522升十字门大冷冻室风冷冰箱', model: 'BCD-522WBH', brandKey: 'baiheng',
    keySpec: '522 升 · 冷冻 218 升 · 一级能效',
    description: '冷冻室占 218 升，逢年过节囤肉囤海鲜的家庭放得下。六个冷冻抽屉高低不同，整鸡、饺子盘都有合适的位置。',
    sellingPoints: '218 升大冷冻室；六个高低不同的冷冻抽屉；速冻键一按 12 小时后自动退出',
    parameters: '总容积：522 L；冷藏室容积：304 L；冷冻室容积：218 L；耗电量：0.92 kWh/24h；噪音：38 dB(A)；'
      + '冷冻能力：12 kg/12h；外形尺寸(mm)：833×690×1870；净重：104 kg',
    skus: [['S', '星霜银', 3799, 64, 'silver'], ['W', '云雾白', 3899, 33, 'white'], ['G', '石墨灰', 3899, 0, 'graphite']],
  },
  {
    name: '泠川 550升零距嵌入十字门双循环冰箱', model: 'BCD-550WLC', brandKey: 'lingchuan',
    keySpec: '550 升 · 零距嵌入 · 双循环',
    description: '冷藏、冷冻各有一套循环，冷藏室温差控制在 1 度以内，开盖的汤不会把冰块熏出味道。'
      + '底部送风散热，柜体与冰箱之间不需要留缝。',
    sellingPoints: '双循环制冷；冷藏温差 1 度以内；零距嵌入；全域变温抽屉',
    parameters: '总容积：550 L；冷藏室容积：336 L；冷冻室容积：150 L；变温室容积：64 L；耗电量：0.88 kWh/24h；'
      + '噪音：34 dB(A)；外形尺寸(mm)：905×600×1900；净重：118 kg',
    skus: [['W', '素瓷白', 6999, 18, 'white'], ['G', '曜石灰', 7299, 22, 'graphite']],
  },
  {
    name: '朔岭 430升十字门宽电压风冷冰箱', model: 'BCD-430WSL', brandKey: 'shuoling',
    keySpec: '430 升 · 宽电压 · 一级能效',
    description: '在 160 到 250 伏之间都能启动，适合电压不太稳的县城和自建房。环境零下 15 度仍可正常制冷，放在北方不供暖的厨房也行。',
    sellingPoints: '160–250 V 宽电压启动；环境零下 15 度可用；停电后冷冻室保冻约 12 小时',
    parameters: '总容积：430 L；冷藏室容积：270 L；冷冻室容积：160 L；耗电量：0.81 kWh/24h；噪音：39 dB(A)；'
      + '额定电压：160–250 V / 50 Hz；外形尺寸(mm)：790×655×1790；净重：86 kg',
    skus: [['S', '钛银', 2999, 95, 'silver'], ['W', '瓷白', 2999, 140, 'white']],
  },
  {
    name: '岚舍 620升法式四门三循环保鲜冰箱', model: 'BCD-620WLF', brandKey: 'lanshe',
    keySpec: '620 升 · 三循环 · 一级能效',
    description: '冷藏、冷冻和变温各自独立循环，变温区可在零下 20 度到 10 度之间设定，当冷藏、软冻或冷冻都可以。'
      + '适合人口多、一周采购一次的家庭，进门通道请预留 95 厘米。',
    sellingPoints: '三套独立循环；零下 20 到 10 度宽幅变温；冷藏室平铺灯光不刺眼；自动制冰',
    parameters: '总容积：620 L；冷藏室容积：375 L；冷冻室容积：168 L；变温室容积：77 L；耗电量：0.95 kWh/24h；'
      + '噪音：36 dB(A)；外形尺寸(mm)：908×735×1905；净重：136 kg',
    skus: [['B', '夜幕黑', 9999, 9, 'black'], ['C', '浅香金', 10299, 1, 'champagne']],
  },
  {
    name: '霁原 482升十字门母婴分区风冷冰箱', model: 'BCD-482WJY', brandKey: 'jiyuan',
    keySpec: '482 升 · 母婴专区 · 一级能效',
    description: '冷藏室里单独隔出 21 升母婴区，温度可设 2、4、8 度，奶瓶、辅食和药品不与饭菜混放。门上有儿童锁，长按三秒解开。',
    sellingPoints: '21 升母婴独立分区；2、4、8 度三档；儿童锁；干湿分储抽屉',
    parameters: '总容积：482 L；冷藏室容积：308 L；冷冻室容积：174 L；耗电量：0.84 kWh/24h；噪音：37 dB(A)；'
      + '冷冻能力：9 kg/12h；外形尺寸(mm)：833×655×1850；净重：96 kg',
    skus: [['W', '晴雪白', 3999, 52, 'white'], ['M', '薄荷绿', 4099, 24, 'mint'], ['G', '远山灰', 3999, 47, 'graphite']],
  },
])

const sideProducts = productsOf(sideBySide, [
  {
    name: '白桁 531升对开门二级能效风冷冰箱', model: 'BCD-531WBD', brandKey: 'baiheng',
    keySpec: '531 升 · 对开门 · 二级能效',
    description: '左冷冻右冷藏，两侧都从上到下，站着能看见全部食物。机身宽 91 厘米，冷藏室放得下整只西瓜和大号蒸锅。',
    sellingPoints: '左冷冻右冷藏一目了然；可放整只西瓜；电脑控温带门开提醒',
    parameters: '能效等级：二级；总容积：531 L；冷藏室容积：335 L；冷冻室容积：196 L；耗电量：1.05 kWh/24h；'
      + '噪音：40 dB(A)；外形尺寸(mm)：910×645×1780；净重：88 kg',
    skus: [['S', '星霜银', 2599, 160, 'silver'], ['W', '云雾白', 2699, 88, 'white']],
  },
  {
    name: '岚舍 601升对开门自动制冰一级能效冰箱', model: 'BCD-601WLI', brandKey: 'lanshe',
    keySpec: '601 升 · 自动制冰 · 一级能效',
    description: '内置 2 升水盒，加一次水够做六盒冰，冰盒在门上，孩子也够得着。水路可拆下冲洗，换季不用时一键排空。',
    sellingPoints: '自动制冰，水路可拆洗；冷藏室上下独立控温；门上吧台取饮料不用开大门',
    parameters: '能效等级：一级；总容积：601 L；冷藏室容积：381 L；冷冻室容积：220 L；耗电量：0.98 kWh/24h；'
      + '噪音：37 dB(A)；外形尺寸(mm)：912×700×1780；净重：110 kg',
    skus: [['G', '墨岩灰', 5699, 31, 'graphite'], ['B', '夜幕黑', 5899, 14, 'black']],
  },
  {
    name: '朔岭 452升对开门窄身风冷冰箱', model: 'BCD-452WSD', brandKey: 'shuoling',
    keySpec: '452 升 · 宽 83 厘米 · 二级能效',
    description: '对开门做到 83 厘米宽，老房子的冰箱位也放得进去。内部层架间距可调七档，门架能竖放 1.5 升饮料瓶。',
    sellingPoints: '83 厘米窄身；层架七档可调；宽电压启动',
    parameters: '能效等级：二级；总容积：452 L；冷藏室容积：286 L；冷冻室容积：166 L；耗电量：0.97 kWh/24h；'
      + '噪音：40 dB(A)；外形尺寸(mm)：830×640×1770；净重：80 kg',
    skus: [['S', '钛银', 2299, 110, 'silver'], ['W', '瓷白', 2299, 73, 'white']],
  },
  {
    name: '泠川 588升对开门双循环平嵌冰箱', model: 'BCD-588WLD', brandKey: 'lingchuan',
    keySpec: '588 升 · 双循环 · 一级能效',
    description: '柜深 60 厘米的对开门冰箱，容积做到 588 升。冷藏室用独立蒸发器，湿度较高，叶菜不容易发蔫。',
    sellingPoints: '60 厘米柜深平嵌；独立蒸发器保湿；静音 35 分贝；磁吸门封可自行更换',
    parameters: '能效等级：一级；总容积：588 L；冷藏室容积：372 L；冷冻室容积：216 L；耗电量：0.96 kWh/24h；'
      + '噪音：35 dB(A)；外形尺寸(mm)：950×600×1900；净重：121 kg',
    skus: [['W', '素瓷白', 4699, 26, 'white'], ['G', '曜石灰', 4699, 39, 'graphite'], ['C', '浅香金', 4899, 8, 'champagne']],
  },
])

export const refrigeration = [...frenchProducts, ...sideProducts]

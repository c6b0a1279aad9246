import { productsOf } from './product.ts'
import type { Family } from './product.ts'

const compact: Family = {
  categoryKey: 'fridge-compact', pictureKind: 'refrigerator-two-door', warrantyMonths: 36, hasInstallation: false,
  parameters: '制冷剂：R600a；额定电压：220 V / 50 Hz',
}

const freezer: Family = {
  categoryKey: 'freezer', pictureKind: 'freezer-chest', warrantyMonths: 36, hasInstallation: false,
  parameters: '制冷剂：R600a；额定电压：220 V / 50 Hz',
}

const wine: Family = {
  categoryKey: 'wine', pictureKind: 'wine-cooler', warrantyMonths: 24, hasInstallation: false,
  parameters: '制冷方式：压缩机风冷；制冷剂：R600a；额定电压：220 V / 50 Hz',
}

const compactProducts = productsOf(compact, [
  {
    name: '白桁 186升双门一级能效直冷冰箱', model: 'BCD-186DBH', brandKey: 'baiheng',
    keySpec: '186 升 · 双门 · 一级能效',
    description: '一到两个人住正合适，宽 50 厘米，靠墙一站就行。直冷耗电少，大约两个月手动除一次霜，带排水口，毛巾一擦就干净。',
    sellingPoints: '一天不到半度电；50 厘米宽，出租屋也放得下；除霜带排水口',
    parameters: '能效等级：一级；总容积：186 L；冷藏室容积：122 L；冷冻室容积：64 L；制冷方式：直冷；压缩机：定频；'
      + '耗电量：0.46 kWh/24h；噪音：38 dB(A)；外形尺寸(mm)：500×545×1430；净重：41 kg',
    skus: [['S', '星霜银', 1199, 220, 'silver'], ['W', '云雾白', 1199, 180, 'white'], ['M', '薄荷绿', 1249, 65, 'mint']],
  },
  {
    name: '朔岭 215升三门软冷冻节能冰箱', model: 'BCD-215TSL', brandKey: 'shuoling',
    keySpec: '215 升 · 三门 · 一级能效',
    description: '三个门三种温度，中间的软冷冻室约零下 7 度，第二天要吃的肉放这里，不用提前化冻。机身宽 55 厘米，老式厨房的冰箱位放得进去。',
    sellingPoints: '中门零下 7 度软冷冻；一天约半度电；宽电压启动',
    parameters: '能效等级：一级；总容积：215 L；冷藏室容积：118 L；软冷冻室容积：32 L；冷冻室容积：65 L；制冷方式：直冷；'
      + '耗电量：0.53 kWh/24h；噪音：38 dB(A)；外形尺寸(mm)：550×565×1680；净重：52 kg',
    skus: [['S', '钛银', 1399, 130, 'silver'], ['W', '瓷白', 1399, 84, 'white']],
  },
  {
    name: '岚舍 248升复古双门风冷无霜冰箱', model: 'BCD-248WLR', brandKey: 'lanshe',
    keySpec: '248 升 · 复古 · 风冷无霜',
    description: '圆角机身配金属把手，四种颜色，放在客厅也好看。里面是风冷无霜加变频，外表复古，用起来和新冰箱一样。',
    sellingPoints: '圆角复古机身；风冷无霜；变频 37 分贝；门封左右可换向',
    parameters: '能效等级：二级；总容积：248 L；冷藏室容积：181 L；冷冻室容积：67 L；制冷方式：风冷无霜；压缩机：变频；'
      + '耗电量：0.72 kWh/24h；噪音：37 dB(A)；外形尺寸(mm)：550×660×1750；净重：63 kg',
    skus: [
      ['C', '奶油白', 2199, 46, 'cream'], ['M', '薄荷绿', 2199, 30, 'mint'],
      ['R', '砖红', 2199, 17, 'red'], ['L', '雾蓝', 2199, 0, 'blue'],
    ],
  },
  {
    name: '泠川 118升小型双门静音冰箱', model: 'BCD-118DLC', brandKey: 'lingchuan',
    keySpec: '118 升 · 宽 45 厘米 · 35 分贝',
    description: '宿舍、卧室和办公室用的小冰箱，运行声 35 分贝左右。上冷冻下冷藏，冷冻室能放两盒冰淇淋和一周的速冻水饺。',
    sellingPoints: '45 厘米窄身；35 分贝，放卧室也安静；一天约 0.4 度电',
    parameters: '能效等级：一级；总容积：118 L；冷藏室容积：78 L；冷冻室容积：40 L；制冷方式：直冷；压缩机：定频；'
      + '耗电量：0.41 kWh/24h；噪音：35 dB(A)；外形尺寸(mm)：450×485×1150；净重：28 kg',
    skus: [['W', '素瓷白', 799, 150, 'white'], ['S', '月银', 799, 96, 'silver'], ['L', '雾蓝', 829, 40, 'blue']],
  },
])

const freezerProducts = productsOf(freezer, [
  {
    name: '朔岭 卧式单温转换家用冷柜', model: 'BD-SL2026', brandKey: 'shuoling', options: '容量',
    keySpec: '200–400 升 · 冷藏冷冻转换 · 一级能效',
    description: '一个旋钮在冷藏和冷冻之间转换，平时冻肉，过年改作冷藏放菜。内胆为铝板，四壁一起出冷，底部带排水口和脚轮。',
    sellingPoints: '冷藏冷冻一钮转换；环境零下 15 度可用；带脚轮和排水口',
    parameters: '能效等级：一级；有效容积：200 L / 300 L / 400 L（按所选规格）；制冷方式：直冷；温度范围：-25–10 ℃；'
      + '耗电量：0.55 / 0.68 / 0.83 kWh/24h；冷冻能力：11 / 15 / 20 kg/24h；噪音：40 dB(A)；'
      + '外形尺寸(mm)：880×560×850 / 1080×600×850 / 1300×650×850',
    skus: [['200', '200升', 1199, 90, 'white'], ['300', '300升', 1499, 120, 'white'], ['400', '400升', 1899, 45, 'white']],
  },
  {
    name: '白桁 100升家用风冷无霜小冷柜', model: 'BD-100WBH', brandKey: 'baiheng',
    keySpec: '100 升 · 风冷无霜 · 宽 56 厘米',
    description: '给冰箱不够用的家庭添一格冷冻。风冷无霜，不用刮冰；盖子可在任意角度停住，单手取放。',
    sellingPoints: '风冷无霜；盖子任意角度悬停；内置分隔篮两只',
    parameters: '能效等级：二级；有效容积：100 L；制冷方式：风冷无霜；温度范围：-24–8 ℃；耗电量：0.62 kWh/24h；'
      + '冷冻能力：8 kg/24h；噪音：40 dB(A)；外形尺寸(mm)：560×530×865；净重：31 kg',
    skus: [['W', '云雾白', 999, 75, 'white'], ['S', '星霜银', 1049, 38, 'silver']],
  },
])

const wineProducts = productsOf(wine, [
  {
    name: '泠川 32瓶压缩机恒温酒柜', model: 'JC-95LC', brandKey: 'lingchuan',
    keySpec: '32 瓶 · 5–20 ℃ · 恒温',
    description: '柜温波动在上下 1 度以内，压缩机下有减振垫，适合存放日常饮用的葡萄酒和茶叶。玻璃门双层镀膜，挡住紫外线。',
    sellingPoints: '温差上下 1 度；双层镀膜玻璃门；减振压缩机；榉木层架',
    parameters: '容积：95 L；存酒数量：32 瓶（标准波尔多瓶）；温度范围：5–20 ℃；温区：单温区；耗电量：0.48 kWh/24h；'
      + '噪音：38 dB(A)；外形尺寸(mm)：480×500×835；净重：36 kg',
    skus: [['B', '夜幕黑', 2399, 20, 'black'], ['S', '拉丝银', 2499, 11, 'silver']],
  },
  {
    name: '泠川 双温区嵌入式酒柜', model: 'JC-DLC2', brandKey: 'lingchuan', options: '容量',
    keySpec: '双温区 · 可嵌入 · 98/168 瓶',
    description: '上下两个温区各自设定，上区放白葡萄酒和香槟，下区放红葡萄酒。前置散热，可嵌入酒柜墙，门可反装。',
    sellingPoints: '上下独立温区；前置散热可嵌入；门可左右反装；湿度显示',
    parameters: '存酒数量：98 瓶 / 168 瓶（按所选规格）；容积：270 L / 430 L；温度范围：上区 5–12 ℃，下区 12–20 ℃；'
      + '温区：双温区；耗电量：0.75 / 0.92 kWh/24h；噪音：39 dB(A)；外形尺寸(mm)：595×600×1430 / 595×680×1820',
    skus: [['98', '98瓶', 4999, 9, 'black'], ['168', '168瓶', 6599, 1, 'black']],
  },
])

export const refrigerationCompact = [...compactProducts, ...freezerProducts, ...wineProducts]

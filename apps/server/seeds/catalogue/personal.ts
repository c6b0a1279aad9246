import { productsOf } from './product.ts'
import type { Family } from './product.ts'

const steamer: Family = {
  categoryKey: 'steamer', pictureKind: 'iron-garment-steamer', warrantyMonths: 12, hasInstallation: false,
  parameters: '额定电压：220 V / 50 Hz；防干烧：有；缺水提醒：有',
}

const hairDryer: Family = {
  categoryKey: 'hair-dryer', pictureKind: 'hair-dryer', warrantyMonths: 12, hasInstallation: false,
  parameters: '额定电压：220 V / 50 Hz；过热保护：有；电源线长度：1.8 m',
}

const steamerProducts = productsOf(steamer, [
  {
    name: '暖栎 立式双杆蒸汽挂烫机', model: 'GT20-NL', brandKey: 'nuanli',
    keySpec: '2000 瓦 · 双杆 · 带烫板',
    description: '双杆撑得平，后面有一块可斜放的烫板，衬衫领口和裤线也压得直。脚踏开关，弯腰不方便的人用着省力。',
    sellingPoints: '带斜放烫板；脚踏开关；五档蒸汽；水箱可边用边加',
    parameters: '额定功率：2000 W；蒸汽量：38 g/min；水箱容量：2.0 L；预热时间：45 秒；蒸汽档位：5 档；'
      + '收纳尺寸(mm)：330×300×980；净重：5.6 kg；电源线长度：1.9 m',
    skus: [['W', '瓷白', 399, 98, 'white'], ['M', '薄荷绿', 399, 67, 'mint'], ['C', '浅香金', 429, 41, 'champagne']],
  },
  {
    name: '暖栎 手持折叠挂烫机', model: 'GS12-NL', brandKey: 'nuanli',
    keySpec: '1200 瓦 · 可折叠 · 出差用',
    description: '折起来和一本书差不多厚，放得进登机箱。水平放也能出汽，铺在床上烫衬衫不会滴水。',
    sellingPoints: '折叠收纳；平烫挂烫都行；20 秒出汽',
    parameters: '额定功率：1200 W；蒸汽量：18 g/min；水箱容量：0.12 L；预热时间：20 秒；外形尺寸(mm)：200×90×110（折叠后）；'
      + '净重：0.75 kg；电源线长度：2.0 m',
    skus: [['C', '奶油白', 159, 185, 'cream'], ['L', '雾蓝', 159, 140, 'blue'], ['G', '深灰', 159, 88, 'graphite']],
  },
])

const hairDryerProducts = productsOf(hairDryer, [
  {
    name: '暖栎 高速负离子电吹风', model: 'DF11-NL', brandKey: 'nuanli',
    keySpec: '11 万转 · 360 克 · 恒温护发',
    description: '靠风量而不是高温吹干，长发约四分钟。出风温度每秒测 50 次，贴近头皮也不烫；滤网磁吸，一周掸一次灰。',
    sellingPoints: '11 万转大风量；恒温不烫头皮；磁吸滤网；两只磁吸风嘴',
    parameters: '额定功率：1600 W；转速：110000 转/分；风速：62 m/s；噪音：74 dB(A)；温度档位：4 档；风速档位：3 档；'
      + '外形尺寸(mm)：240×75×75；净重：0.36 kg',
    skus: [
      ['W', '珠光白', 399, 175, 'white'], ['G', '深灰', 399, 130, 'graphite'],
      ['M', '薄荷绿', 399, 92, 'mint'], ['R', '砖红', 429, 45, 'red'],
    ],
  },
  {
    name: '暖栎 家用折叠电吹风', model: 'DF18-NL', brandKey: 'nuanli',
    keySpec: '1800 瓦 · 可折叠 · 冷热风',
    description: '手柄一折，抽屉和行李箱里都不占地方。按住冷风键吹三十秒，发型不容易塌。',
    sellingPoints: '手柄可折；一键冷风定型；后网可拆洗',
    parameters: '额定功率：1800 W；风速：18 m/s；噪音：78 dB(A)；温度档位：3 档；风速档位：2 档；外形尺寸(mm)：190×80×150（折叠后）；净重：0.48 kg',
    skus: [
      ['W', '瓷白', 99, 260, 'white'], ['L', '雾蓝', 99, 155, 'blue'],
      ['C', '奶油白', 99, 190, 'cream'], ['B', '夜黑', 99, 120, 'black'],
    ],
  },
])

export const personal = [...steamerProducts, ...hairDryerProducts]

import { productsOf } from './product.ts'
import type { Family } from './product.ts'

const kettle: Family = {
  categoryKey: 'kettle', pictureKind: 'kettle', warrantyMonths: 12, hasInstallation: false,
  parameters: '额定电压：220 V / 50 Hz；内胆材质：304 不锈钢；防干烧：有；水开断电：有',
}

const blender: Family = {
  categoryKey: 'blender', pictureKind: 'blender', warrantyMonths: 12, hasInstallation: false,
  parameters: '刀头材质：不锈钢；开盖断电：有；自清洗：有',
}

const coffee: Family = {
  categoryKey: 'coffee', pictureKind: 'coffee-machine', warrantyMonths: 24, hasInstallation: false,
  parameters: '额定电压：220 V / 50 Hz；水泵压力：15 bar；除垢提醒：有',
}

const kettleProducts = productsOf(kettle, [
  {
    name: '砚汀 1.7升双层防烫电水壶', model: 'SH17-YT', brandKey: 'yanting',
    keySpec: '1.7 升 · 1800 瓦 · 双层防烫',
    description: '内层整张不锈钢拉伸，没有焊缝；外层摸着不烫。壶口开得大，手伸得进去擦水垢。',
    sellingPoints: '无缝内胆；双层防烫；大壶口好擦',
    parameters: '容量：1.7 L；额定功率：1800 W；烧开时间：约 6 分钟（1.7 L）；外壳：双层防烫；外形尺寸(mm)：220×160×240；净重：1.0 kg；'
      + '电源线长度：0.8 m',
    skus: [
      ['W', '素白', 129, 300, 'white'], ['B', '墨黑', 129, 220, 'black'],
      ['M', '薄荷绿', 129, 130, 'mint'], ['R', '朱砂红', 129, 85, 'red'],
    ],
  },
  {
    name: '砚汀 1.5升恒温电水壶', model: 'SH15-YTH', brandKey: 'yanting',
    keySpec: '1.5 升 · 一度调温 · 恒温',
    description: '40 到 100 度一度一度调，绿茶 80、冲奶 45，停在那里保温。壶嘴细，手冲咖啡的水流也稳。',
    sellingPoints: '一度一度调温；保温 12 小时；细嘴稳流',
    parameters: '容量：1.5 L；额定功率：1500 W；烧开时间：约 7 分钟（1.5 L）；温度范围：40–100 ℃；保温：12 小时；'
      + '外形尺寸(mm)：250×165×230；净重：1.4 kg',
    skus: [['W', '素白', 269, 145, 'white'], ['G', '墨灰', 269, 108, 'graphite']],
  },
])

const blenderProducts = productsOf(blender, [
  {
    name: '禾檐 1.75升低音破壁料理机', model: 'PB175-HY', brandKey: 'heyan',
    keySpec: '1.75 升 · 隔音罩 · 可加热',
    description: '早上打豆浆不吵醒一家人，隔音罩加减振座，近处听约 62 分贝。豆浆、米糊、果汁、绞肉都有键，打完自己冲洗一遍。',
    sellingPoints: '隔音罩低音；冷热两用；自动清洗；12 小时预约',
    parameters: '容量：1.75 L（热饮 1.5 L）；电机功率：1000 W；加热功率：900 W；转速：28000 转/分；噪音：62 dB(A)；额定电压：220 V / 50 Hz；'
      + '杯体材质：高硼硅玻璃；外形尺寸(mm)：260×220×450；净重：6.3 kg',
    skus: [['W', '瓷白', 599, 115, 'white'], ['G', '深灰', 599, 86, 'graphite']],
  },
  {
    name: '砚汀 便携充电榨汁杯', model: 'ZB04-YT', brandKey: 'yanting',
    keySpec: '400 毫升 · 充电 · 380 克',
    description: '软水果切块加水，40 秒一杯，杯口直接喝。一次充满约打 15 杯，冰块和硬坚果请不要放。',
    sellingPoints: '40 秒一杯；一次充电约 15 杯；磁吸安全锁',
    parameters: '容量：400 mL；额定功率：90 W；转速：18000 转/分；电池容量：2000 mAh；充电接口：USB-C；充电时间：约 3 小时；'
      + '杯体材质：Tritan；外形尺寸(mm)：80×80×235；净重：0.38 kg',
    skus: [
      ['C', '奶油白', 99, 280, 'cream'], ['M', '薄荷绿', 99, 210, 'mint'],
      ['L', '雾蓝', 99, 165, 'blue'], ['R', '朱砂红', 99, 90, 'red'],
    ],
  },
])

const coffeeProducts = productsOf(coffee, [
  {
    name: '砚汀 半自动意式咖啡机', model: 'KF15-YT', brandKey: 'yanting',
    keySpec: '15 bar · 意式半自动 · 蒸汽奶泡',
    description: '粉碗、手柄和蒸汽棒的做法与店里一样，练几天就能拉花。压力表在正面，粉磨粗了磨细了一眼看出。',
    sellingPoints: '压力表可见；58 毫米手柄；蒸汽棒可转；预热 40 秒',
    parameters: '水箱容量：1.8 L；额定功率：1450 W；手柄直径：58 mm；加热方式：热块；出水温度：88–96 ℃；'
      + '外形尺寸(mm)：310×270×320；净重：6.2 kg；适用：咖啡粉',
    skus: [['S', '拉丝银', 1299, 66, 'silver'], ['C', '奶油白', 1299, 58, 'cream'], ['B', '墨黑', 1299, 43, 'black']],
  },
  {
    name: '砚汀 全自动现磨咖啡机', model: 'KF20-YTA', brandKey: 'yanting',
    keySpec: '现磨 · 一键拿铁 · 触摸屏',
    description: '放豆子、加水，按一下出拿铁。奶路用完自动冲洗，冲泡组件从侧面整块取出，清水冲就可以。',
    sellingPoints: '一键拿铁；冲泡组件可拆洗；研磨五档；咖啡浓淡记住你',
    parameters: '水箱容量：1.7 L；豆仓容量：250 g；额定功率：1550 W；研磨档位：5 档；饮品种类：9 种；废渣盒容量：10 杯；'
      + '外形尺寸(mm)：245×430×340；净重：9.4 kg',
    skus: [['B', '墨黑', 3299, 25, 'black'], ['W', '素白', 3299, 21, 'white'], ['G', '墨灰', 3399, 14, 'graphite']],
  },
])

export const drinks = [...kettleProducts, ...blenderProducts, ...coffeeProducts]

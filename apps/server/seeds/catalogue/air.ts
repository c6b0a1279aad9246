import { productsOf } from './product.ts'
import type { Family } from './product.ts'

const purifier: Family = {
  categoryKey: 'air-purifier', pictureKind: 'air-purifier', warrantyMonths: 24, hasInstallation: false,
  parameters: '额定电压：220 V / 50 Hz；控制方式：触摸与手机',
}

const humidifier: Family = {
  categoryKey: 'humidifier', pictureKind: 'humidifier', warrantyMonths: 12, hasInstallation: false,
  parameters: '额定电压：220 V / 50 Hz；缺水保护：有',
}

const fan: Family = {
  categoryKey: 'fan', pictureKind: 'fan', warrantyMonths: 24, hasInstallation: false,
  parameters: '电机：直流无刷；额定电压：220 V / 50 Hz；定时：1–12 小时',
}

const heater: Family = {
  categoryKey: 'heater', pictureKind: 'heater', warrantyMonths: 24, hasInstallation: false,
  parameters: '额定电压：220 V / 50 Hz；倾倒断电：有；过热保护：有',
}

const purifierProducts = productsOf(purifier, [
  {
    name: '籁庭 除醛空气净化器', model: 'KJ-LT', brandKey: 'laiting', options: '净化档位',
    keySpec: '500/800 方 · 甲醛数显',
    description: '新房入住前后用的净化器，滤芯里多加了一层改性活性炭。屏幕分开显示颗粒物和甲醛，数值降下来再搬也踏实。',
    sellingPoints: '颗粒物与甲醛分开数显；改性活性炭层；滤芯剩余按实际用量计算',
    parameters: '颗粒物洁净空气量：500 / 800 m³/h（按所选规格）；甲醛洁净空气量：260 / 420 m³/h；适用面积：35–60 / 56–96 m²；'
      + '噪音：33–62 dB(A)；额定功率：45 W / 68 W；净化能效等级：高效级；外形尺寸(mm)：300×300×620 / 360×360×740；'
      + '滤芯更换周期：约 12 个月',
    skus: [['500', '500方', 1599, 75, 'white'], ['800', '800方', 2499, 42, 'white']],
  },
  {
    name: '拂屿 宠物家庭吸毛空气净化器', model: 'KJ-FY420', brandKey: 'fuyu',
    keySpec: '420 方 · 吸浮毛 · 滤网可水洗',
    description: '底部一圈进风口离地 3 厘米，飘着的猫毛先被外层网拦住，一周揭下来冲一次。内层滤芯因此用得更久。',
    sellingPoints: '底部环形进风吸浮毛；外层网可水洗；防啃咬电源线',
    parameters: '颗粒物洁净空气量：420 m³/h；适用面积：30–50 m²；噪音：30–60 dB(A)；额定功率：40 W；净化能效等级：高效级；'
      + '外形尺寸(mm)：320×320×580；净重：6.2 kg；滤芯更换周期：约 10 个月',
    skus: [['W', '瓷白', 1099, 68, 'white'], ['G', '深灰', 1099, 53, 'graphite']],
  },
])

const humidifierProducts = productsOf(humidifier, [
  {
    name: '籁庭 无雾蒸发式加湿器', model: 'JS-LT5', brandKey: 'laiting',
    keySpec: '5 升 · 无雾蒸发 · 26 分贝',
    description: '风吹过湿帘自然蒸发，没有白雾，家具上不落白粉，自来水就能用。上加水，水箱开口放得进手，好刷。',
    sellingPoints: '无雾无白粉；自来水可用；低档 26 分贝；湿度恒定',
    parameters: '水箱容量：5 L；加湿量：400 mL/h；适用面积：20–40 m²；噪音：26–48 dB(A)；额定功率：12 W；加湿方式：蒸发式；'
      + '外形尺寸(mm)：250×250×390；净重：2.9 kg；湿帘更换周期：约 6 个月',
    skus: [['W', '素白', 699, 110, 'white'], ['C', '米杏', 699, 64, 'cream']],
  },
  {
    name: '暖栎 桌面冷雾小型加湿器', model: 'JS-NL2', brandKey: 'nuanli',
    keySpec: '2 升 · 上加水 · 卧室桌面',
    description: '两升水够用一整晚，夜灯可单独关。请使用纯净水或凉白开，硬水会在家具上留白粉。',
    sellingPoints: '一箱水约 12 小时；夜灯可单独关；水箱可拆开擦洗',
    parameters: '水箱容量：2 L；加湿量：160 mL/h；适用面积：8–15 m²；噪音：32 dB(A)；额定功率：20 W；加湿方式：超声波冷雾；'
      + '外形尺寸(mm)：165×165×260；净重：0.9 kg',
    skus: [['C', '奶油白', 129, 260, 'cream'], ['M', '薄荷绿', 129, 190, 'mint'], ['L', '雾蓝', 129, 84, 'blue']],
  },
])

const fanProducts = productsOf(fan, [
  {
    name: '籁庭 直流变频落地扇', model: 'FS-LT7', brandKey: 'laiting',
    keySpec: '七叶 · 直流变频 · 20 分贝',
    description: '七片扇叶把风切细，低档吹一夜不头疼。高度可拆成桌面款，冬天扇头罩和杆子一起收进盒里。',
    sellingPoints: '低档 20 分贝；落地桌面两用；扇罩一拧即下；断电记忆',
    parameters: '扇叶直径：350 mm；扇叶数量：7 片；风量：13 m³/min；送风距离：9 m；风速档位：12 档；噪音：20–55 dB(A)；'
      + '额定功率：26 W；外形尺寸(mm)：360×340×970；净重：4.4 kg',
    skus: [['W', '素白', 369, 210, 'white'], ['C', '米杏', 369, 130, 'cream'], ['G', '深灰', 369, 98, 'graphite']],
  },
  {
    name: '松屿 空气循环扇', model: 'FX-SY9', brandKey: 'songyu',
    keySpec: '立体摇头 · 9 叶 · 直流',
    description: '上下左右同时摇头，配合空调把冷气带到另一头的房间，空调可以少开两度。冬天对着屋顶吹，热气不浮在上面。',
    sellingPoints: '上下左右立体摇头；配合空调均匀室温；前网后网都能拆洗',
    parameters: '扇叶直径：230 mm；扇叶数量：9 片；风量：16 m³/min；送风距离：12 m；风速档位：8 档；噪音：24–57 dB(A)；'
      + '额定功率：32 W；外形尺寸(mm)：320×300×850；净重：4.0 kg',
    skus: [['W', '瓷白', 299, 240, 'white'], ['B', '夜黑', 299, 115, 'black'], ['M', '薄荷绿', 309, 58, 'mint']],
  },
])

const heaterProducts = productsOf(heater, [
  {
    name: '暖栎 电热油汀取暖器', model: 'NY-NL', brandKey: 'nuanli', options: '片数',
    keySpec: '11/13 片 · 无风扇声 · 可晾衣',
    description: '油汀升温慢一些，热起来均匀，没有风声也不耗氧，适合卧室整夜开。附晾衣架和加湿盒，表面温度有儿童锁限制。',
    sellingPoints: '无风静音；附晾衣架和加湿盒；儿童锁限温',
    parameters: '额定功率：2000 W / 2200 W（按所选规格）；适用面积：10–18 / 14–22 m²；功率档位：3 档；温控范围：10–30 ℃；'
      + '噪音：无风扇噪音；外形尺寸(mm)：500×250×640 / 580×250×640；净重：11.5 kg / 13.2 kg；电源线长度：1.8 m',
    skus: [['11', '11片', 399, 160, 'white'], ['13', '13片', 459, 120, 'white']],
  },
  {
    name: '暖栎 石墨烯踢脚线取暖器', model: 'NT-NL22', brandKey: 'nuanli',
    keySpec: '2200 瓦 · 90 秒升温 · 浴居两用',
    description: '贴墙放的长条取暖器，热气沿墙往上走，客厅里不占地方。IPX4 防溅，也能搬进有干湿分离的卫生间。',
    sellingPoints: '90 秒明显升温；IPX4 防溅；可折叠收纳',
    parameters: '额定功率：2200 W；适用面积：12–22 m²；功率档位：3 档；温控范围：16–28 ℃；噪音：25 dB(A)；'
      + '防水等级：IPX4；外形尺寸(mm)：1000×200×300；净重：5.1 kg；电源线长度：1.8 m',
    skus: [['W', '瓷白', 499, 88, 'white'], ['G', '深灰', 499, 71, 'graphite']],
  },
])

export const air = [...purifierProducts, ...humidifierProducts, ...fanProducts, ...heaterProducts]

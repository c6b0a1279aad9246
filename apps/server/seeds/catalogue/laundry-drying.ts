import { productsOf } from './product.ts'
import type { Family } from './product.ts'

const top: Family = {
  categoryKey: 'washer-top', pictureKind: 'washer-top', warrantyMonths: 36, hasInstallation: true,
  parameters: '额定电压：220 V / 50 Hz；进水压力：0.03–0.8 MPa',
}

const dryer: Family = {
  categoryKey: 'dryer', pictureKind: 'dryer', warrantyMonths: 36, hasInstallation: true,
  parameters: '烘干方式：热泵；制冷剂：R290；额定电压：220 V / 50 Hz',
}

const pair: Family = {
  categoryKey: 'washer-dryer-set', pictureKind: 'washer-dryer-set', warrantyMonths: 36, hasInstallation: true,
  parameters: '能效等级：洗衣机一级，烘干机一级；烘干方式：热泵；额定电压：220 V / 50 Hz',
}

const topProducts = productsOf(top, [
  {
    name: '白桁 波轮家用全自动洗衣机', model: 'XQB-BH26', brandKey: 'baiheng', options: '容量/颜色',
    keySpec: '8/10 公斤 · 全自动 · 二级能效',
    description: '开盖就放衣服，不用弯腰，洗到一半也能再添。内桶不锈钢，线屑网自己拆下冲一冲就行。',
    sellingPoints: '开盖添衣不弯腰；不锈钢内桶；十档水位',
    parameters: '能效等级：二级；洗涤容量：8 kg / 10 kg（按所选规格）；洗净比：0.82；脱水转速：750 转/分；'
      + '用水量：118 L / 140 L；洗涤噪音：56 dB(A)；外形尺寸(mm)：530×540×920 / 550×560×945；净重：30 kg / 33 kg',
    skus: [
      ['8W', '8公斤/云雾白', 899, 280, 'white'], ['8S', '8公斤/星霜银', 929, 150, 'silver'],
      ['10W', '10公斤/云雾白', 1099, 230, 'white'], ['10S', '10公斤/星霜银', 1129, 90, 'silver'],
    ],
  },
  {
    name: '霁原 10公斤直驱变频免拆洗波轮洗衣机', model: 'XQB100-JYD', brandKey: 'jiyuan',
    keySpec: '10 公斤 · 直驱 · 内外桶免拆洗',
    description: '内外桶之间有三股水流定期冲刷，夹层不容易积垢，不必请人拆桶清洗。直驱电机，夜里脱水楼下听不太到。',
    sellingPoints: '桶间水流自冲洗；直驱变频 45 分贝；羊毛程序可手洗标',
    parameters: '能效等级：一级；洗涤容量：10 kg；洗净比：0.90；脱水转速：850 转/分；耗电量：0.12 kWh；用水量：112 L；'
      + '洗涤噪音：45 dB(A)；外形尺寸(mm)：560×575×960；净重：40 kg',
    skus: [['W', '晴雪白', 1799, 72, 'white'], ['G', '远山灰', 1849, 51, 'graphite']],
  },
  {
    name: '朔岭 12公斤大容量波轮洗衣机', model: 'XQB120-SL', brandKey: 'shuoling',
    keySpec: '12 公斤 · 可洗羽绒被 · 二级能效',
    description: '桶口 430 毫米，冬天的厚被子、窗帘一次放得进去。电压低到 165 伏也能洗，洗完余水排净防冻。',
    sellingPoints: '430 毫米大桶口；165 V 可启动；余水排净防冻',
    parameters: '能效等级：二级；洗涤容量：12 kg；洗净比：0.83；脱水转速：700 转/分；用水量：165 L；'
      + '洗涤噪音：57 dB(A)；外形尺寸(mm)：590×610×990；净重：38 kg',
    skus: [['W', '瓷白', 1299, 104, 'white'], ['S', '钛银', 1329, 68, 'silver']],
  },
  {
    name: '沐川 3公斤迷你高温母婴波轮洗衣机', model: 'XQB30-MCB', brandKey: 'muchuan',
    keySpec: '3 公斤 · 90 ℃ 煮洗 · 母婴',
    description: '单独洗宝宝衣服和内衣的小机器，可加热到 90 度。40 厘米见方，放在洗手台旁边，接水龙头就能用。',
    sellingPoints: '90 度高温洗；40 厘米见方；洗完十分钟未取会提醒',
    parameters: '能效等级：二级；洗涤容量：3 kg；洗净比：0.80；脱水转速：750 转/分；加热功率：500 W；用水量：45 L；'
      + '洗涤噪音：50 dB(A)；外形尺寸(mm)：400×400×680；净重：18 kg',
    skus: [['W', '瓷白', 999, 63, 'white'], ['M', '薄荷绿', 999, 48, 'mint'], ['C', '奶油白', 999, 31, 'cream']],
  },
])

const dryerProducts = productsOf(dryer, [
  {
    name: '霁原 10公斤热泵烘干机', model: 'GDNE10-JY', brandKey: 'jiyuan',
    keySpec: '10 公斤 · 热泵 · 一级能效',
    description: '热泵低温烘，羊毛和羽绒按各自曲线走，烘完是蓬的。两层毛絮过滤在正面抽出，冲一下就好。',
    sellingPoints: '低温热泵不伤衣；正面抽取毛絮过滤；可与同系列洗衣机叠放',
    parameters: '能效等级：一级；烘干容量：10 kg；耗电量：1.48 kWh（10 kg 标准程序）；单位功耗：0.148 kWh/kg；'
      + '噪音：62 dB(A)；冷凝率：92%；外形尺寸(mm)：598×620×850；净重：54 kg',
    skus: [['W', '晴雪白', 3999, 55, 'white'], ['G', '远山灰', 4099, 43, 'graphite']],
  },
  {
    name: '白桁 9公斤热泵干衣机', model: 'GDNE90-BH', brandKey: 'baiheng',
    keySpec: '9 公斤 · 热泵 · 一级能效',
    description: '把热泵烘干做到三千元以内。程序十二个，湿度传感到干即停，不会越烘越费电。',
    sellingPoints: '到干即停；免排管，插电就用；滚筒内照明',
    parameters: '能效等级：一级；烘干容量：9 kg；耗电量：1.42 kWh（9 kg 标准程序）；单位功耗：0.158 kWh/kg；'
      + '噪音：65 dB(A)；冷凝率：88%；外形尺寸(mm)：595×600×850；净重：49 kg',
    skus: [['W', '云雾白', 2599, 92, 'white'], ['G', '石墨灰', 2699, 58, 'graphite']],
  },
  {
    name: '岚舍 10公斤双向热泵平嵌烘干机', model: 'GDNE10-LSP', brandKey: 'lanshe',
    keySpec: '10 公斤 · 正反双转 · 平嵌',
    description: '内筒正反都带风，床单被罩不容易拧成一团，烘得匀。底部前进后出散热，嵌入柜子不用预留侧缝。',
    sellingPoints: '正反转都带风，床单不打结；底部散热可平嵌；双重滤网水洗',
    parameters: '能效等级：一级；烘干容量：10 kg；耗电量：1.36 kWh（10 kg 标准程序）；单位功耗：0.136 kWh/kg；'
      + '噪音：60 dB(A)；冷凝率：93%；外形尺寸(mm)：598×596×850；净重：58 kg',
    skus: [['W', '雪岩白', 5499, 19, 'white'], ['G', '墨岩灰', 5499, 25, 'graphite']],
  },
])

const pairProducts = productsOf(pair, [
  {
    name: '霁原 10公斤洗衣机与10公斤热泵烘干机套装', model: 'JY-TZ1010', brandKey: 'jiyuan',
    keySpec: '洗 10 + 烘 10 公斤 · 联动 · 叠放架',
    description: '洗衣机把衣量和材质告诉烘干机，烘干程序自动选好。含叠放连接架，占一台洗衣机的地方。',
    sellingPoints: '洗烘联动；含叠放连接架；一次上门两台装好；直驱电机',
    parameters: '洗涤容量：10 kg；烘干容量：10 kg；洗净比：1.10；脱水转速：1400 转/分；单位烘干功耗：0.148 kWh/kg；'
      + '叠放高度：1705 mm；单台外形尺寸(mm)：598×620×850；总净重：126 kg',
    skus: [['W', '晴雪白', 6999, 34, 'white'], ['G', '远山灰', 7199, 28, 'graphite']],
  },
  {
    name: '岚舍 平嵌洗烘套装（12公斤洗+10公斤烘）', model: 'LS-TZ1210', brandKey: 'lanshe',
    keySpec: '洗 12 + 烘 10 公斤 · 平嵌',
    description: '两台同宽同深，并排或叠放都与柜门齐平。烘干机控制面板可以移到下面，叠放时不用踮脚。',
    sellingPoints: '同宽同深平嵌；叠放时面板下移；智能投放；烘完自动翻抖防皱',
    parameters: '洗涤容量：12 kg；烘干容量：10 kg；洗净比：1.12；脱水转速：1200 转/分；单位烘干功耗：0.136 kWh/kg；'
      + '叠放高度：1710 mm；单台外形尺寸(mm)：598×596×850；总净重：134 kg',
    skus: [['W', '雪岩白', 10999, 8, 'white'], ['G', '墨岩灰', 10999, 11, 'graphite'], ['C', '浅香金', 11499, 1, 'champagne']],
  },
])

export const laundryDrying = [...topProducts, ...dryerProducts, ...pairProducts]

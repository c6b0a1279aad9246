import { productsOf } from './product.ts'
import type { Family } from './product.ts'

const rice: Family = {
  categoryKey: 'rice-cooker', pictureKind: 'rice-cooker', warrantyMonths: 12, hasInstallation: false,
  parameters: '额定电压：220 V / 50 Hz；预约：24 小时；保温：12 小时',
}

const pressure: Family = {
  categoryKey: 'pressure-cooker', pictureKind: 'pressure-cooker', warrantyMonths: 12, hasInstallation: false,
  parameters: '额定电压：220 V / 50 Hz；预约：24 小时；开盖保护：有压不可开盖',
}

const fryer: Family = {
  categoryKey: 'air-fryer', pictureKind: 'air-fryer', warrantyMonths: 12, hasInstallation: false,
  parameters: '额定电压：220 V / 50 Hz；温度范围：40–200 ℃；开盖断电：有',
}

const microwave: Family = {
  categoryKey: 'microwave', pictureKind: 'microwave', warrantyMonths: 12, hasInstallation: false,
  parameters: '额定电压：220 V / 50 Hz；童锁：有；微波频率：2450 MHz',
}

const riceProducts = productsOf(rice, [
  {
    name: '云甑 4升IH球釜电饭煲', model: 'FB40-YZ', brandKey: 'yunzeng',
    keySpec: '4 升 · IH 加热 · 球形内胆',
    description: '电磁线圈从底到腰包住内胆，米粒在球形锅里翻滚，上层和下层一样软硬。五种口感可选，配东北米、丝苗米各有曲线。',
    sellingPoints: 'IH 电磁加热；球形厚釜；口感五选；内盖可拆洗',
    parameters: '能效等级：一级；容量：4 L；额定功率：1250 W；加热方式：IH；内胆厚度：2.5 mm；适用人数：3–6 人；'
      + '外形尺寸(mm)：370×270×230；净重：5.2 kg；内胆涂层：不粘涂层',
    skus: [['C', '陶土米', 699, 130, 'cream'], ['W', '素白', 699, 175, 'white'], ['G', '深灰', 729, 62, 'graphite']],
  },
  {
    name: '云甑 1.6升迷你电饭煲', model: 'FB16-YZ', brandKey: 'yunzeng',
    keySpec: '1.6 升 · 一到两人 · 半杯起煮',
    description: '一个人煮半杯米也不糊底。蒸格放上面，饭好菜也好，内胆直接当碗洗。',
    sellingPoints: '半杯米也能煮；饭菜同蒸；把手可收',
    parameters: '能效等级：二级；容量：1.6 L；额定功率：350 W；加热方式：底盘加热；内胆厚度：1.8 mm；适用人数：1–2 人；'
      + '外形尺寸(mm)：230×190×200；净重：1.9 kg',
    skus: [
      ['C', '奶油白', 199, 240, 'cream'], ['M', '薄荷绿', 199, 160, 'mint'],
      ['L', '雾蓝', 199, 115, 'blue'], ['R', '砖红', 199, 0, 'red'],
    ],
  },
  {
    name: '禾檐 大字面板家用电饭煲', model: 'FB-HY', brandKey: 'heyan', options: '容量',
    keySpec: '3–5 升 · 大字面板 · 立体加热',
    description: '按键上的字有指甲盖大，精煮、快煮、粥、汤四个键，爸妈一看就会。盖子一按自动弹开。',
    sellingPoints: '大字四键；底盘与锅盖双面加热；快煮 25 分钟',
    parameters: '能效等级：二级；容量：3 L / 4 L / 5 L（按所选规格）；额定功率：600 W / 770 W / 860 W；加热方式：底盘与上盖；'
      + '内胆厚度：2.0 mm；适用人数：2–4 / 3–6 / 5–8 人；外形尺寸(mm)：310×250×225 / 340×265×235 / 365×285×245；净重：3.0 / 3.4 / 3.9 kg',
    skus: [['30', '3升', 249, 200, 'white'], ['40', '4升', 289, 260, 'white'], ['50', '5升', 329, 130, 'white']],
  },
])

const pressureProducts = productsOf(pressure, [
  {
    name: '云甑 双胆智能电压力锅', model: 'YL-YZ', brandKey: 'yunzeng', options: '容量',
    keySpec: '5/6 升 · 一锅双胆 · 70 kPa',
    description: '一只不粘胆煮饭，一只不锈钢胆炖肉，味道分开。排气用按键，人站远一点按，蒸汽从后面走。',
    sellingPoints: '饭、肉双胆分开；按键排气；收汁可开盖',
    parameters: '能效等级：一级；容量：5 L / 6 L（按所选规格）；额定功率：900 W / 1000 W；工作压力：70 kPa；内胆：不粘胆与 304 不锈钢胆；'
      + '适用人数：3–6 / 5–8 人；外形尺寸(mm)：330×310×320 / 340×320×345；净重：5.8 / 6.4 kg',
    skus: [['50', '5升', 399, 170, 'silver'], ['60', '6升', 459, 125, 'silver']],
  },
  {
    name: '禾檐 5升全自动排气电压力锅', model: 'YL50-HY', brandKey: 'heyan',
    keySpec: '5 升 · 自动排气 · 九道菜单',
    description: '煮完自己慢慢排气，粥和豆汤不会喷出来。密封圈、浮子阀都有配件可买，坏了不用换整锅。',
    sellingPoints: '自动分段排气；易损件长期有售；内盖一拔可洗',
    parameters: '能效等级：二级；容量：5 L；额定功率：900 W；工作压力：60 kPa；内胆：不粘胆；适用人数：3–6 人；'
      + '外形尺寸(mm)：325×305×310；净重：4.6 kg',
    skus: [['B', '夜黑', 269, 140, 'black'], ['C', '奶油白', 279, 96, 'cream'], ['R', '砖红', 279, 33, 'red']],
  },
])

const fryerProducts = productsOf(fryer, [
  {
    name: '禾檐 5升空气炸锅', model: 'KZ50-HY', brandKey: 'heyan',
    keySpec: '5 升 · 1500 瓦 · 旋钮',
    description: '两个旋钮，一个温度一个时间，薯条 18 分钟，鸡翅 20 分钟，面板上都印着。炸篮带提手，油网能放进水槽泡。',
    sellingPoints: '菜名时间印在面板；炸篮可水洗；到时响铃断电',
    parameters: '容量：5 L；额定功率：1500 W；定时：1–60 分钟；控制方式：旋钮；炸篮材质：不粘涂层；外形尺寸(mm)：320×270×300；净重：3.9 kg',
    skus: [['C', '奶油白', 229, 230, 'cream'], ['B', '夜黑', 229, 185, 'black'], ['M', '薄荷绿', 239, 74, 'mint']],
  },
  {
    name: '白桁 6.5升可视窗空气炸锅', model: 'KZ65-BH', brandKey: 'baiheng',
    keySpec: '6.5 升 · 可视窗 · 免翻面',
    description: '前面开了双层玻璃窗，灯一亮看得见火候。底部也有热风道，整条鱼不用中途翻面。',
    sellingPoints: '双层玻璃可视窗；上下热风免翻面；半只鸡放得下',
    parameters: '容量：6.5 L；额定功率：1700 W；定时：1–90 分钟；控制方式：触摸；炸篮材质：不粘涂层；外形尺寸(mm)：375×300×330；净重：5.1 kg',
    skus: [['W', '云雾白', 349, 150, 'white'], ['G', '石墨灰', 349, 118, 'graphite']],
  },
])

const microwaveProducts = productsOf(microwave, [
  {
    name: '白桁 20升旋钮转盘微波炉', model: 'G70-BH20', brandKey: 'baiheng',
    keySpec: '20 升 · 700 瓦 · 两个旋钮',
    description: '一个旋钮选火力，一个定时间，热饭热奶够用。门内壁贴了加热时间表，不用记。',
    sellingPoints: '两旋钮操作；内壁时间表；转盘可取下洗',
    parameters: '容积：20 L；微波输出功率：700 W；额定功率：1150 W；火力档位：6 档；定时：1–35 分钟；加热方式：转盘；'
      + '外形尺寸(mm)：440×360×260；净重：10.5 kg',
    skus: [['W', '云雾白', 329, 210, 'white'], ['B', '夜黑', 329, 160, 'black'], ['C', '奶油白', 349, 78, 'cream']],
  },
  {
    name: '禾檐 23升变频平板微波炉', model: 'G90-HY23', brandKey: 'heyan',
    keySpec: '23 升 · 变频 · 平板免转盘',
    description: '没有转盘，长方形的盘子也放得进去，内腔一抹就净。变频连续小火，解冻肉不会外熟里生。',
    sellingPoints: '平板内腔；变频均匀解冻；按重量自动算时间',
    parameters: '容积：23 L；微波输出功率：900 W；额定功率：1350 W；火力档位：10 档；定时：1–99 分钟；加热方式：平板；'
      + '外形尺寸(mm)：485×385×290；净重：12 kg',
    skus: [['W', '瓷白', 699, 92, 'white'], ['G', '深灰', 699, 67, 'graphite']],
  },
])

export const kitchenSmall = [...riceProducts, ...pressureProducts, ...fryerProducts, ...microwaveProducts]

import { productsOf } from './product.ts'
import type { Family } from './product.ts'

const oven: Family = {
  categoryKey: 'oven', pictureKind: 'oven-built-in', warrantyMonths: 36, hasInstallation: true,
  parameters: '额定电压：220 V / 50 Hz；门体：三层隔热玻璃；内胆：搪瓷',
}

const steamOven: Family = {
  categoryKey: 'steam-oven', pictureKind: 'steam-oven', warrantyMonths: 36, hasInstallation: true,
  parameters: '额定电压：220 V / 50 Hz；内胆：304 不锈钢；门体：双层隔热玻璃',
}

const dishwasher: Family = {
  categoryKey: 'dishwasher', pictureKind: 'dishwasher', warrantyMonths: 36, hasInstallation: true,
  parameters: '额定电压：220 V / 50 Hz；内胆：304 不锈钢；进水压力：0.04–1.0 MPa',
}

const sterilizer: Family = {
  categoryKey: 'sterilizer', pictureKind: 'sterilizer-cabinet', warrantyMonths: 24, hasInstallation: true,
  parameters: '额定电压：220 V / 50 Hz；内胆：304 不锈钢；童锁：有',
}

const ovenProducts = productsOf(oven, [
  {
    name: '炽禾 60升嵌入式热风电烤箱', model: 'KQD60-CH', brandKey: 'chihe',
    keySpec: '60 升 · 热风循环 · 30–250 ℃',
    description: '背部热风加上下独立控温，两层饼干同时烤，颜色差不多深。门把手下沉，锅铲在手时手肘一压就开。',
    sellingPoints: '上下独立控温；热风循环两层同烤；30 度起可发酵；阻尼门',
    parameters: '能效等级：A 级；容积：60 L；额定功率：2800 W；温度范围：30–250 ℃；烘烤模式：10 种；'
      + '外形尺寸(mm)：595×560×595；嵌入尺寸(mm)：560×560×590；净重：33 kg',
    skus: [['B', '夜黑', 2599, 31, 'black'], ['G', '深灰', 2699, 24, 'graphite']],
  },
  {
    name: '禾檐 50升嵌入式家用电烤箱', model: 'KQD50-HY', brandKey: 'heyan',
    keySpec: '50 升 · 旋钮 · 大字面板',
    description: '三个旋钮管温度、时间和模式，不用翻菜单。随机附一本二十道家常烤菜的小册子，照着放盐就行。',
    sellingPoints: '三旋钮操作；附家常烤菜册；炉灯常亮看得清',
    parameters: '能效等级：A 级；容积：50 L；额定功率：2300 W；温度范围：50–250 ℃；烘烤模式：6 种；'
      + '外形尺寸(mm)：595×530×455；嵌入尺寸(mm)：560×550×450；净重：27 kg',
    skus: [['B', '夜黑', 1499, 56, 'black'], ['W', '瓷白', 1599, 30, 'white']],
  },
])

const steamProducts = productsOf(steamOven, [
  {
    name: '炽禾 55升嵌入式蒸烤一体机', model: 'SCD55-CH', brandKey: 'chihe',
    keySpec: '55 升 · 蒸烤一体 · 双热风',
    description: '先蒸后烤一次走完，排骨蒸透再上色，里嫩外焦。蒸完自动把积水抽回废水盒，不用拿抹布吸底。',
    sellingPoints: '先蒸后烤一次完成；积水自动抽回；除垢提醒；食谱 60 道',
    parameters: '能效等级：一级（蒸）；容积：55 L；额定功率：3000 W；蒸汽温度：35–120 ℃；烘烤温度：40–230 ℃；水箱容量：1.3 L；'
      + '外形尺寸(mm)：595×545×455；嵌入尺寸(mm)：560×560×450；净重：35 kg',
    skus: [['B', '夜黑', 4599, 26, 'black'], ['G', '深灰', 4699, 29, 'graphite']],
  },
  {
    name: '云甑 42升台式蒸烤炸一体机', model: 'SCT42-YZ', brandKey: 'yunzeng', warrantyMonths: 24, hasInstallation: false,
    keySpec: '42 升 · 台式 · 蒸烤炸',
    description: '不用开柜，放台面就能用。蒸鱼八分钟，鸡翅空气炸不用油，内胆转角圆弧，湿布一圈擦净。',
    sellingPoints: '台式免安装；蒸、烤、炸、炖四用；圆弧内胆好擦',
    parameters: '容积：42 L；额定功率：2200 W；蒸汽温度：40–110 ℃；烘烤温度：50–230 ℃；水箱容量：1.1 L；预置菜单：48 道；'
      + '外形尺寸(mm)：520×480×400；净重：17 kg',
    skus: [['W', '素白', 1999, 67, 'white'], ['C', '陶土米', 1999, 43, 'cream']],
  },
])

const dishwasherProducts = productsOf(dishwasher, [
  {
    name: '炽禾 15套嵌入式热风烘干洗碗机', model: 'WQP15-CH', brandKey: 'chihe',
    keySpec: '15 套 · 热风烘干 · 一级水效',
    description: '按中式餐具排的碗架，炒锅、汤盆、筷子都有位置。洗完热风烘干并换气存放，第二天取出来是干的。',
    sellingPoints: '中式碗架放得下炒锅；热风烘干；72 小时换气存放；三层喷淋',
    parameters: '能效等级：一级；水效等级：一级；容量：15 套；额定功率：1900 W；用水量：10.2 L；耗电量：0.80 kWh；噪音：44 dB(A)；'
      + '外形尺寸(mm)：598×560×820；净重：47 kg',
    skus: [['B', '夜黑', 4299, 44, 'black'], ['G', '深灰', 4399, 37, 'graphite']],
  },
  {
    name: '霁原 16套分区洗开门烘干洗碗机', model: 'WQP16-JY', brandKey: 'jiyuan',
    keySpec: '16 套 · 分区洗 · 42 分贝',
    description: '上下两层可以只洗一层，早餐几只碗不用等到晚上。洗完自动弹开一条缝，余温把水汽带走。',
    sellingPoints: '上下分区洗；自动开门烘干；42 分贝；软水盐提醒',
    parameters: '能效等级：一级；水效等级：一级；容量：16 套；额定功率：1850 W；用水量：9.8 L；耗电量：0.78 kWh；噪音：42 dB(A)；'
      + '外形尺寸(mm)：598×580×815；净重：49 kg',
    skus: [['W', '晴雪白', 4999, 22, 'white'], ['G', '远山灰', 4999, 28, 'graphite']],
  },
  {
    name: '禾檐 6套台式免安装洗碗机', model: 'WQT6-HY', brandKey: 'heyan', warrantyMonths: 24, hasInstallation: false,
    keySpec: '6 套 · 台式 · 免接水',
    description: '倒进一壶水就能洗，不接水管，租房也用得上。两三个人一顿饭的碗盘正好一次，也能用来烘干奶瓶。',
    sellingPoints: '加水即洗，不接水管；热风烘干；可烘奶瓶；果蔬冲洗',
    parameters: '能效等级：二级；水效等级：二级；容量：6 套；额定功率：1000 W；用水量：6 L；耗电量：0.61 kWh；噪音：52 dB(A)；'
      + '外形尺寸(mm)：445×430×470；净重：16 kg',
    skus: [['W', '瓷白', 1399, 83, 'white'], ['C', '奶油白', 1399, 61, 'cream'], ['M', '薄荷绿', 1449, 27, 'mint']],
  },
])

const sterilizerProducts = productsOf(sterilizer, [
  {
    name: '炽禾 110升嵌入式高温消毒柜', model: 'ZTD110-CH', brandKey: 'chihe',
    keySpec: '110 升 · 二星级 · 125 ℃',
    description: '上层低温烘奶瓶和塑料，下层 125 度消毒瓷碗，互不影响。拉出来是抽屉，碗盘竖放沥水快。',
    sellingPoints: '上下分层不同温；三层抽屉；到温自动停',
    parameters: '消毒等级：二星级；容积：110 L；额定功率：600 W；消毒温度：125 ℃；消毒周期：约 60 分钟；'
      + '外形尺寸(mm)：595×420×635；嵌入尺寸(mm)：560×450×630；净重：24 kg',
    skus: [['B', '夜黑', 1399, 50, 'black'], ['S', '拉丝银', 1399, 35, 'silver']],
  },
  {
    name: '云甑 80升立式消毒碗柜', model: 'ZTP80-YZ', brandKey: 'yunzeng', hasInstallation: false,
    keySpec: '80 升 · 立式 · 双门',
    description: '放在餐边或厨房一角，双门分开开，上面烘干，下面高温。柜脚离地 8 厘米，拖把伸得进去。',
    sellingPoints: '双门独立；免安装立式；筷子勺子有专用格',
    parameters: '消毒等级：一星级；容积：80 L；额定功率：700 W；消毒温度：120 ℃；消毒周期：约 50 分钟；'
      + '外形尺寸(mm)：420×380×880；噪音：无风扇噪音；净重：17 kg',
    skus: [['W', '素白', 699, 72, 'white'], ['C', '浅香金', 749, 39, 'champagne']],
  },
])

export const kitchenBuiltIn = [...ovenProducts, ...steamProducts, ...dishwasherProducts, ...sterilizerProducts]

import { productsOf } from './product.ts'
import type { Family } from './product.ts'

const electric: Family = {
  categoryKey: 'heater-electric', pictureKind: 'water-heater-electric', warrantyMonths: 72, hasInstallation: true,
  parameters: '额定电压：220 V / 50 Hz；额定压力：0.8 MPa；防水等级：IPX4',
}

const gas: Family = {
  categoryKey: 'heater-gas', pictureKind: 'water-heater-gas', warrantyMonths: 72, hasInstallation: true,
  parameters: '排气方式：强制给排气；点火方式：自动脉冲；额定电压：220 V / 50 Hz；适用水压：0.02–0.8 MPa',
}

const purifier: Family = {
  categoryKey: 'purifier', pictureKind: 'water-purifier', warrantyMonths: 36, hasInstallation: true,
  parameters: '过滤方式：反渗透；适用水源：市政自来水；进水压力：0.1–0.4 MPa；额定电压：220 V / 50 Hz',
}

const dispenser: Family = {
  categoryKey: 'dispenser', pictureKind: 'water-dispenser', warrantyMonths: 12, hasInstallation: false,
  parameters: '额定电压：220 V / 50 Hz；童锁：有；防干烧：有',
}

const electricProducts = productsOf(electric, [
  {
    name: '沐川 一级能效双管速热电热水器', model: 'F-MC33', brandKey: 'muchuan', options: '容量/颜色',
    keySpec: '60/80 升 · 3300 瓦 · 一级能效',
    description: '两根加热管分上下，洗个澡只热上半胆，十几分钟就能用；全家洗再热整胆。镁棒损耗在面板上有提示，到期前 30 天提醒更换。',
    sellingPoints: '3300 瓦双管速热；半胆全胆随选；镁棒到期提醒；防电墙加漏电保护',
    parameters: '能效等级：一级；容量：60 L / 80 L（按所选规格）；额定功率：3300 W；24 小时固有能耗系数：0.55；'
      + '热水输出率：75%；温度范围：30–75 ℃；外形尺寸(mm)：770×470×490 / 960×470×490；净重：24 kg / 29 kg',
    skus: [
      ['60W', '60升/瓷白', 1599, 135, 'white'], ['60S', '60升/月银', 1699, 70, 'silver'],
      ['80W', '80升/瓷白', 1899, 98, 'white'], ['80S', '80升/月银', 1999, 52, 'silver'],
    ],
  },
  {
    name: '暖栎 家用储水式电热水器', model: 'F-NL20', brandKey: 'nuanli', options: '容量', warrantyMonths: 60,
    keySpec: '50–80 升 · 2000 瓦 · 二级能效',
    description: '旋钮调温，一眼看清水温，停电来电后按原来的设定继续。一到两人选 50 升，三口之家选 60 升，习惯盆浴选 80 升。',
    sellingPoints: '旋钮调温不用学；来电续热；金刚搪瓷内胆',
    parameters: '能效等级：二级；容量：50 L / 60 L / 80 L（按所选规格）；额定功率：2000 W；24 小时固有能耗系数：0.68；'
      + '热水输出率：65%；温度范围：30–75 ℃；外形尺寸(mm)：700×420×440 / 790×420×440 / 980×420×440；净重：18 / 20 / 25 kg',
    skus: [['50', '50升', 799, 180, 'white'], ['60', '60升', 899, 230, 'white'], ['80', '80升', 1099, 95, 'white']],
  },
  {
    name: '沐川 扁桶双胆超薄电热水器', model: 'F-MCB', brandKey: 'muchuan', options: '容量',
    keySpec: '60/80 升 · 厚 29 厘米 · 一级能效',
    description: '两只小胆并排，机身厚 29 厘米，横挂竖挂都行，卫生间吊顶低也装得下。双胆依次出水，后半程水温不容易掉。',
    sellingPoints: '29 厘米超薄；横竖两装；双胆出水稳；手机预约',
    parameters: '能效等级：一级；容量：60 L / 80 L（按所选规格）；额定功率：3000 W；24 小时固有能耗系数：0.58；'
      + '热水输出率：90%；温度范围：30–75 ℃；外形尺寸(mm)：900×510×290 / 1150×510×290；净重：26 kg / 33 kg',
    skus: [['60', '60升', 2199, 60, 'white'], ['80', '80升', 2599, 41, 'white']],
  },
])

const gasProducts = productsOf(gas, [
  {
    name: '沐川 零冷水恒温燃气热水器', model: 'JSQ-MC0', brandKey: 'muchuan', options: '升数/气源',
    keySpec: '13/16 升 · 零冷水 · 一级能效',
    description: '内置循环泵，把管里的凉水先抽回来加热，龙头一开就是热的。没有回水管的老房子用配件把冷水管当回水管，安装前师傅会先看管路。',
    sellingPoints: '开龙头即热；出水温差 1 度以内；冷凝换热省气；一氧化碳报警',
    parameters: '能效等级：一级；产热水能力：13 / 16 L/min（按所选规格）；额定热负荷：26 / 32 kW；热效率：103%；噪音：42 dB(A)；'
      + '温度范围：35–65 ℃；外形尺寸(mm)：350×185×560 / 390×200×620；适用气源：天然气 12T / 液化气 20Y（按所选规格）',
    skus: [
      ['13T', '13升/天然气', 3299, 55, 'graphite'], ['13Y', '13升/液化气', 3299, 18, 'graphite'],
      ['16T', '16升/天然气', 3799, 90, 'graphite'], ['16Y', '16升/液化气', 3799, 24, 'graphite'],
    ],
  },
  {
    name: '炽禾 16升水伺服恒温燃气热水器', model: 'JSQ30-CH16', brandKey: 'chihe', options: '气源',
    keySpec: '16 升 · 水伺服恒温 · 二级能效',
    description: '厨房和浴室同时用水时，水量阀自动补上，水温波动小。低水压也能点火，高楼层适用。',
    sellingPoints: '水伺服恒温；0.02 兆帕低压可点火；全铜水箱',
    parameters: '能效等级：二级；产热水能力：16 L/min；额定热负荷：30 kW；热效率：89%；噪音：46 dB(A)；温度范围：35–65 ℃；'
      + '外形尺寸(mm)：370×150×600；适用气源：天然气 12T / 液化气 20Y（按所选规格）',
    skus: [['T', '天然气', 1999, 102, 'silver'], ['Y', '液化气', 1999, 30, 'silver']],
  },
  {
    name: '沐川 12升恒温燃气热水器', model: 'JSQ24-MC12', brandKey: 'muchuan', options: '气源',
    keySpec: '12 升 · 恒温 · 二级能效',
    description: '一厨一卫的基本款，水温一度一度调，屏幕在冲水时也看得清。带防冻排水阀，冬天外出前拧一下就好。',
    sellingPoints: '一度一度调温；防冻排水阀；意外熄火自动关气',
    parameters: '能效等级：二级；产热水能力：12 L/min；额定热负荷：24 kW；热效率：88%；噪音：48 dB(A)；温度范围：35–60 ℃；'
      + '外形尺寸(mm)：330×140×550；适用气源：天然气 12T / 液化气 20Y（按所选规格）',
    skus: [['T', '天然气', 1199, 140, 'white'], ['Y', '液化气', 1199, 46, 'white']],
  },
])

const purifierProducts = productsOf(purifier, [
  {
    name: '澄汀 800G厨下反渗透净水器', model: 'CT-RO800', brandKey: 'chengting',
    keySpec: '800G · 2.1 升/分 · 一级水效',
    description: '接一杯水约 8 秒，不用储水桶。龙头灯变红表示滤芯剩不到一成，按住转半圈就能换，水不会漏出来。',
    sellingPoints: '一杯水约 8 秒；滤芯转半圈自己换；首杯水先冲走不进杯',
    parameters: '水效等级：一级；净水流量：2.1 L/min；额定总净水量：4000 L；净水产水率：65%；额定功率：90 W；'
      + '滤芯寿命：复合芯 12 个月，反渗透芯 36 个月；外形尺寸(mm)：420×135×400；净重：9.6 kg',
    skus: [['W', '瓷白', 2199, 78, 'white'], ['G', '深灰', 2199, 65, 'graphite']],
  },
  {
    name: '澄汀 1200G矿物质双出水净水器', model: 'CT-RO1200', brandKey: 'chengting',
    keySpec: '1200G · 3.1 升/分 · 双出水',
    description: '龙头左拧出直饮水，右拧出洗菜用的净化水，滤芯分开算，不浪费直饮芯。直饮水经过矿物质芯，口感比纯水柔和。',
    sellingPoints: '直饮与净化双出水；一杯水约 5 秒；漏水自动关阀',
    parameters: '水效等级：一级；净水流量：3.1 L/min；额定总净水量：6000 L；净水产水率：70%；额定功率：120 W；'
      + '滤芯寿命：复合芯 18 个月，反渗透芯 60 个月；外形尺寸(mm)：440×150×430；净重：12 kg',
    skus: [['W', '瓷白', 3299, 34, 'white'], ['G', '深灰', 3299, 29, 'graphite']],
  },
  {
    name: '沐川 600G厨下直饮净水器', model: 'MC-RO600', brandKey: 'muchuan',
    keySpec: '600G · 1.6 升/分 · 二级水效',
    description: '三口之家日常饮水够用，机身窄，小水槽柜也能侧放。滤芯通用三年不换代，官方店长期有货。',
    sellingPoints: '13 厘米窄机身；滤芯通用易买；一键冲洗',
    parameters: '水效等级：二级；净水流量：1.6 L/min；额定总净水量：3000 L；净水产水率：60%；额定功率：75 W；'
      + '滤芯寿命：复合芯 12 个月，反渗透芯 24 个月；外形尺寸(mm)：400×130×390；净重：8.4 kg',
    skus: [['W', '瓷白', 1299, 115, 'white'], ['S', '月银', 1349, 60, 'silver']],
  },
])

const dispenserProducts = productsOf(dispenser, [
  {
    name: '澄汀 台式即热饮水机', model: 'CT-JR3', brandKey: 'chengting',
    keySpec: '3 秒即热 · 六档水温 · 免安装',
    description: '水箱取下接水，插电就用，三秒出热水，不反复烧开。六档水温对应泡奶、泡茶和泡面，出水量也能定。',
    sellingPoints: '三秒出热水；六档水温；水箱上掀加水；双童锁',
    parameters: '额定功率：2200 W；水箱容量：3 L；水温档位：常温 / 45 / 55 / 75 / 85 / 95 ℃；出水量：150 / 300 / 500 mL；'
      + '外形尺寸(mm)：310×170×300；净重：2.8 kg；水箱材质：Tritan',
    skus: [['W', '瓷白', 399, 170, 'white'], ['G', '深灰', 399, 98, 'graphite'], ['M', '薄荷绿', 419, 44, 'mint']],
  },
  {
    name: '澄汀 下置水桶立式饮水机', model: 'CT-LX7', brandKey: 'chengting', options: '功能',
    keySpec: '下置桶 · 温热/冰温热 · 防溢',
    description: '水桶放在下面柜子里，换水不用举过腰。出水口高度适合保温杯，接水盘抽出来就能倒。',
    sellingPoints: '换桶不弯腰不举高；不锈钢热胆；夜间柔光照明',
    parameters: '制热功率：1500 W；制热水能力：9 L/h（≥90 ℃）；制冷方式：压缩机（冰温热款）；制冷水能力：2 L/h（≤10 ℃，冰温热款）；'
      + '适用水桶：11–19 L；外形尺寸(mm)：310×350×1060；净重：12 kg / 17 kg；噪音：40 dB(A)',
    skus: [['WR', '温热', 599, 86, 'white'], ['BR', '冰温热', 1099, 39, 'white']],
  },
])

export const water = [...electricProducts, ...gasProducts, ...purifierProducts, ...dispenserProducts]

import { productsOf } from './product.ts'
import type { Family } from './product.ts'

const hood: Omit<Family, 'categoryKey' | 'pictureKind'> = {
  warrantyMonths: 60, hasInstallation: true,
  parameters: '额定电压：220 V / 50 Hz；排烟管直径：180 mm；照明：LED',
}

const gasHob: Family = {
  categoryKey: 'gas-hob', pictureKind: 'gas-hob', warrantyMonths: 60, hasInstallation: true,
  parameters: '能效等级：一级；熄火保护：热电偶；点火方式：脉冲点火；适用气源：天然气 12T / 液化气 20Y（按所选规格）',
}

const induction: Family = {
  categoryKey: 'induction', pictureKind: 'induction-hob', warrantyMonths: 24, hasInstallation: false,
  parameters: '额定电压：220 V / 50 Hz；面板材质：微晶玻璃；童锁：有',
}

const sideProducts = productsOf({ ...hood, categoryKey: 'hood-side', pictureKind: 'range-hood-side' }, [
  {
    name: '炽禾 22立方侧吸式自动开合油烟机', model: 'CXW-CH22C', brandKey: 'chihe',
    keySpec: '22 m³/min · 侧吸 · 自动开合',
    description: '拢烟板离锅近，油烟还没散开就被吸走，个子高的人做饭也不碰头。关机后面板自动合上，油杯在正面抽出。',
    sellingPoints: '近吸不碰头；面板自动开合；油杯正面抽出；热水冲洗内腔',
    parameters: '能效等级：一级；风量：22 m³/min；风压：480 Pa；噪音：53 dB(A)；额定功率：220 W；油脂分离度：94%；'
      + '外形尺寸(mm)：895×400×520；净重：24 kg',
    skus: [['B', '夜黑', 2599, 58, 'black'], ['G', '深灰', 2699, 33, 'graphite']],
  },
  {
    name: '禾檐 20立方侧吸油烟机', model: 'CXW-HY20C', brandKey: 'heyan', options: '宽度',
    keySpec: '20 m³/min · 侧吸 · 一级能效',
    description: '机械大按键，手上有油也按得准。宽 75 厘米的款适合小厨房，90 厘米的款适合双眼灶外再放一口小锅的灶台。',
    sellingPoints: '机械大按键；两种宽度；玻璃面板一擦净',
    parameters: '能效等级：一级；风量：20 m³/min；风压：400 Pa；噪音：55 dB(A)；额定功率：200 W；油脂分离度：92%；'
      + '外形尺寸(mm)：750×390×480 / 895×390×480；净重：19 kg / 22 kg',
    skus: [['75', '75厘米', 1299, 84, 'black'], ['90', '90厘米', 1499, 120, 'black']],
  },
])

const topProducts = productsOf({ ...hood, categoryKey: 'hood-top', pictureKind: 'range-hood-top' }, [
  {
    name: '炽禾 26立方变频顶吸油烟机', model: 'CXW-CH26D', brandKey: 'chihe',
    keySpec: '26 m³/min · 变频 · 一级能效',
    description: '变频电机按公共烟道的阻力自己加减速，晚饭高峰也排得出去。挥手开关机，炒菜手不用碰面板。',
    sellingPoints: '变频增压；挥手开关；烟灶联动；52 分贝',
    parameters: '能效等级：一级；风量：26 m³/min；风压：1000 Pa；噪音：52 dB(A)；额定功率：260 W；油脂分离度：95%；'
      + '外形尺寸(mm)：895×520×600；净重：29 kg',
    skus: [['B', '夜黑', 3999, 45, 'black'], ['G', '深灰', 4099, 38, 'graphite']],
  },
  {
    name: '炽禾 23立方欧式顶吸油烟机', model: 'CXW-CH23D', brandKey: 'chihe', options: '宽度',
    keySpec: '23 m³/min · 60–90 厘米 · 欧式',
    description: '三种宽度对应不同橱柜模数，单身公寓选 60 厘米。油网单手可取，能放进洗碗机洗。',
    sellingPoints: '60、75、90 厘米三种宽度；油网可进洗碗机；热清洁提醒',
    parameters: '能效等级：一级；风量：23 m³/min；风压：600 Pa；噪音：54 dB(A)；额定功率：230 W；油脂分离度：93%；'
      + '外形尺寸(mm)：600×500×560 / 750×500×560 / 895×500×560；净重：20 / 22 / 25 kg',
    skus: [['60', '60厘米', 1899, 40, 'silver'], ['75', '75厘米', 1999, 36, 'silver'], ['90', '90厘米', 2199, 95, 'silver']],
  },
  {
    name: '禾檐 24立方超薄顶吸油烟机', model: 'CXW-HY24D', brandKey: 'heyan',
    keySpec: '24 m³/min · 高 36 厘米 · 平嵌吊柜',
    description: '机身高 36 厘米，装完与吊柜齐平，看不见烟罩。环吸口一圈进烟，两侧灶眼一样吸得住。',
    sellingPoints: '与吊柜齐平；环形吸烟；宽 90 厘米通用开孔',
    parameters: '能效等级：一级；风量：24 m³/min；风压：750 Pa；噪音：53 dB(A)；额定功率：240 W；油脂分离度：93%；'
      + '外形尺寸(mm)：895×340×360；净重：23 kg',
    skus: [['W', '瓷白', 2899, 27, 'white'], ['G', '深灰', 2899, 41, 'graphite']],
  },
])

const hobProducts = productsOf(gasHob, [
  {
    name: '炽禾 5.2千瓦大火力嵌入式燃气灶', model: 'JZT-CH52', brandKey: 'chihe', options: '气源',
    keySpec: '5.2 kW · 双眼 · 一级能效',
    description: '5.2 千瓦的火，爆炒时锅气足；小火可以调到 0.3 千瓦，熬粥不用守着。开孔在一定范围可调，旧灶台换新一般不用改石材。',
    sellingPoints: '5.2 千瓦大火，0.3 千瓦小火；可调开孔；三小时定时熄火',
    parameters: '额定热负荷：5.2 kW（左右各一）；热效率：68%；面板材质：钢化玻璃；火盖材质：锻压黄铜；定时：1–180 分钟；'
      + '外形尺寸(mm)：760×450×145；开孔尺寸(mm)：（630–710）×（330–400）；净重：14 kg',
    skus: [['T', '天然气', 1599, 150, 'black'], ['Y', '液化气', 1599, 52, 'black']],
  },
  {
    name: '禾檐 台嵌两用双眼燃气灶', model: 'JZT-HY45', brandKey: 'heyan', options: '气源/面板',
    keySpec: '4.5 kW · 台嵌两用 · 一级能效',
    description: '垫上四只脚就是台式灶，租房搬家也带得走；装修时放进开孔就是嵌入式。锅架连成一圈，小奶锅也放得稳。',
    sellingPoints: '台式嵌入两用；整圈锅架；接水盘可抽',
    parameters: '额定热负荷：4.5 kW（左右各一）；热效率：65%；面板材质：不锈钢 / 钢化玻璃（按所选规格）；火盖材质：铸铁镀层；'
      + '外形尺寸(mm)：720×410×150；开孔尺寸(mm)：650×350；净重：10 kg',
    skus: [
      ['TS', '天然气/不锈钢', 699, 125, 'silver'], ['TB', '天然气/黑玻璃', 749, 110, 'black'],
      ['YS', '液化气/不锈钢', 699, 48, 'silver'],
    ],
  },
])

const inductionProducts = productsOf(induction, [
  {
    name: '禾檐 2200瓦家用电磁炉', model: 'C22-HY3', brandKey: 'heyan',
    keySpec: '2200 瓦 · 旋钮 · 低功率连续加热',
    description: '100 瓦起可以连续小火，不是一停一开。旋钮一拧调火力，爆炒、煮粥、火锅三个常用键在手边。',
    sellingPoints: '100 瓦连续小火；旋钮调火；随机附汤锅',
    parameters: '能效等级：二级；额定功率：2200 W；火力档位：9 档；定时：1–240 分钟；外形尺寸(mm)：290×370×55；净重：2.3 kg；'
      + '电源线长度：1.5 m',
    skus: [['B', '夜黑', 269, 290, 'black'], ['C', '奶油白', 289, 140, 'cream']],
  },
  {
    name: '炽禾 嵌入式双头电磁灶', model: 'C35-CH2', brandKey: 'chihe', hasInstallation: true,
    keySpec: '3500 瓦 · 双头 · 嵌台两用',
    description: '没通燃气的公寓用它替代灶台，左炒右炖各有面板。总功率 3500 瓦，请接 16 安插座。',
    sellingPoints: '左右独立控制；无明火；面板齐平好擦',
    parameters: '能效等级：一级；额定功率：3500 W（单头 2200 W）；火力档位：10 档；定时：1–180 分钟；外形尺寸(mm)：730×430×70；'
      + '开孔尺寸(mm)：680×380；净重：9.5 kg；插头规格：16 A',
    skus: [['B', '夜黑', 1599, 37, 'black']],
  },
])

export const kitchenLarge = [...sideProducts, ...topProducts, ...hobProducts, ...inductionProducts]

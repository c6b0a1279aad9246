import { productsOf } from './product.ts'
import type { Family } from './product.ts'

const stick: Family = {
  categoryKey: 'vacuum-stick', pictureKind: 'vacuum-stick', warrantyMonths: 24, hasInstallation: false,
  parameters: '电池：可拆锂电池；充电时间：约 4 小时；过滤：五重过滤，滤芯可水洗',
}

const robot: Family = {
  categoryKey: 'vacuum-robot', pictureKind: 'vacuum-robot', warrantyMonths: 24, hasInstallation: false,
  parameters: '导航：激光导航；电池容量：5200 mAh；额定电压：220 V / 50 Hz（基站）；控制方式：手机与语音',
}

const stickProducts = productsOf(stick, [
  {
    name: '拂屿 无线手持吸尘器', model: 'VC12-FY', brandKey: 'fuyu',
    keySpec: '150 AW · 60 分钟 · 绿光显尘',
    description: '地刷前有一道绿光，灰尘在暗处也看得见。碎发由梳齿自己剔掉，不用拿剪刀；尘杯一推就倒，手不碰灰。',
    sellingPoints: '绿光显尘；地刷不缠发；电池可拆换；一推倒尘',
    parameters: '吸入功率：150 AW；真空度：25 kPa；续航：60 分钟（节能档）；尘杯容量：0.6 L；噪音：72 dB(A)；额定功率：550 W；'
      + '外形尺寸(mm)：250×220×1130；净重：2.6 kg（含地刷）；附件：缝隙吸、软毛刷、除螨刷',
    skus: [['G', '深灰', 1299, 94, 'graphite'], ['W', '瓷白', 1299, 78, 'white'], ['L', '雾蓝', 1349, 36, 'blue']],
  },
  {
    name: '拂屿 轻量手持吸尘器', model: 'VC08-FY', brandKey: 'fuyu',
    keySpec: '1.5 公斤 · 45 分钟 · 立得住',
    description: '整机 1.5 公斤，单手擦天花板角落不累。能自己立住，打扫到一半放下去接电话也不会倒。',
    sellingPoints: '整机 1.5 公斤；自立不倒；车里也能用',
    parameters: '吸入功率：85 AW；真空度：18 kPa；续航：45 分钟（节能档）；尘杯容量：0.45 L；噪音：70 dB(A)；额定功率：320 W；'
      + '外形尺寸(mm)：230×180×1080；净重：1.5 kg（含地刷）；附件：缝隙吸、二合一刷',
    skus: [['W', '瓷白', 599, 165, 'white'], ['C', '奶油白', 599, 120, 'cream'], ['M', '薄荷绿', 619, 49, 'mint']],
  },
])

const robotProducts = productsOf(robot, [
  {
    name: '拂屿 自清洁扫拖机器人', model: 'RB9-FY', brandKey: 'fuyu',
    keySpec: '8000 Pa · 热水洗拖布 · 自集尘',
    description: '回到基站自己倒灰，用 60 度热水洗拖布再热风吹干，不留酸味。遇到地毯把拖布抬起 1 厘米，数据线和袜子会绕开。',
    sellingPoints: '60 度热水洗拖布；地毯抬拖布；自动集尘 60 天；避障认得常见杂物',
    parameters: '吸力：8000 Pa；续航：180 分钟；清水箱：4 L；集尘袋：2.5 L；噪音：58–66 dB(A)；'
      + '主机尺寸(mm)：350×350×98；基站尺寸(mm)：370×420×480；越障高度：20 mm',
    skus: [['W', '瓷白', 3299, 62, 'white'], ['B', '夜黑', 3299, 47, 'black']],
  },
  {
    name: '拂屿 薄款扫地机器人', model: 'RB5-FY', brandKey: 'fuyu',
    keySpec: '8 厘米厚 · 5000 Pa · 扫拖',
    description: '机身 8 厘米，床底和沙发底进得去。没有大基站，充电座巴掌大；灰盒大约两天倒一次。',
    sellingPoints: '8 厘米薄机身；充电座小；划区清扫；断点续扫',
    parameters: '吸力：5000 Pa；续航：120 分钟；灰盒容量：0.4 L；水箱容量：0.25 L；噪音：55–64 dB(A)；主机尺寸(mm)：340×340×80；'
      + '电池容量：3200 mAh；额定电压：220 V / 50 Hz（充电座）；越障高度：18 mm',
    skus: [['W', '瓷白', 1299, 105, 'white'], ['B', '夜黑', 1299, 83, 'black'], ['C', '米杏', 1349, 28, 'cream']],
  },
])

export const cleaning = [...stickProducts, ...robotProducts]

import { productsOf } from './product.ts'
import type { Family } from './product.ts'

const front: Family = {
  categoryKey: 'washer-front', pictureKind: 'washer-front', warrantyMonths: 36, hasInstallation: true,
  parameters: '能效等级：一级；额定电压：220 V / 50 Hz；进水压力：0.03–0.8 MPa',
}

export const laundry = productsOf(front, [
  {
    name: '霁原 10公斤直驱变频滚筒洗衣机', model: 'XQG100-JY12', brandKey: 'jiyuan',
    keySpec: '10 公斤 · 直驱变频 · 一级能效',
    description: '电机直接带动内筒，没有皮带，脱水时声音低，也少一个会老化的零件。筒径 525 毫米，洗得下 1.8 米床的四件套。',
    sellingPoints: '直驱电机，整机包修 3 年；525 毫米大筒径；中途可添衣；筒自洁提醒',
    parameters: '洗涤容量：10 kg；洗净比：1.10；脱水转速：1400 转/分；耗电量：0.70 kWh；用水量：58 L；'
      + '洗涤噪音：48 dB(A)；脱水噪音：68 dB(A)；外形尺寸(mm)：598×595×850；净重：72 kg',
    skus: [['W', '晴雪白', 2999, 85, 'white'], ['S', '月银', 3099, 60, 'silver'], ['G', '远山灰', 3099, 44, 'graphite']],
  },
  {
    name: '霁原 10公斤洗烘一体滚筒洗衣机', model: 'XQG100-JYH10', brandKey: 'jiyuan',
    keySpec: '洗 10 公斤 · 烘 7 公斤 · 一级能效',
    description: '一台机器洗完接着烘，一次可烘 7 公斤，阳台只有一个机位的家庭适用。衣物半干时会提示，可取出需要熨烫的衬衫。',
    sellingPoints: '洗烘一体；七种烘干程度；冷凝器自清洗；空气洗除味',
    parameters: '洗涤容量：10 kg；烘干容量：7 kg；洗净比：1.08；脱水转速：1400 转/分；洗涤耗电量：0.72 kWh；'
      + '烘干方式：冷凝式；用水量：60 L；脱水噪音：70 dB(A)；外形尺寸(mm)：598×630×850',
    skus: [['W', '晴雪白', 3999, 48, 'white'], ['G', '远山灰', 4099, 35, 'graphite']],
  },
  {
    name: '霁原 12公斤超薄平嵌滚筒洗衣机', model: 'XQG120-JYP', brandKey: 'jiyuan',
    keySpec: '12 公斤 · 厚 53 厘米 · 一级能效',
    description: '机身厚 53 厘米而筒径不减，排水口偏移到侧后方，贴墙放也不会顶住地漏。适合嵌入 60 厘米深的阳台柜。',
    sellingPoints: '53 厘米超薄机身；侧后排水可贴墙；智能投放一次加液用 20 次',
    parameters: '洗涤容量：12 kg；洗净比：1.12；脱水转速：1200 转/分；耗电量：0.78 kWh；用水量：66 L；'
      + '洗涤噪音：47 dB(A)；脱水噪音：69 dB(A)；外形尺寸(mm)：598×530×850；净重：74 kg',
    skus: [['W', '晴雪白', 4599, 29, 'white'], ['G', '远山灰', 4599, 37, 'graphite']],
  },
  {
    name: '白桁 8公斤变频滚筒洗衣机', model: 'XQG80-BH08', brandKey: 'baiheng',
    keySpec: '8 公斤 · 变频 · 厚 47 厘米',
    description: '厚 47 厘米，卫生间门后也放得下。程序只留常用的十个，旋钮一转就开始，长辈不看说明书也会用。',
    sellingPoints: '47 厘米薄身；旋钮操作，字大；15 分钟快洗',
    parameters: '洗涤容量：8 kg；洗净比：1.05；脱水转速：1200 转/分；耗电量：0.62 kWh；用水量：52 L；'
      + '洗涤噪音：52 dB(A)；脱水噪音：72 dB(A)；外形尺寸(mm)：595×470×850；净重：58 kg',
    skus: [['W', '云雾白', 1499, 200, 'white'], ['S', '星霜银', 1549, 140, 'silver']],
  },
  {
    name: '白桁 10公斤除菌变频滚筒洗衣机', model: 'XQG100-BH10', brandKey: 'baiheng',
    keySpec: '10 公斤 · 95 ℃ 煮洗 · 一级能效',
    description: '棉织物可用 95 度高温洗，毛巾和婴儿尿布洗得放心。内筒孔做小，羊毛衫不容易勾丝。',
    sellingPoints: '95 度高温洗；小孔内筒护衣；断电记忆，来电接着洗',
    parameters: '洗涤容量：10 kg；洗净比：1.08；脱水转速：1200 转/分；耗电量：0.71 kWh；用水量：59 L；'
      + '洗涤噪音：51 dB(A)；脱水噪音：71 dB(A)；外形尺寸(mm)：595×560×850；净重：64 kg',
    skus: [['W', '云雾白', 1899, 260, 'white'], ['S', '星霜银', 1949, 110, 'silver'], ['G', '石墨灰', 1949, 98, 'graphite']],
  },
  {
    name: '沐川 10公斤智能投放软水滚筒洗衣机', model: 'XQG100-MC6', brandKey: 'muchuan',
    keySpec: '10 公斤 · 软水洗 · 智能投放',
    description: '进水先经过软化树脂再进筒，北方硬水地区洗出的毛巾不发硬。洗衣液一次加满，按衣量自动投放。',
    sellingPoints: '内置软水模块；按衣量投放洗衣液；软化盐不足会提醒',
    parameters: '洗涤容量：10 kg；洗净比：1.10；脱水转速：1400 转/分；耗电量：0.72 kWh；用水量：60 L；'
      + '洗涤噪音：49 dB(A)；脱水噪音：69 dB(A)；外形尺寸(mm)：598×600×850；净重：73 kg',
    skus: [['W', '瓷白', 3299, 57, 'white'], ['G', '深灰', 3399, 0, 'graphite']],
  },
  {
    name: '岚舍 子母双筒分区滚筒洗衣机', model: 'XQG130-LS2', brandKey: 'lanshe',
    keySpec: '10+3 公斤 · 双筒同洗 · 一级能效',
    description: '下筒 10 公斤洗外衣，上筒 3 公斤洗内衣或宝宝衣物，两筒可以同时开，也可以只开一个。两路进排水完全分开。',
    sellingPoints: '双筒分区同洗；水路完全分开；上筒可 90 度煮洗；直驱电机',
    parameters: '洗涤容量：下筒 10 kg，上筒 3 kg；洗净比：1.10；脱水转速：1200 转/分；耗电量：0.96 kWh（双筒）；'
      + '用水量：82 L（双筒）；脱水噪音：70 dB(A)；外形尺寸(mm)：598×640×1170；净重：118 kg',
    skus: [['W', '雪岩白', 7999, 13, 'white'], ['G', '墨岩灰', 7999, 16, 'graphite']],
  },
  {
    name: '朔岭 9公斤洗烘一体防冻滚筒洗衣机', model: 'XQG90-SLH', brandKey: 'shuoling',
    keySpec: '洗 9 公斤 · 烘 6 公斤 · 防冻排水',
    description: '洗完会把水泵和管路里的余水排净，放在冬天结冰的阳台也不怕冻裂。烘干一次 6 公斤，冬天不用等晾。',
    sellingPoints: '余水排净防冻；宽电压启动；洗烘一键连做',
    parameters: '洗涤容量：9 kg；烘干容量：6 kg；洗净比：1.06；脱水转速：1200 转/分；洗涤耗电量：0.68 kWh；'
      + '烘干方式：冷凝式；用水量：57 L；脱水噪音：72 dB(A)；外形尺寸(mm)：595×600×850',
    skus: [['W', '瓷白', 2599, 66, 'white'], ['S', '钛银', 2649, 42, 'silver']],
  },
])

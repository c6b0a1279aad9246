import { productsOf } from './product.ts'
import type { Family } from './product.ts'

const tv: Omit<Family, 'categoryKey'> = {
  pictureKind: 'television', warrantyMonths: 36, hasInstallation: true,
  parameters: '能效等级：二级；额定电压：220 V / 50 Hz；接口：HDMI×3，USB×2，网口×1；无线：Wi-Fi 6，蓝牙 5.2',
}

const soundbar: Family = {
  categoryKey: 'soundbar', pictureKind: 'soundbar', warrantyMonths: 12, hasInstallation: false,
  parameters: '额定电压：220 V / 50 Hz；蓝牙：5.3；安装方式：桌面或壁挂',
}

const largeProducts = productsOf({ ...tv, categoryKey: 'tv-large' }, [
  {
    name: '映岑 Mini LED 4K 144Hz 大屏电视', model: 'YC-M8', brandKey: 'yingcen', options: '尺寸',
    keySpec: '75–98 英寸 · Mini LED · 144 Hz',
    description: '背光分成上千个小区，夜景里的灯亮、天空黑，光晕不明显。出厂逐台校色，校色报告随机附上。系统开机直接进主页，不放广告。',
    sellingPoints: 'Mini LED 分区背光；144 Hz 高刷；逐台校色；开机无广告',
    parameters: '屏幕尺寸：75 / 85 / 98 英寸（按所选规格）；分辨率：3840×2160；刷新率：144 Hz；背光分区：1152 / 1344 / 1536；'
      + '峰值亮度：1800 cd/m²；色域：95% DCI-P3；内存：4 GB + 64 GB；扬声器：2.1.2 声道 60 W',
    skus: [['75', '75英寸', 6499, 46, 'black'], ['85', '85英寸', 8499, 38, 'black'], ['98', '98英寸', 14999, 8, 'black']],
  },
  {
    name: '映岑 量子点 4K 120Hz 大屏电视', model: 'YC-Q6', brandKey: 'yingcen', options: '尺寸',
    keySpec: '75/85 英寸 · 量子点 · 120 Hz',
    description: '量子点背光让红花绿叶更接近眼睛看到的样子，看球赛开 120 赫兹不拖影。遥控器带找回键，压在沙发缝里也能响。',
    sellingPoints: '量子点广色域；120 Hz 不拖影；遥控器可找回',
    parameters: '屏幕尺寸：75 / 85 英寸（按所选规格）；分辨率：3840×2160；刷新率：120 Hz；峰值亮度：700 cd/m²；'
      + '色域：93% DCI-P3；内存：3 GB + 64 GB；扬声器：2.0 声道 30 W；净重：29 kg / 40 kg',
    skus: [['75', '75英寸', 4299, 82, 'black'], ['85', '85英寸', 5799, 51, 'black']],
  },
  {
    name: '白桁 4K 全面屏智慧电视', model: 'BH-U5', brandKey: 'baiheng', options: '尺寸',
    keySpec: '75/85 英寸 · 4K · 全面屏',
    description: '看电视剧、投屏、给孩子上网课够用的大屏。长辈模式首页只有六个大图标，开机默认直播。',
    sellingPoints: '长辈模式六个大图标；投屏不用会员；护眼低蓝光',
    parameters: '屏幕尺寸：75 / 85 英寸（按所选规格）；分辨率：3840×2160；刷新率：60 Hz；峰值亮度：350 cd/m²；'
      + '色域：85% DCI-P3；内存：2 GB + 32 GB；扬声器：2.0 声道 20 W；净重：27 kg / 38 kg',
    skus: [['75', '75英寸', 2799, 130, 'black'], ['85', '85英寸', 3799, 64, 'black']],
  },
  {
    name: '映岑 画框系列艺术壁画电视', model: 'YC-A7', brandKey: 'yingcen', options: '尺寸/边框',
    keySpec: '65/75 英寸 · 哑光屏 · 可换边框',
    description: '不看电视时显示一幅画，哑光屏不反光，亮度跟着房间走。边框磁吸可换，配超薄挂架，离墙约 1.5 厘米。',
    sellingPoints: '哑光防眩屏；磁吸边框可换；离墙约 1.5 厘米；人来亮人走灭',
    parameters: '屏幕尺寸：65 / 75 英寸（按所选规格）；分辨率：3840×2160；刷新率：120 Hz；峰值亮度：600 cd/m²；'
      + '色域：92% DCI-P3；内存：4 GB + 64 GB；扬声器：2.0 声道 40 W；机身厚度(mm)：26',
    skus: [
      ['65C', '65英寸/原木浅金', 6999, 15, 'champagne'], ['65W', '65英寸/素白', 6999, 12, 'white'],
      ['75C', '75英寸/原木浅金', 8999, 9, 'champagne'], ['75W', '75英寸/素白', 8999, 0, 'white'],
    ],
  },
])

const standardProducts = productsOf({ ...tv, categoryKey: 'tv-standard' }, [
  {
    name: '映岑 4K 高色域智慧电视', model: 'YC-S5', brandKey: 'yingcen', options: '尺寸',
    keySpec: '43–65 英寸 · 4K · 高色域',
    description: '卧室和小客厅的尺寸齐全，同一块主板，同一套系统。观看距离 2 米左右选 50 英寸，2.5 米以上选 55 或 65 英寸。',
    sellingPoints: '四种尺寸同配置；开机无广告；四边等窄边框',
    parameters: '屏幕尺寸：43 / 50 / 55 / 65 英寸（按所选规格）；分辨率：3840×2160；刷新率：60 Hz；峰值亮度：400 cd/m²；'
      + '色域：90% DCI-P3；内存：2 GB + 32 GB；扬声器：2.0 声道 20 W；净重：7 / 9.5 / 12 / 18 kg',
    skus: [
      ['43', '43英寸', 1499, 120, 'black'], ['50', '50英寸', 1799, 145, 'black'],
      ['55', '55英寸', 2099, 210, 'black'], ['65', '65英寸', 2799, 175, 'black'],
    ],
  },
  {
    name: '白桁 高清蓝光平板电视', model: 'BH-E3', brandKey: 'baiheng', options: '尺寸',
    keySpec: '32/43 英寸 · 有线直播 · 大字菜单',
    description: '客房、门店和老人房用的小电视。带有线数字信号输入，插上闭路线就能看，不联网也好用。',
    sellingPoints: '插闭路线即看；大字菜单；断电恢复后回到原频道',
    parameters: '能效等级：三级；屏幕尺寸：32 / 43 英寸（按所选规格）；分辨率：1366×768 / 1920×1080；刷新率：60 Hz；'
      + '内存：1 GB + 8 GB；扬声器：2.0 声道 16 W；接口：HDMI×2，USB×1，射频×1；无线：Wi-Fi 4；净重：4 / 6.8 kg',
    skus: [['32', '32英寸', 699, 160, 'black'], ['43', '43英寸', 1099, 125, 'black']],
  },
  {
    name: '映岑 游戏系列 4K 144Hz 电视', model: 'YC-G6', brandKey: 'yingcen', options: '尺寸',
    keySpec: '55/65 英寸 · 144 Hz · 低延迟',
    description: '四个接口都是 HDMI 2.1，接主机和电脑自动进游戏画面，延迟约 6 毫秒。支持可变刷新率，画面不撕裂。',
    sellingPoints: '144 Hz 可变刷新率；HDMI 2.1 四口；输入延迟约 6 毫秒',
    parameters: '屏幕尺寸：55 / 65 英寸（按所选规格）；分辨率：3840×2160；刷新率：144 Hz；峰值亮度：800 cd/m²；'
      + '色域：94% DCI-P3；内存：4 GB + 64 GB；扬声器：2.1 声道 40 W；接口：HDMI 2.1×4，USB×2，网口×1',
    skus: [['55', '55英寸', 3299, 70, 'black'], ['65', '65英寸', 4199, 55, 'black']],
  },
])

const soundbarProducts = productsOf(soundbar, [
  {
    name: '映岑 3.1.2 声道无线低音回音壁', model: 'YC-B32', brandKey: 'yingcen',
    keySpec: '3.1.2 声道 · 无线低音炮 · 380 瓦',
    description: '中置声道单独负责人声，不开大音量也听得清对白。低音炮无线配对，放沙发旁或电视柜边都可以。',
    sellingPoints: '独立人声声道；上发天空声道；无线低音炮；夜间模式压低爆炸声',
    parameters: '声道：3.1.2；总功率：380 W；频率响应：40 Hz–20 kHz；解码：多声道全景声；接口：HDMI eARC×1，光纤×1，USB×1；'
      + '主机尺寸(mm)：1000×90×62；低音炮尺寸(mm)：220×320×360；净重：9.8 kg',
    skus: [['B', '夜黑', 1999, 48, 'black'], ['W', '素白', 1999, 22, 'white']],
  },
  {
    name: '映岑 2.1 声道桌面回音壁', model: 'YC-B21', brandKey: 'yingcen',
    keySpec: '2.1 声道 · 内置低音 · 60 厘米',
    description: '60 厘米长，放在 43 英寸电视前不超边，放电脑屏幕下也合适。一根 HDMI 线，电视遥控器直接调音量。',
    sellingPoints: '60 厘米小巧机身；一根线接电视；对白增强',
    parameters: '声道：2.1；总功率：90 W；频率响应：55 Hz–20 kHz；接口：HDMI ARC×1，光纤×1，AUX×1；'
      + '主机尺寸(mm)：600×95×65；净重：2.6 kg；待机功率：0.5 W',
    skus: [['B', '夜黑', 599, 105, 'black'], ['G', '深灰', 599, 80, 'graphite'], ['C', '米杏', 629, 37, 'cream']],
  },
])

export const screens = [...largeProducts, ...standardProducts, ...soundbarProducts]

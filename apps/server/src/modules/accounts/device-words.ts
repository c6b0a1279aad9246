export type DeviceKind = 'phone' | 'desk' | 'mini-program' | 'other'

const BROWSERS: [RegExp, string][] = [
  [/MicroMessenger/, '微信'], [/\bQQ\//, 'QQ'], [/AlipayClient/, '支付宝'], [/Edg/, 'Edge'], [/HuaweiBrowser/, '华为浏览器'],
  [/MiuiBrowser/, '小米浏览器'], [/UCBrowser|UBrowser/, 'UC 浏览器'], [/MQQBrowser|QQBrowser/, 'QQ 浏览器'], [/Firefox|FxiOS/, 'Firefox'],
  [/Chrome|CriOS/, 'Chrome'], [/Safari/, 'Safari'],
]
const SYSTEMS: [RegExp, string][] = [
  [/HarmonyOS|OpenHarmony/, 'HarmonyOS'], [/iPhone/, 'iPhone'], [/iPad/, 'iPad'], [/Android/, 'Android'], [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'macOS'], [/Linux/, 'Linux'],
]

/** What a user agent says of the device, in words a person knows. */
export function deviceWords(userAgent: string): { device: string; kind: DeviceKind } {
  const found = (table: [RegExp, string][]) => table.find(([pattern]) => pattern.test(userAgent))?.[1]
  const words = [found(BROWSERS), found(SYSTEMS)].filter(Boolean)
  return { device: words.join(' · '), kind: kindOf(userAgent) }
}

function kindOf(userAgent: string): DeviceKind {
  if (/miniProgram|MiniProgramEnv/i.test(userAgent)) return 'mini-program'
  if (/Mobile|Android|iPhone|iPad|Harmony/.test(userAgent)) return 'phone'
  return /Windows|Macintosh|X11|Linux/.test(userAgent) ? 'desk' : 'other'
}

/** A network address with its last part hidden. */
export function hiddenAddress(address: string): string {
  const plain = address.replace(/^::ffff:/, '')
  if (/^\d+\.\d+\.\d+\.\d+$/.test(plain)) return plain.replace(/\d+$/, '*')
  return `${plain.split(':').slice(0, 3).join(':')}:*`
}

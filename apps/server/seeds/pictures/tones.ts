/** The surface a product comes in. */
export type Finish =
  | 'white' | 'silver' | 'graphite' | 'black' | 'champagne' | 'mint' | 'blue' | 'red' | 'cream' | 'pink' | 'green'

/** One surface under the studio light, from where the light falls to where it does not. */
export type Tone = {
  readonly light: string
  readonly base: string
  readonly shade: string
  readonly deep: string
  /** brushed metal instead of enamel */
  readonly isMetal: boolean
  readonly isDark: boolean
}

function enamel(light: string, base: string, shade: string, deep: string): Tone {
  return { light, base, shade, deep, isMetal: false, isDark: false }
}

const tones: Record<Finish, Tone> = {
  white: enamel('#ffffff', '#f3f4f4', '#d6d9da', '#a9aeb1'),
  cream: enamel('#fffaf0', '#f3e8d6', '#dccdb4', '#ab9a80'),
  mint: enamel('#e6f4ec', '#bcdccb', '#98c0ac', '#668f7d'),
  pink: enamel('#fdeeeb', '#efcdc7', '#d9aaa4', '#a87872'),
  blue: { ...enamel('#a9c0d6', '#6686a6', '#48688a', '#2b435c'), isDark: true },
  red: { ...enamel('#e27a6e', '#b8362d', '#91261f', '#5a1511'), isDark: true },
  green: { ...enamel('#93ac98', '#587561', '#3f5a48', '#26392d'), isDark: true },
  black: { ...enamel('#54575b', '#2b2d30', '#191b1d', '#0b0c0d'), isDark: true },
  silver: { ...enamel('#f5f6f6', '#cdd0d2', '#a9adb0', '#767b7f'), isMetal: true },
  champagne: { ...enamel('#f8eee0', '#dfcbb1', '#c2a889', '#8d7559'), isMetal: true },
  graphite: { ...enamel('#8a8e93', '#5b5f64', '#414549', '#25282b'), isMetal: true, isDark: true },
}

export const finishes = Object.keys(tones) as readonly Finish[]

export function toneOf(finish: Finish): Tone {
  return tones[finish]
}

function channels(hex: string): number[] {
  return [1, 3, 5].map((from) => Number.parseInt(hex.slice(from, from + 2), 16))
}

/** Mixes two #rrggbb colours; 0 gives the first, 1 the second. */
export function mix(a: string, b: string, t: number): string {
  const other = channels(b)
  const mixed = channels(a).map((value, index) => Math.round(value + ((other[index] ?? 0) - value) * t))
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}

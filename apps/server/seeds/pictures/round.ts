import { tubeFill } from './materials.ts'
import type { Point } from './shapes.ts'
import { ellipse, group, num, path } from './shapes.ts'
import type { Sheet } from './sheet.ts'
import { linear } from './sheet.ts'
import type { Form, Ring, View } from './solid.ts'
import { lathe, roundShadow, sinPitch } from './solid.ts'
import type { Tone } from './tones.ts'
import { mix } from './tones.ts'

/** A turned body with its shading; fill defaults to the product's surface. */
export function turned(s: Sheet, rings: readonly Ring[], v: View, fill: string = tubeFill(s)): string {
  return path(lathe(rings, v), fill)
}

/** The level disc that closes a turned body at height y. */
export function lid(s: Sheet, [r, y]: Point, v: View, tone: Tone = s.tone): string {
  const fill = linear(s, [[0, mix(tone.light, '#ffffff', 0.2)], [0.5, tone.base], [1, tone.shade]], [0, 0, 1, 0.8])
  const rx = r
  return ellipse([0, -y], [rx, Math.max(rx * sinPitch(v), 0.01)], { fill, stroke: mix(tone.light, '#ffffff', 0.4),
    width: 0.8 * s.u })
}

/** A ring-shaped line round a turned body at height y, seen on its near half. */
export function band([r, y]: Point, v: View, look: { color: string; width: number; opacity?: number }): string {
  const ry = r * sinPitch(v)
  return path(`M${-r} ${-y}A${r} ${ry.toFixed(2)} 0 0 0 ${r} ${-y}`, { stroke: look.color, width: look.width,
    opacity: look.opacity ?? 1 })
}

/** Draws a detail that sits on the near side of a turned body of radius r; yaw carries it round to the left. */
export function onFace(r: number, v: View, y: number, inner: string): string {
  const angle = (v.yaw * Math.PI) / 180
  const x = -r * Math.sin(angle) * 0.8
  const low = -y + r * Math.cos(angle) * sinPitch(v)
  const squeeze = 1 - (1 - Math.cos(angle)) * 0.9
  return group(inner, `translate(${num(x)} ${num(low)}) scale(${squeeze.toFixed(4)} 1)`)
}

/** The form of a round product: foot radius for the shadow, then width, height and depth of the whole. */
export function roundForm(s: Sheet, v: View, art: string, [foot, half, high]: readonly [number, number,
  number]): Form {
  const low = foot * sinPitch(v)
  return { art, bounds: [-half, -high, half, low], shadow: roundShadow(s, foot, v) }
}

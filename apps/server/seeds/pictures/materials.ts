import type { Box, Point } from './shapes.ts'
import { circle, num, outline, path, rect, times } from './shapes.ts'
import type { Sheet, Stop } from './sheet.ts'
import { chance, clipped, linear, radial, tile } from './sheet.ts'
import type { Tone } from './tones.ts'
import { mix } from './tones.ts'

/** How a surface is cut: corner radius, another fill, and how strongly it mirrors the window (0…1). */
export type Cut = { r?: number; fill?: string; gloss?: number }

/** Fill of a flat face towards the viewer: bright at the upper left, darker at the lower right. */
export function faceFill(s: Sheet, tone: Tone = s.tone): string {
  if (!tone.isMetal) {
    const stops: Stop[] = [[0, tone.light], [0.45, tone.base], [1, mix(tone.base, tone.shade, 0.85)]]
    return linear(s, stops, [0, 0, 0.8, 1])
  }
  const { light, base, shade } = tone
  return linear(s, [
    [0, mix(base, shade, 0.5)], [0.12, base], [0.3, light], [0.42, mix(light, base, 0.5)], [0.62, base],
    [0.82, mix(base, shade, 0.8)], [0.94, shade], [1, mix(base, shade, 0.5)],
  ], [0, 0, 1, 0.12])
}

/** Fill of the face turned away from the light; x runs from the near edge to the back. */
export function sideFill(s: Sheet, tone: Tone = s.tone): string {
  const near = mix(tone.shade, tone.deep, tone.isDark ? 0.3 : 0.22)
  return linear(s, [[0, near], [0.12, mix(tone.shade, tone.deep, 0.45)], [1, mix(tone.shade, tone.deep, 0.85)]])
}

export function topFill(s: Sheet, tone: Tone = s.tone): string {
  const far = mix(tone.light, tone.base, 0.7)
  return linear(s, [[0, mix(tone.light, '#ffffff', 0.3)], [1, far]], [0, 0, 1, 0.6])
}

/** Round bodies seen from the side: highlight left of the middle, dark right edge, thin rim light. */
export function tubeFill(s: Sheet, tone: Tone = s.tone, along: Box = [0, 0, 1, 0]): string {
  const { light, base, shade, deep } = tone
  const hot = tone.isMetal ? mix(light, '#ffffff', 0.6) : light
  const stops: Stop[] = [
    [0, mix(shade, deep, 0.45)], [0.07, mix(base, shade, 0.7)], [0.2, mix(base, light, 0.45)], [0.29, hot],
    [0.36, mix(base, light, 0.55)], [0.56, base], [0.76, shade], [0.92, mix(shade, deep, 0.75)], [0.97, deep],
    [1, mix(deep, base, 0.45)],
  ]
  return linear(s, stops, along)
}

export function edgeLight(s: Sheet, strength = 1): string {
  return linear(s, [
    [0, '#ffffff', 0.9 * strength], [0.35, '#ffffff', 0.25 * strength], [0.62, '#000000', 0.06 * strength],
    [1, '#000000', 0.34 * strength],
  ], [0, 0, 1, 1])
}

/** Fine brushing across a metal face, as a few many-lined paths so that it draws quickly. */
export function grain(s: Sheet, [x, y, w, h]: Box): string {
  const rand = chance(7)
  const strokes = Array.from({ length: 6 }, () => '')
  for (let top = y + s.u * 2; top < y + h - s.u * 2; top += s.u * (1.5 + rand() * 2.4)) {
    const bucket = Math.floor(rand() * 6)
    const [from, to] = [x + s.u + rand() * w * 0.3, x + w - s.u - rand() * w * 0.3]
    strokes[bucket] += `M${num(from)} ${num(top)}H${num(to)}`
  }
  const tint = (i: number): string => (i % 2 ? '#ffffff' : '#000000')
  return strokes.map((d, i) => path(d, { stroke: tint(i), width: s.u * 0.8, opacity: 0.035 + i * 0.008 })).join('')
}

/** The window of the studio mirrored in a face. */
function windowShine(s: Sheet, [x, y, w, h]: Box, strength: number): string {
  const soft = linear(s, [[0, '#ffffff', 0.1 * strength], [0.2, '#ffffff', 0.75 * strength], [1, '#ffffff', 0]])
  const slant = Math.min(w * 0.22, h * 0.22)
  const left = x + w * 0.05
  const [top, low] = [left + slant + w * 0.34, left + w * 0.3]
  return path(outline([[left + slant, y], [top, y], [low, y + h], [left, y + h]]), soft)
}

/** A sheet-metal or enamel panel with lit edges. */
export function panel(s: Sheet, box: Box, cut: Cut = {}): string {
  const { r = 3 * s.u, gloss = s.tone.isMetal ? 0.12 : s.tone.isDark ? 0.22 : 0.4 } = cut
  const body = rect(box, { fill: cut.fill ?? faceFill(s), r })
  const shape = rect(box, { fill: '#000', r })
  const mirror = gloss > 0 ? clipped(s, shape, windowShine(s, box, gloss)) : ''
  const brushed = s.tone.isMetal && !cut.fill ? grain(s, box) : ''
  return body + brushed + mirror + rim(s, box, r)
}

/** Thin light and shadow round an edge. */
export function rim(s: Sheet, [x, y, w, h]: Box, r: number): string {
  const inset = s.u * 0.7
  const inner: Box = [x + inset, y + inset, w - inset * 2, h - inset * 2]
  return rect(inner, { stroke: edgeLight(s, s.tone.isDark ? 0.6 : 1), width: s.u * 1.4, r: Math.max(r - inset, 0) })
}

/** Black glass with the studio window in it. */
export function glass(s: Sheet, box: Box, cut: Cut = {}): string {
  const { r = 4 * s.u, gloss = 0.3 } = cut
  const fill = cut.fill ?? linear(s, [[0, '#3a3d41'], [0.35, '#1d1f22'], [1, '#0c0d0f']], [0, 0, 0.7, 1])
  const shine = clipped(s, rect(box, { fill: '#000', r }), windowShine(s, box, gloss))
  const edge = linear(s, [[0, '#ffffff', 0.55], [0.3, '#ffffff', 0.08], [1, '#ffffff', 0.16]], [0, 0, 1, 1])
  return rect(box, { fill, r }) + shine + rect(box, { stroke: edge, width: s.u, r })
}

/** A shadow gap between two parts. */
export function gap(s: Sheet, [x, y, w, h]: Box): string {
  const lit: Box = w > h ? [x, y + h, w, s.u] : [x + w, y, s.u, h]
  return rect([x, y, w, h], { fill: mix(s.tone.deep, '#000000', 0.55), opacity: 0.85 }) +
    rect(lit, { fill: '#fff', opacity: 0.45 })
}

/** Shadow that a raised part throws to the lower right. */
export function cast([x, y, w, h]: Box, r: number, depth: number): string {
  return times(5, (i) => {
    const grow = (i - 1) * depth * 0.14
    const moved: Box = [x + depth * 0.35 - grow, y + depth * 0.45 - grow, w + grow * 2, h + grow * 2]
    return rect(moved, { fill: '#0a0c10', r: r + Math.max(grow, 0), opacity: 0.055 })
  })
}

/** A metal rod: a handle or a rail, lying or standing by its proportions. */
export function rod(s: Sheet, box: Box, tone: Tone = s.tone): string {
  const [x, y, w, h] = box
  const standing = h > w
  const { light, base, shade, deep } = tone
  const stops: Stop[] = [[0, shade], [0.18, base], [0.34, mix(light, '#ffffff', 0.7)], [0.5, base], [0.8, deep],
    [1, shade]]
  const fill = linear(s, stops, standing ? [0, 0, 1, 0] : [0, 0, 0, 1])
  const r = Math.min(w, h) / 2
  const foot = Math.max(w, h) * 0.08
  const size = Math.min(w, h)
  const feet: Box[] = standing
    ? [[x + size * 0.2, y + foot, size * 0.9, size], [x + size * 0.2, y + h - foot - size, size * 0.9, size]]
    : [[x + foot, y + size * 0.2, size, size * 0.9], [x + w - foot - size, y + size * 0.2, size, size * 0.9]]
  return cast(box, r, size * 1.4) + feet.map((b) => rect(b, { fill: deep, r: size * 0.2 })).join('') +
    rect(box, { fill, r })
}

/** A turning knob with its mark in the accent colour. */
export function knob(s: Sheet, [x, y]: Point, r: number, tone: Tone = s.tone): string {
  const disc = (radius: number, fill: string): string => circle([x, y], radius, fill)
  const skirt = linear(s, [[0, tone.light], [0.5, tone.shade], [1, tone.deep]], [0.1, 0, 0.9, 1])
  const face = linear(s, [[0, mix(tone.base, tone.shade, 0.6)], [0.5, tone.base], [1, tone.light]], [0.1, 0, 0.9, 1])
  const shadow = cast([x - r, y - r, r * 2, r * 2], r, r * 0.6)
  const mark = rect([x - r * 0.06, y - r * 0.78, r * 0.12, r * 0.4], { fill: s.accent, r: r * 0.06 })
  return shadow + disc(r, skirt) + disc(r * 0.86, mix(tone.shade, tone.deep, 0.5)) + disc(r * 0.82, face) + mark
}

/** A lit display without letters: a ring, bars and dots. */
export function display(s: Sheet, box: Box, glow = '#dff3ff'): string {
  const [x, y, w, h] = box
  const m = h * 0.26
  const dashes = `stroke-dasharray="${num(h * 0.9)} ${num(h * 0.4)}"`
  const ring = circle([x + m + h * 0.24, y + h / 2], h * 0.2, { stroke: glow, width: h * 0.05, more: dashes })
  const left = x + m + h * 0.75
  const room = Math.max(w - m * 2 - h * 0.75, 0)
  const bars = times(3, (i) => {
    const length = room * [0.5, 0.32, 0.42][i % 3]!
    return rect([left, y + h * (0.3 + i * 0.17), length, h * 0.07], { fill: glow, r: h * 0.035,
      opacity: 0.85 - i * 0.25 })
  })
  const dot = rect([x + w - m - h * 0.12, y + h * 0.44, h * 0.12, h * 0.12], { fill: s.accent, r: h * 0.06 })
  return glass(s, box, { r: Math.min(h * 0.14, 8 * s.u), gloss: 0.16 }) + ring + bars + dot
}

/** Horizontal louvres in a dark opening. */
export function slats(s: Sheet, [x, y, w, h]: Box, count: number, tone: Tone = s.tone): string {
  const step = h / count
  const fill = linear(s, [[0, tone.light], [0.5, tone.base], [1, tone.shade]], [0, 0, 0, 1])
  const dark = mix(tone.deep, '#000000', 0.6)
  return rect([x, y, w, h], { fill: dark, r: step * 0.3 }) +
    times(count, (i) => rect([x, y + step * (i + 0.34), w, step * 0.62], { fill, r: step * 0.2 }))
}

/** A field of round holes, `pitch` millimetres apart. */
export function holes(s: Sheet, box: Box, pitch: number, r = 0): string {
  const dark = mix(s.tone.deep, '#000000', 0.65)
  const hole = (x: number, y: number): string =>
    circle([x + pitch * 0.03, y + pitch * 0.06], pitch * 0.27, { fill: '#fff', opacity: 0.5 }) +
    circle([x, y], pitch * 0.25, dark)
  return rect(box, { fill: tile(s, [pitch, pitch], hole(pitch / 2, pitch / 2)), r })
}

/** The maker's badge: a ring in the brand colour and a slim metal bar, no letters. */
export function badge(s: Sheet, [x, y]: Point, w: number): string {
  const h = w * 0.1
  const metal = s.tone.isDark ? '#c9cdd1' : '#8b9196'
  const ring = circle([x + h, y + h], h * 0.78, { stroke: s.accent, width: h * 0.46 })
  return ring + rect([x + h * 2.6, y + h * 0.64, w - h * 2.6, h * 0.72], { fill: metal, r: h * 0.36 }) +
    rect([x + h * 2.6, y + h * 0.64, w - h * 2.6, h * 0.26], { fill: '#fff', r: h * 0.13, opacity: 0.55 })
}

/** Soft dark ellipse fill for contact shadows and hollows. */
export function softDark(s: Sheet, strength: number): string {
  return radial(s, [
    [0, '#1a140c', strength], [0.35, '#1a140c', strength * 0.72], [0.6, '#1a140c', strength * 0.34],
    [0.82, '#1a140c', strength * 0.09], [1, '#1a140c', 0],
  ])
}

/** Soft glow of a light. */
export function softGlow(s: Sheet, color: string, strength: number): string {
  return radial(s, [[0, color, strength], [0.4, color, strength * 0.45], [0.75, color, strength * 0.1], [1, color, 0]])
}

import { badge, display, faceFill, gap, glass, grain, knob, panel, rim, rod, sideFill, slats, softGlow,
  topFill } from './materials.ts'
import type { Model } from './model.ts'
import type { Box } from './shapes.ts'
import { at, circle, ellipse, path, rect, times } from './shapes.ts'
import type { Sheet } from './sheet.ts'
import { clipped, linear, withFinish } from './sheet.ts'
import type { Form, Size, View } from './solid.ts'
import { boxForm } from './solid.ts'
import { mix } from './tones.ts'

type Grip = 'left' | 'right' | 'top' | 'bottom'
type Door = { box: Box; grip: Grip }

function gripBox([x, y, w, h]: Box, grip: Grip, hasRods: boolean): Box {
  const inset = hasRods ? 34 : 0
  const size = hasRods ? 20 : 26
  if (grip === 'left') return [x + inset, y + h * 0.14, size, h * 0.72]
  if (grip === 'right') return [x + w - inset - size, y + h * 0.14, size, h * 0.72]
  if (grip === 'top') return [x + w * 0.12, y + inset, w * 0.76, size]
  return [x + w * 0.12, y + h - inset - size, w * 0.76, size]
}

/** A recessed grip: dark on the side the fingers enter, lit on the far lip. */
function recess(s: Sheet, box: Box, grip: Grip): string {
  const along: Record<Grip, Box> = { left: [0, 0, 1, 0], right: [1, 0, 0, 0], top: [0, 0, 0, 1], bottom: [0, 1, 0, 0] }
  const { tone } = s
  const dark = mix(tone.deep, '#000000', 0.5)
  const fill = linear(s, [[0, dark, 0.95], [0.55, tone.deep, 0.75], [0.86, tone.shade, 0.5], [1, tone.light, 0.85]],
    along[grip])
  return rect(box, fill)
}

function door(s: Sheet, { box, grip }: Door, hasRods: boolean): string {
  const [x, y, w, h] = box
  const bend = linear(s, [
    [0, '#ffffff', 0.35], [0.025, '#ffffff', 0], [0.9, '#000000', 0], [0.975, '#000000', 0.07], [1, '#000000', 0.24],
  ])
  const hand = gripBox(box, grip, hasRods)
  const grips = hasRods ? rod(s, hand) : recess(s, hand, grip)
  return panel(s, box, { r: 7 }) + rect([x, y, w, h], { fill: bend, r: 7 }) + grips
}

function cabinetSide(s: Sheet, { d, h }: Size, thick: number): string {
  const fall = linear(s, [[0, '#ffffff', 0.1], [0.5, '#ffffff', 0], [1, '#000000', 0.22]], [0, 0, 0, 1])
  return rect([0, 0, d, h - 14], sideFill(s)) + rect([0, 0, d, h - 14], fall) +
    rect([0, 0, thick, h - 60], { fill: mix(s.tone.base, s.tone.shade, 0.8), opacity: 0.45 }) +
    gap(s, [thick, 0, 7, h - 55]) + rect([d * 0.94, 0, 4, h - 14], { fill: '#000', opacity: 0.14 }) +
    rect([30, h - 14, 60, 14], '#2a2a2a') + rect([d - 90, h - 14, 60, 14], '#2a2a2a')
}

function plinth(s: Sheet, { w, h }: Size): string {
  const fill = linear(s, [[0, '#17181a'], [1, '#33363a']], [0, 0, 0, 1])
  return rect([8, h - 60, w - 16, 48], fill) + slats(withFinish(s, 'black'), [w * 0.3, h - 46, w * 0.4, 22], 4) +
    rect([40, h - 14, 60, 14], '#1d1e20') + rect([w - 100, h - 14, 60, 14], '#1d1e20')
}

function hinges(s: Sheet, w: number): string {
  return rect([30, -9, 110, 10], { fill: mix(s.tone.deep, '#000000', 0.35), r: 4 }) +
    rect([w - 140, -9, 110, 10], { fill: mix(s.tone.deep, '#000000', 0.35), r: 4 })
}

function cabinet(s: Sheet, v: View, size: Size, front: string): Form {
  const { w, h, d } = size
  const body = rect([0, 0, w, h - 12], { fill: mix(s.tone.deep, '#000000', 0.62), r: 6 })
  const top = rect([0, 0, w, d], topFill(s)) + rect([0, d - 62, w, 5], { fill: '#000', opacity: 0.25 })
  return boxForm(s, size, v, { front: hinges(s, w) + body + plinth(s, size) +
    front, side: cabinetSide(s, size, 62), top })
}

const frenchSize: Size = { w: 905, h: 1790, d: 660 }

export const refrigeratorFrench: Model = {
  size: frenchSize, stands: 'floor', pitch: [0, 5], yaw: 33, detail: [0.36, 0.24, 0.7],
  draw(s, v) {
    const hasRods = s.rand() > 0.6
    const doors: Door[] = [
      { box: [2, 4, 448, 1010], grip: 'right' }, { box: [455, 4, 448, 1010], grip: 'left' },
      { box: [2, 1021, 901, 348], grip: 'top' }, { box: [2, 1376, 901, 352], grip: 'top' },
    ]
    const front = doors.map((one) => door(s, one, hasRods)).join('')
    return cabinet(s, v, frenchSize, front + display(s, [150, 330, 150, 54]) + badge(s, [60, 62], 110))
  },
}

const twoDoorSize: Size = { w: 620, h: 1740, d: 630 }

export const refrigeratorTwoDoor: Model = {
  size: twoDoorSize, stands: 'floor', pitch: [0, 5], yaw: 34, detail: [0.4, 0.16, 0.95],
  draw(s, v) {
    const hasRods = s.rand() > 0.5
    const doors: Door[] = [{ box: [2, 4, 616, 560], grip: 'right' }, { box: [2, 572, 616, 1106], grip: 'right' }]
    const front = doors.map((one) => door(s, one, hasRods)).join('')
    const strip = rect([2, 556, 616, 8], { fill: s.accent, opacity: 0.85 })
    return cabinet(s, v, twoDoorSize, front + strip + badge(s, [52, 60], 100) + display(s, [215, 60, 180, 44]))
  },
}

/** The niche where a glass is filled with water or ice. */
function niche(s: Sheet, [x, y, w, h]: Box): string {
  const hollow = linear(s, [[0, '#08090a'], [0.5, '#22262a'], [1, '#3a4046']], [0, 0, 0, 1])
  const tray = linear(s, [[0, '#a7adb2'], [1, '#5d6368']], [0, 0, 0, 1])
  return glass(s, [x - 16, y - 130, w + 32, h + 150], { r: 14, gloss: 0.2 }) + display(s, [x, y - 108, w, 80]) +
    rect([x, y, w, h], { fill: hollow, r: 10 }) +
    ellipse([x + w / 2, y + 8], [w * 0.42, h * 0.35], softGlow(s, '#d7efff', 0.5)) +
    path(`M${x + w * 0.36} ${y}h${w * 0.28}l${-w * 0.05} 46h${-w * 0.18}z`, '#0b0c0d') +
    rect([x + w * 0.42, y + 60, w * 0.16, h * 0.42], { fill: '#596067', r: 6 }) +
    rect([x + 6, y + h - 26, w - 12, 22], { fill: tray, r: 4 }) +
    times(9, (i) => rect([x + 14 + (i * (w - 34)) / 9, y + h - 22, 6, 14], { fill: '#2a2e32', r: 2 }))
}

const sideBySideSize: Size = { w: 912, h: 1780, d: 690 }

export const refrigeratorSideBySide: Model = {
  size: sideBySideSize, stands: 'floor', pitch: [0, 5], yaw: 33, detail: [0.32, 0.42, 0.6],
  draw(s, v) {
    const doors: Door[] = [{ box: [2, 4, 390, 1724], grip: 'right' }, { box: [397, 4, 513, 1724], grip: 'left' }]
    const front = doors.map((one) => door(s, one, true)).join('')
    return cabinet(s, v, sideBySideSize, front + niche(s, [86, 640, 190, 300]) + badge(s, [760, 62], 110))
  },
}

const chestSize: Size = { w: 1020, h: 850, d: 600 }

export const freezerChest: Model = {
  size: chestSize, stands: 'floor', pitch: [7, 14], yaw: 28, detail: [0.58, 0.72, 0.5],
  draw(s, v) {
    const { w, h, d } = chestSize
    const lid = panel(s, [-6, 0, w + 12, 92], { r: 16 }) + rect([0, 84, w, 12], { fill: '#000', opacity: 0.28 })
    const handle = rod(s, [w / 2 - 130, 66, 260, 24]) + circle([w / 2 + 190, 70], 11, '#70767b') +
      rect([w / 2 + 188, 64, 4, 12], '#222')
    const vent = slats(s, [w - 290, h - 190, 230, 110], 8) + knob(withFinish(s, 'silver', s.u), [w - 360, h - 134], 30)
    const lamps = times(3, (i) => circle([w - 440 - i * 34, h - 134], 7,
      ['#36a269', s.accent, '#d7dadd'][i] ?? '#ddd'))
    const body = panel(s, [0, 92, w, h - 122], { r: 8 }) + vent + lamps + badge(s, [60, 150], 130)
    const feet = [30, w - 100].map((x) => rect([x, h - 32, 70, 32], { fill: '#26282a', r: 8 })).join('')
    const ribs = rect([60, 60, w - 120, d - 120], { stroke: s.tone.shade, width: 5, r: 30, opacity: 0.6 })
    const top = rect([-6, 0, w + 12, d + 2], { fill: topFill(s), r: 10 }) + ribs
    const side = rect([0, 6, d, h - 38], sideFill(s)) + rect([0, 0, d, 92], { fill: s.tone.shade, r: 6 }) +
      gap(s, [0, 92, d, 7]) + rect([20, h - 34, 60, 34], '#1f2022') + rect([d - 90, h - 34, 60, 34], '#1f2022')
    return boxForm(s, chestSize, v, { front: feet + body + lid + handle, side, top })
  },
}

function bottle(s: Sheet, x: number, y: number): string {
  const fill = linear(s, [[0, '#0f1f17'], [0.25, '#5d7f68'], [0.4, '#24402f'], [1, '#0a130d']])
  const cap = ['#7d1f2b', '#b89a5a', '#22262c', s.accent][Math.floor(s.rand() * 4)] ?? '#7d1f2b'
  return circle([x, y], 37, '#050607') + circle([x, y], 35, fill) + circle([x, y], 16, cap) +
    circle([x - 4, y - 4], 7, { fill: '#fff', opacity: 0.28 })
}

const coolerSize: Size = { w: 595, h: 1280, d: 580 }

export const wineCooler: Model = {
  size: coolerSize, stands: 'floor', pitch: [0, 6], yaw: 32, detail: [0.36, 0.32, 0.75],
  draw(s, v) {
    const inner: Box = [52, 110, 491, 1050]
    const wood = linear(s, [[0, '#d9ab74'], [1, '#8b5d31']], [0, 0, 0, 1])
    const warm = linear(s, [[0, '#ffdf9f', 0.75], [0.3, '#e2a95a', 0.25], [1, '#5b3a18', 0.2]], [0, 0, 0, 1])
    const rows = times(7, (row) => {
      const y = 188 + row * 148
      const shelf = rect([52, y + 40, 491, 26], wood) + rect([52, y + 40, 491, 4], { fill: '#fff', opacity: 0.3 })
      return times(6, (i) => (s.rand() > 0.12 ? bottle(s, 98 + i * 80, y) : '')) + shelf
    })
    const light = rect(inner, warm) + ellipse([297, 116], [230, 150], softGlow(s, '#fff0c9', 0.85))
    const inside = rect(inner, { fill: '#1a120b', r: 6 }) + clipped(s, rect(inner, '#000'), rows + light)
    const shine = linear(s, [[0, '#ffffff', 0.26], [1, '#ffffff', 0.03]])
    const mirror = clipped(s, rect(inner, '#000'), path('M60 110h170L120 1160H40z', shine) +
      path('M262 110h40L190 1160h-40z', shine))
    const frame = rect([2, 4, 591, 1206], { fill: faceFill(s), r: 6 }) +
      (s.tone.isMetal ? grain(s, [2, 4, 591, 1206]) : '')
    const front = frame + rim(s, [2, 4, 591, 1206], 6) + glass(s, [34, 36, 527, 1140], { r: 8, gloss: 0 }) + inside +
      mirror +
      rod(s, [520, 330, 20, 520]) + at(0, 0, display(s, [200, 48, 195, 46], '#ffd68a')) + badge(s, [60, 62], 80)
    return cabinet(s, v, coolerSize, front)
  },
}

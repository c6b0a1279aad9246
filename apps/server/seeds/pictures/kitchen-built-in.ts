import { badge, cast, display, faceFill, gap, glass, knob, panel, rim, rod, sideFill, slats, softGlow,
  topFill } from './materials.ts'
import type { Model } from './model.ts'
import type { Box } from './shapes.ts'
import { circle, curve, ellipse, path, rect, times } from './shapes.ts'
import type { Sheet } from './sheet.ts'
import { clipped, linear, tile, withFinish } from './sheet.ts'
import type { Faces, Size } from './solid.ts'
import { boxForm } from './solid.ts'
import { mix } from './tones.ts'

/** Side and top of a machine meant for a niche: bare zinc behind a finished front. */
function zincBody(s: Sheet, { w, h, d }: Size, lip: number): Omit<Faces, 'front'> {
  const zinc = withFinish(s, 'silver')
  const presses = [0.24, 0.62].map((t) => rect([d * t, h * 0.14, d * 0.26, h * 0.72],
    { stroke: '#000', width: 3, r: 14, opacity: 0.12 })).join('')
  const screws = times(4, (i) => circle([lip + 26, h * (0.1 + i * 0.26)], 5, '#5a5f63'))
  const side = rect([0, 6, d, h - 6], sideFill(s, zinc.tone)) + presses + screws + rect([0, 0, lip, h], sideFill(s)) +
    gap(s, [lip, 0, 3, h])
  const top = rect([0, 0, w, d], topFill(s, zinc.tone)) +
    slats(withFinish(s, 'graphite'), [w * 0.3, d * 0.2, w * 0.4, 60], 5) +
    rect([0, d - lip, w, lip], topFill(s))
  return { side, top }
}

function cavity(s: Sheet, box: Box, glow: string): string {
  const [x, y, w, h] = box
  const walls = linear(s, [[0, '#0c0a09'], [0.5, '#241a12'], [1, '#120d0a']], [0, 0, 0, 1])
  const rack = (top: number): string => rect([x + w * 0.07, top, w * 0.86, 4],
    { fill: '#c9b9a4', opacity: 0.75, r: 2 }) +
    times(22, (i) => rect([x + w * (0.08 + i * 0.039), top + 4, 2.4, 8], { fill: '#a3937f', opacity: 0.6 }))
  const rails = times(4, (i) =>
    [0.05, 0.93].map((t) => rect([x + w * t, y + h * (0.22 + i * 0.19), w * 0.02, 5],
    { fill: '#8d7f6f', opacity: 0.7 })).join(''))
  const lamp = ellipse([x + w * 0.5, y + h * 0.12], [w * 0.52, h * 0.75], softGlow(s, glow, 0.75))
  const deep = rect([x + w * 0.12, y + h * 0.1, w * 0.76, h * 0.72], { fill: '#000', opacity: 0.35, r: 14 })
  return rect(box, { fill: walls, r: 10 }) + clipped(s, rect(box, { fill: '#000', r: 10 }), deep + lamp + rails +
    rack(y + h * 0.48) + rack(y + h * 0.78))
}

function shine(s: Sheet, [x, y, w, h]: Box): string {
  const fill = linear(s, [[0, '#ffffff', 0.22], [1, '#ffffff', 0.01]], [0, 0, 0.4, 1])
  return clipped(s, rect([x, y, w, h], { fill: '#000', r: 10 }),
    path(`M${x + w * 0.1} ${y}h${w * 0.26}l${-w * 0.24} ${h}h${-w * 0.26}z`, fill) +
    path(`M${x + w * 0.42} ${y}h${w * 0.06}l${-w * 0.24} ${h}h${-w * 0.06}z`, fill))
}

const ovenSize: Size = { w: 595, h: 595, d: 548 }

export const ovenBuiltIn: Model = {
  size: ovenSize, stands: 'built-in', pitch: [0, 10], yaw: 30, detail: [0.38, 0.28, 0.6],
  draw(s, v) {
    const silver = withFinish(s, s.tone.isMetal ? s.finish : 'silver')
    const strip = panel(s, [0, 0, 595, 112], { r: 4 })
    const dials = [92, 503].map((x) => knob(silver, [x, 56], 31)).join('')
    const window: Box = [84, 232, 427, 262]
    const door = glass(s, [0, 120, 595, 462], { r: 5, gloss: 0.12 }) + cavity(s, window, '#ffb04d') +
      shine(s, [20, 200, 555, 330]) +
      rect(window, { stroke: '#000', width: 5, r: 10, opacity: 0.6 }) + rect([0, 552, 595, 30], faceFill(s)) +
        gap(s, [0, 548, 595, 3])
    const front = rect([4, 4, 587, 589], '#0d0e0f') + door + strip + dials +
      display(s, [200, 26, 195, 60], '#ffe6bd') + gap(s, [0, 113, 595, 6]) +
      rod(silver, [60, 154, 475, 24]) + badge(s, [252, 518], 92) + slats(withFinish(s, 'black'), [40, 583, 515, 10], 2)
    return boxForm(s, ovenSize, v, { front, ...zincBody(s, ovenSize, 24) })
  },
}

function steam(s: Sheet, x: number, y: number, h: number): string {
  const wisp = (dx: number, size: number): string =>
    path(curve([[x + dx, y], [x + dx - 14 * size, y - h * 0.3], [x + dx + 16 * size, y - h * 0.6],
    [x + dx - 6, y - h]]),
    { stroke: '#ffffff', width: 16 * size, opacity: 0.1, more: 'stroke-linecap="round"' })
  return [0, 1, 2].map((i) => wisp(i * 70, 1) + wisp(i * 70 + 6, 0.5)).join('') +
    ellipse([x + 70, y - h * 0.55], [190, h * 0.6], softGlow(s, '#ffffff', 0.3))
}

const steamSize: Size = { w: 595, h: 455, d: 540 }

export const steamOven: Model = {
  size: steamSize, stands: 'built-in', pitch: [0, 10], yaw: 30, detail: [0.4, 0.5, 0.6],
  draw(s, v) {
    const window: Box = [70, 150, 455, 232]
    const silver = withFinish(s, s.tone.isMetal ? s.finish : 'silver')
    const dish = ellipse([297, 330], [120, 20], '#e9e4dc') + path('M177 330q20 34 120 34t120-34z', '#cfc8bd') +
      times(3, (i) => circle([250 + i * 46, 314], 26, ['#f3efe6', '#faf6ee', '#efe9de'][i] ?? '#fff'))
    const inside = clipped(s, rect(window, { fill: '#000', r: 10 }), dish + steam(s, 230, 310, 140))
    const keys = times(6, (i) => circle([64 + i * 36, 50], 7, { stroke: i === 1 ? s.accent : '#cdd3d8', width: 2 }))
    const front = panel(s, [0, 0, 595, 442], { r: 5 }) + glass(s, [8, 8, 579, 80], { r: 5, gloss: 0.15 }) +
      display(s, [380, 20, 180, 56], '#c9ecff') + keys +
      glass(s, [8, 96, 579, 336], { r: 5, gloss: 0.1 }) + cavity(s, window, '#dff1ff') + inside +
        shine(s, [20, 110, 555, 310]) +
      rod(silver, [70, 108, 455, 22]) + badge(s, [255, 400], 84) + rect([20, 442, 555, 10], '#1a1b1d')
    return boxForm(s, steamSize, v, { front, ...zincBody(s, steamSize, 22) })
  },
}

const waveSize: Size = { w: 500, h: 292, d: 370 }

export const microwave: Model = {
  size: waveSize, stands: 'counter', pitch: [3, 13], yaw: 28, detail: [0.62, 0.5, 0.5],
  draw(s, v) {
    const { w, h, d } = waveSize
    const mesh = tile(s, [6, 6], circle([3, 3], 1.5, { fill: '#000', opacity: 0.85 }))
    const window: Box = [40, 48, 270, 178]
    const plate = ellipse([175, 190], [112, 14], { fill: '#dfe6ea', opacity: 0.55 }) +
      ellipse([175, 80], [150, 110], softGlow(s, '#ffd9a0', 0.55))
    const view = rect(window, { fill: '#17140f', r: 12 }) + clipped(s, rect(window, { fill: '#000', r: 12 }), plate) +
      rect(window, { fill: mesh, r: 12 })
    const door = glass(s, [10, 10, 352, h - 40], { r: 10, gloss: 0.12 }) + view + shine(s, [16, 14, 340, h - 48])
    const keys = times(6, (i) => rect([386 + (i % 2) * 50, 96 + Math.floor(i / 2) * 24, 42, 16],
      { fill: s.tone.light, stroke: s.tone.deep, width: 0.8, r: 8 }))
    const silver = withFinish(s, s.tone.isDark ? 'graphite' : 'silver')
    const body = panel(s, [0, 0, w, h - 14], { r: 12 })
    const front = body + door + gap(s, [366, 10, 3, h - 40]) + display(s, [384, 26, 96, 44]) + keys +
      knob(silver, [432, 218], 34) +
      rod(silver, [342, 52, 13, 172]) + badge(s, [150, 240], 60) +
        [30, w - 80].map((x) => rect([x, h - 14, 50, 14], { fill: '#1f2022', r: 3 })).join('')
    const side = rect([0, 0, d, h - 14], sideFill(s)) +
      slats(withFinish(s, 'black'), [d * 0.45, 50, d * 0.4, 70], 7) + rect([30, h - 14, 40, 14], '#1b1b1b') +
      rect([d - 70, h - 14, 40, 14], '#1b1b1b')
    return boxForm(s, waveSize, v, { front, side, top: rect([0, 0, w, d], topFill(s)) })
  },
}

const dishSize: Size = { w: 598, h: 845, d: 590 }

export const dishwasher: Model = {
  size: dishSize, stands: 'built-in', pitch: [0, 9], yaw: 31, detail: [0.36, 0.2, 0.6],
  draw(s, v) {
    const { w, h, d } = dishSize
    const silver = withFinish(s, s.tone.isMetal ? s.finish : 'silver')
    const keys = times(6, (i) => circle([64 + i * 34, 66], 7, { stroke: i === 0 ? s.accent : '#cdd3d8', width: 2 }))
    const strip = glass(s, [0, 26, w, 88], { r: 5, gloss: 0.2 }) + keys +
      display(s, [w / 2 - 70, 42, 140, 56], '#d8f1ff') + badge(s, [w - 140, 60], 92)
    const door = panel(s, [0, 118, w, h - 238], { r: 6 }) + rod(silver, [70, 154, w - 140, 24])
    const kick = rect([18, h - 116, w - 36, 100], linear(s, [[0, '#141517'], [1, '#3a3d40']], [0, 0, 0, 1])) +
      rect([18, h - 116, w - 36, 16], { fill: '#000', opacity: 0.5 })
    const feet = [44, w - 84].map((x) => rect([x, h - 16, 40, 16], { fill: '#2a2c2e', r: 3 })).join('')
    const front = feet + kick + panel(s, [-1, 0, w + 2, 22], { r: 4 }) + rect([2, 20, w - 4, 8], '#191a1c') + strip +
      door
    const side = rect([24, 0, d - 24, h - 16], sideFill(s)) +
      rect([0, 26, 24, h - 146], { fill: mix(s.tone.shade, s.tone.deep, 0.2) }) + gap(s, [24, 22, 4, h - 40]) +
      rect([0, 0, d, 22], { fill: mix(s.tone.shade, s.tone.deep, 0.3) }) + gap(s, [0, 22, d, 3]) +
        rect([50, h - 16, 40, 16], '#222') + rect([d - 90, h - 16, 40, 16], '#222')
    return boxForm(s, dishSize, v, { front, side, top: rect([0, 0, w, d], topFill(s)) })
  },
}

const sterilSize: Size = { w: 598, h: 640, d: 450 }

function drawerFace(s: Sheet, box: Box): string {
  const [x, y, w, h] = box
  const blue = ellipse([x + w / 2, y + h * 0.4], [w * 0.4, h * 0.45], softGlow(s, '#4aa8ff', 0.6))
  const plates = times(11, (i) => ellipse([x + w * 0.2 + i * w * 0.06, y + h * 0.56], [7, h * 0.19],
    { stroke: '#cfe6ff', width: 2.4, opacity: 0.42 }))
  const window: Box = [x + w * 0.12, y + h * 0.24, w * 0.76, h * 0.56]
  const inside = rect(window, { fill: '#081019', r: 12 }) + clipped(s, rect(window, { fill: '#000', r: 12 }), blue +
    plates)
  return glass(s, box, { r: 5, gloss: 0.1 }) + inside + shine(s, [x + 10, y + 10, w - 20, h - 20]) +
    cast([x + w * 0.2, y + 6, w * 0.6, 8], 4, 14)
}

export const sterilizerCabinet: Model = {
  size: sterilSize, stands: 'built-in', pitch: [0, 9], yaw: 30, detail: [0.4, 0.36, 0.62],
  draw(s, v) {
    const silver = withFinish(s, s.tone.isMetal ? s.finish : 'silver')
    const frame = panel(s, [0, 0, 598, 628], { r: 5 })
    const keys = times(5, (i) => circle([70 + i * 34, 46], 7, { stroke: i === 2 ? s.accent : '#cdd3d8', width: 2 }))
    const strip = glass(s, [8, 10, 582, 72], { r: 5, gloss: 0.18 }) + keys +
      display(s, [240, 22, 130, 48], '#9fd4ff') + badge(s, [470, 40], 88)
    const upper: Box = [8, 92, 582, 262]
    const lower: Box = [8, 362, 582, 258]
    const front = frame + strip + drawerFace(s, upper) + drawerFace(s, lower) + rod(silver, [110, 106, 378, 20]) +
      rod(silver, [110, 376, 378, 20]) +
      rim(s, upper, 5) + rim(s, lower, 5) + rect([20, 628, 558, 10], '#1a1b1d')
    return boxForm(s, sterilSize, v, { front, ...zincBody(s, sterilSize, 24) })
  },
}

import { badge, cast, display, gap, glass, knob, panel, rim, sideFill, slats, topFill } from './materials.ts'
import type { Model } from './model.ts'
import type { Box, Point } from './shapes.ts'
import { at, circle, ellipse, num, path, rect, times } from './shapes.ts'
import type { Sheet } from './sheet.ts'
import { clipped, linear, radial, withFinish } from './sheet.ts'
import type { Form, Size, View } from './solid.ts'
import { boxForm } from './solid.ts'
import { mix } from './tones.ts'

function drum(s: Sheet, [x, y]: Point, r: number): string {
  const steel = radial(s, [[0, '#5a6066'], [0.6, '#83898e'], [0.85, '#4b5055'], [1, '#1c1f22']], [0.55, 0.4, 0.6])
  const rings = times(6, (ring) => times(10 + ring * 5, (i) => {
    const angle = (i / (10 + ring * 5)) * Math.PI * 2 + ring * 0.4
    const reach = r * (0.22 + ring * 0.125)
    const spot: Point = [x + Math.cos(angle) * reach, y + Math.sin(angle) * reach]
    return circle(spot, r * 0.018, { fill: '#16181a', opacity: 0.75 })
  }))
  const lifters = times(3, (i) => `<g transform="rotate(${i * 120 + 30} ${num(x)} ${num(y)})">${
    rect([x - r * 0.07, y - r * 0.92, r * 0.14, r * 0.52], { fill: '#aab0b5', r: r * 0.06, opacity: 0.8 })}</g>`)
  return circle([x, y], r, steel) + rings + lifters
}

/** A round loading door: metal ring, deep glass bowl, the drum behind it and the window mirrored in front. */
function porthole(s: Sheet, [x, y]: Point, r: number, isClear = true): string {
  const chrome = linear(s, [[0, '#ffffff'], [0.25, '#c3c8cc'], [0.5, '#eef0f1'], [0.75, '#8a9095'], [1, '#d8dbdd']],
    [0.1, 0, 0.9, 1])
  const inner = linear(s, [[0, '#0c0d0f'], [0.5, '#3a3e43'], [1, '#6d7379']], [0.2, 0, 0.8, 1])
  const bowl = radial(s, [[0, '#20262c', 0.25], [0.62, '#12161a', 0.35], [0.9, '#050607', 0.9], [1, '#000000', 0.95]],
    [0.5, 0.52, 0.5])
  const shine = linear(s, [[0, '#ffffff', 0.62], [1, '#ffffff', 0.02]], [0, 0, 0.6, 1])
  const g = r * 0.7
  const crescent = `M${num(x - g * 0.86)} ${num(y + g * 0.1)}A${num(g * 0.9)} ${num(g * 0.9)} 0 0 1 ${num(x +
    g * 0.2)} ${num(y - g * 0.86)}` +
    `A${num(g * 1.1)} ${num(g * 1.1)} 0 0 0 ${num(x - g * 0.86)} ${num(y + g * 0.1)}Z`
  const low = `M${num(x + g * 0.9)} ${num(y + g * 0.1)}A${num(g * 0.9)} ${num(g * 0.9)} 0 0 1 ${num(x +
    g * 0.1)} ${num(y + g * 0.9)}` +
    `A${num(g)} ${num(g)} 0 0 0 ${num(x + g * 0.9)} ${num(y + g * 0.1)}Z`
  return cast([x - r, y - r, r * 2, r * 2], r, r * 0.12) + circle([x, y], r, chrome) +
    circle([x, y], r * 0.955, mix(s.tone.deep, '#101214', 0.7)) + circle([x, y], r * 0.93, inner) +
    circle([x, y], r * 0.76, '#08090a') + (isClear ? drum(s, [x, y], r * 0.72) : '') + circle([x, y], r * 0.76, bowl) +
    path(crescent, shine) + path(low, { fill: '#fff', opacity: 0.1 }) +
    circle([x, y], r * 0.76, { stroke: '#fff', width: r * 0.008, opacity: 0.25 }) +
    circle([x, y], r * 0.845, { stroke: s.accent, width: r * 0.018, opacity: 0.9 })
}

function doorGrip(s: Sheet, [x, y]: Point, r: number): string {
  const fill = linear(s, [[0, '#0b0c0d'], [0.6, '#4a4f54'], [1, '#9aa0a5']])
  const [a, b] = [r * 0.79, r * 0.93]
  const d = `M${num(x + a * 0.95)} ${num(y - a * 0.31)}L${num(x + b * 0.95)} ${num(y - b * 0.31)}` +
    `A${num(b)} ${num(b)} 0 0 1 ${num(x + b * 0.95)} ${num(y + b * 0.31)}L${num(x + a * 0.95)} ${num(y + a * 0.31)}` +
    `A${num(a)} ${num(a)} 0 0 0 ${num(x + a * 0.95)} ${num(y - a * 0.31)}Z`
  return path(d, fill)
}

function machineSide(s: Sheet, { d, h }: Size): string {
  const fall = linear(s, [[0, '#ffffff', 0.12], [0.5, '#ffffff', 0], [1, '#000000', 0.2]], [0, 0, 0, 1])
  return rect([0, 0, d, h - 14], sideFill(s)) + rect([0, 0, d, h - 14], fall) +
    rect([d * 0.14, h * 0.12, d * 0.72, h * 0.74], { stroke: '#000', width: 3, r: 20, opacity: 0.08 }) +
    rect([d * 0.14 + 3, h * 0.12 + 3, d * 0.72, h * 0.74], { stroke: '#fff', width: 2, r: 20, opacity: 0.25 }) +
    gap(s, [14, 0, 3, h - 14]) + rect([40, h - 14, 50, 14], '#222') + rect([d - 90, h - 14, 50, 14], '#222')
}

function feet({ w, h }: Size): string {
  return [46, w - 96].map((x) => rect([x, h - 16, 50, 16], { fill: '#242628', r: 4 })).join('')
}

function topPlate(s: Sheet, { w, d }: Size): string {
  return rect([0, 0, w, d], topFill(s)) + rect([0, d - 8, w, 3], { fill: '#000', opacity: 0.15 }) +
    rect([30, 26, w - 60, d - 60], { stroke: s.tone.shade, width: 3, r: 14, opacity: 0.5 })
}

function controls(s: Sheet, w: number, isDryer: boolean): string {
  const dark = withFinish(s, 'black', s.u)
  const drawer = isDryer ? '' : gap(s, [14, 20, 2, 96]) + panel(s, [16, 18, 168, 100], { r: 6 }) +
    rect([40, 96, 120, 14], { fill: '#000', r: 7, opacity: 0.35 })
  const strip = glass(s, [isDryer ? 24 : 200, 22, isDryer ? w - 48 : w - 224, 92], { r: 10, gloss: 0.2 })
  const lamps = times(7, (i) => circle([w - 134 + (i % 4) * 29, 52 + Math.floor(i / 4) * 34], 4.5,
    i === 2 ? s.accent : '#cfd6db'))
  return drawer + strip + knob(withFinish(s, 'silver', s.u), [w * 0.5, 68], 39) +
    display(dark, [w * 0.5 + 54, 40, 92, 56]) +
    lamps + badge(s, [isDryer ? 52 : 44, isDryer ? 60 : 48], 86)
}

function washerFront(s: Sheet, size: Size, isDryer: boolean): string {
  const { w, h } = size
  const r = isDryer ? 192 : 205
  const centre: Point = [w / 2, h * 0.52]
  const kick = panel(s, [16, h - 112, w - 32, 84], { r: 6, gloss: 0 })
  const flap = isDryer ? slats(s, [60, h - 92, w - 120, 44], 6) : rect([w - 128, h - 96, 84, 52],
    { stroke: '#000', width: 2, r: 8, opacity: 0.25 })
  return feet(size) + panel(s, [0, 0, w, h - 14], { r: 14 }) + gap(s, [0, 132, w, 3]) + kick + flap +
    controls(s, w, isDryer) +
    porthole(s, centre, r) + doorGrip(s, centre, r)
}

function machine(s: Sheet, v: View, size: Size, front: string): Form {
  return boxForm(s, size, v, { under: s.tone.base, front, side: machineSide(s, size), top: topPlate(s, size) })
}

const frontSize: Size = { w: 598, h: 850, d: 560 }

export const washerFrontLoader: Model = {
  size: frontSize, stands: 'floor', pitch: [0, 9], yaw: 31, detail: [0.36, 0.46, 0.62],
  draw: (s, v) => machine(s, v, frontSize, washerFront(s, frontSize, false)),
}

export const dryer: Model = {
  size: frontSize, stands: 'floor', pitch: [0, 9], yaw: 31, detail: [0.36, 0.3, 0.62],
  draw: (s, v) => machine(s, v, frontSize, washerFront(s, frontSize, true)),
}

const setSize: Size = { w: 598, h: 1715, d: 560 }

export const washerDryerSet: Model = {
  size: setSize, stands: 'floor', pitch: [0, 5], yaw: 31, detail: [0.4, 0.5, 0.85],
  draw(s, v) {
    const lower = at(0, 866, washerFront(s, frontSize, false))
    const shelf = rect([-2, 838, 602, 30], { fill: mix(s.tone.shade, s.tone.deep, 0.4), r: 3 }) +
      rect([-2, 838, 602, 4], { fill: '#fff', opacity: 0.5 })
    const front = lower + washerFront(s, frontSize, true) + shelf
    const side = machineSide(s, frontSize) + at(0, 866, machineSide(s, frontSize)) +
      rect([0, 838, 560, 30], s.tone.deep)
    return boxForm(s, setSize, v, { front, side, top: topPlate(s, setSize) })
  },
}

const topSize: Size = { w: 560, h: 950, d: 580 }

function topLid(s: Sheet, { w, d }: Size): string {
  const lid: Box = [34, 96, w - 68, d - 150]
  const tinted = linear(s, [[0, '#5b646c'], [0.5, '#2b3036'], [1, '#16181b']], [0, 0, 0.6, 1])
  const tub = clipped(s, rect(lid, { fill: '#000', r: 24 }), ellipse([w / 2, d * 0.5], [180, 165], '#3d434a') +
    ellipse([w / 2, d * 0.5], [165, 150], { stroke: '#9aa3aa', width: 6, opacity: 0.5 }) +
      ellipse([w / 2, d * 0.5], [50, 44], { fill: '#8c959c', opacity: 0.5 }))
  const shine = path(`M80 96h150L120 ${d - 54}H40z`, linear(s, [[0, '#ffffff', 0.4], [1, '#ffffff', 0.02]]))
  const panelBack = glass(s, [30, 18, w - 60, 62], { r: 12, gloss: 0.2 }) + display(s, [w * 0.36, 26, w * 0.28, 46])
  const lamps = times(4, (i) => circle([70 + i * 30, 49], 7, i === 0 ? s.accent : '#cfd6db') +
    circle([w - 70 - i * 30, 49], 7, '#cfd6db'))
  return rect([0, 0, w, d], { fill: topFill(s), r: 30 }) + rect(lid, { fill: tinted, r: 24 }) + tub +
    clipped(s, rect(lid, { fill: '#000', r: 24 }), shine) +
    rim(s, lid, 24) + panelBack + lamps + rect([w / 2 - 70, d - 66, 140, 18], { fill: '#000', r: 9, opacity: 0.4 })
}

export const washerTopLoader: Model = {
  size: topSize, stands: 'floor', pitch: [16, 24], yaw: 27, detail: [0.45, 0.25, 0.7],
  draw(s, v) {
    const { w, h, d } = topSize
    const front = feet(topSize) + panel(s, [0, 0, w, h - 14], { r: 16 }) +
      rect([0, 0, w, 30], { fill: '#fff', opacity: 0.35, r: 14 }) +
      gap(s, [0, 62, w, 3]) + gap(s, [0, h - 96, w, 3]) + badge(s, [w / 2 - 60, 26], 120)
    const side = rect([0, 0, d, h - 14], sideFill(s)) + gap(s, [0, 62, d, 3]) + gap(s, [0, h - 96, d, 3]) +
      rect([d * 0.3, h * 0.3, d * 0.4, 50], { fill: '#000', r: 25, opacity: 0.16 }) +
        rect([30, h - 14, 50, 14], '#222') + rect([d - 80, h - 14, 50, 14], '#222')
    return boxForm(s, topSize, v, { under: s.tone.base, front, side, top: topLid(s, topSize) })
  },
}

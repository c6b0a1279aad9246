import { badge, display, faceFill, gap, glass, grain, knob, panel, sideFill, softGlow, topFill } from './materials.ts'
import type { Model } from './model.ts'
import type { Box, Point } from './shapes.ts'
import { circle, ellipse, group, num, outline, path, rect, times } from './shapes.ts'
import type { Sheet } from './sheet.ts'
import { linear, radial, withFinish } from './sheet.ts'
import type { Frame, Size, Spot } from './solid.ts'
import { block, boundsOf, boxed, levelMatrix, place, sideMatrix, slantMatrix, stack, wallShadow } from './solid.ts'
import { mix } from './tones.ts'

function chimney(s: Sheet, { w, h, d }: Size): { front: string; side: string; top: string } {
  const half = h * 0.52
  const sheath = panel(s, [0, 0, w, half], { r: 1 }) + panel(s, [-5, half - 2, w + 10, h - half + 2], { r: 1 })
  const shade = rect([0, half - 12, w, 10], { fill: '#000', opacity: 0.14 })
  const side = rect([0, 0, d, h], sideFill(s)) + rect([0, half, d, 3], { fill: '#000', opacity: 0.25 }) +
    times(6, (i) => rect([d * 0.25, 30 + i * 16, d * 0.5, 6], { fill: '#000', opacity: 0.4, r: 3 }))
  return { front: sheath + shade, side, top: rect([0, 0, w, d], topFill(s)) }
}

/** The shadow a hood throws on the wall: its chimney and its body. */
function hoodShadow(s: Sheet, frame: Frame, stem: Size, bodyHigh: number): string {
  const { size, view } = frame
  const [bounds, middle] = [boundsOf(size, view), place(size, view, [size.w / 2, size.h, size.d / 2])]
  return wallShadow(s, [[bounds[0], -bodyHigh, bounds[2], 0], [middle[0] - stem.w * 0.5, bounds[1] + 8, middle[0] +
    stem.w * 0.5, -bodyHigh]])
}

const topHoodSize: Size = { w: 895, h: 690, d: 500 }

export const rangeHoodTop: Model = {
  size: topHoodSize, stands: 'wall', pitch: [0, 4], yaw: 28, detail: [0.38, 0.85, 0.55],
  draw(s, v) {
    const frame: Frame = { size: topHoodSize, view: v }
    const { w, d } = topHoodSize
    const stem: Size = { w: 320, h: 440, d: 290 }
    const pipe = block(frame, [(w - stem.w) / 2, 250, 205], stem, chimney(s, stem))
    const slope = group(path(outline([[290, 0], [w - 290, 0], [w, 196], [0, 196]]), faceFill(s)) +
      path(outline([[290, 0], [w - 290, 0], [w, 196], [0, 196]]), { fill: '#000', opacity: 0.06 }) +
      (s.tone.isMetal ? grain(s, [180, 0, w - 360, 196]) : ''), slantMatrix(frame, [0, 254, 205], [0, 108, 0]))
    const spots: Spot[] = [[w, 108, 0], [w - 290, 254, 205], [w - 290, 254, d], [w, 108, d]]
    const flank = v.yaw > 0 ? path(outline(spots.map((spot) => place(frame.size, v, spot))), sideFill(s)) : ''
    const canopy: Size = { w, h: 108, d }
    const keys = times(5, (i) => circle([w / 2 - 128 + i * 64, 54], 15,
      { stroke: i === 2 ? s.accent : '#dfe5e9', width: 3.4 }) +
      circle([w / 2 - 128 + i * 64, 54], 4, i === 2 ? s.accent : '#dfe5e9'))
    const front = glass(s, [0, 0, w, 96], { r: 5 }) + keys + badge(s, [46, 46], 100) +
      rect([6, 96, w - 12, 12], s.tone.deep) +
      [150, w - 270].map((x) => rect([x, 97, 120, 8], { fill: '#fff3d2', r: 4 })).join('')
    const base = block(frame, [0, 0, 0], canopy, { front, side: rect([0, 0, d, 108], sideFill(s)) +
      gap(s, [0, 94, d, 3]), top: '' })
    const lights = [210, w - 210].map((x) => ellipse([x - w / 2, 30], [150, 60], softGlow(s, '#fff0c4', 0.6))).join('')
    const form = boxed(s, topHoodSize, v, '')
    return { ...form, art: (v.yaw > 0 ? '' : lights) + flank + pipe + slope +
      base, shadow: hoodShadow(s, frame, stem, 108) }
  },
}

const sideHoodSize: Size = { w: 895, h: 820, d: 400 }

function suction(s: Sheet, w: number): string {
  const board = glass(s, [0, 0, w, 420], { r: 8, gloss: 0.34 })
  const plate = glass(s, [w / 2 - 250, 120, 500, 236],
    { r: 12, gloss: 0.45, fill: linear(s, [[0, '#4a4f54'], [1, '#1a1c1f']], [0, 0, 0.6, 1]) })
  const slot = rect([w / 2 - 262, 108, 524, 260], { fill: '#000', r: 18 })
  const glow = rect([w / 2 - 262, 364, 524, 5], { fill: s.accent, r: 3 })
  return board + slot + plate + glow + badge(s, [w / 2 - 62, 52], 124)
}

export const rangeHoodSide: Model = {
  size: sideHoodSize, stands: 'wall', pitch: [0, 4], yaw: 28, detail: [0.4, 0.74, 0.55],
  draw(s, v) {
    const frame: Frame = { size: sideHoodSize, view: v }
    const { w, d } = sideHoodSize
    const stem: Size = { w: 420, h: 420, d: 260 }
    const pipe = block(frame, [(w - stem.w) / 2, 400, 140], stem, chimney(s, stem))
    const wedge = outline([[230, 0], [d, 0], [d, 402], [0, 402], [0, 336]])
    const flank = v.yaw > 0 ? group(path(wedge, sideFill(s)), sideMatrix(frame, [w, 402, 0])) : ''
    const lid = group(rect([0, 0, w, d - 230], topFill(s)), levelMatrix(frame, [0, 402, d]))
    const board = group(suction(s, w), slantMatrix(frame, [0, 402, 230], [0, 62, 0]))
    const keys = times(5, (i) => circle([w / 2 - 120 + i * 60, 31], 11,
      { stroke: i === 2 ? s.accent : '#6e7378', width: 3 }))
    const lip = panel(s, [0, 0, w, 62], { r: 4 }) + glass(s, [w / 2 - 180, 8, 360, 46], { r: 23 }) + keys
    const base = block(frame, [0, 0, 0], { w, h: 62, d }, { front: lip })
    return { ...boxed(s, sideHoodSize, v, ''), art: pipe + flank + lid + board +
      base, shadow: hoodShadow(s, frame, stem, 402) }
  },
}

const gasSize: Size = { w: 750, h: 118, d: 440 }
const slab = 42

function burner(s: Sheet, frame: Frame, [x, y]: Point): string {
  const brass = linear(s, [[0, '#f2d79a'], [0.5, '#b8893d'], [1, '#6d4a17']], [0, 0, 0.8, 1])
  const cap = radial(s, [[0, '#5a5d60'], [0.7, '#2c2e31'], [1, '#121315']], [0.38, 0.32, 0.75])
  const on = (heights: number[], draw: (h: number) => string): string => stack(frame, [0, 0, gasSize.d], heights, draw)
  const pan = on([slab], () => circle([x + 6, y + 8], 132, { fill: '#000', opacity: 0.35 }) +
    circle([x, y], 126, radial(s, [[0, '#26282b'], [0.75, '#5d6266'], [0.9, '#b4b9bd'], [1, '#6d7276']])) +
      circle([x, y], 100, '#1d1f21'))
  const crown = on([48, 52, 56, 60, 64], () => circle([x, y], 74, '#5a3f17')) +
    on([66], () => circle([x, y], 74, brass) +
    times(28, (i) => `<g transform="rotate(${num((i * 360) / 28)} ${x} ${y})">${rect([x - 2, y - 74, 4, 12],
      '#3c290c')}</g>`))
  const lids = on([70, 74, 78], () => circle([x, y], 54, '#17181a')) +
    on([80], () => circle([x, y], 54, cap) + circle([x, y], 20, brass))
  const bars = (fill: string): string => times(4, (i) => `<g transform="rotate(${i * 90 + 45} ${x} ${y})">${
    rect([x - 7, y - 134, 14, 96], { fill, r: 5 })}</g>`) + circle([x, y], 128, { stroke: fill, width: 12 })
  const legs = on([56, 64, 72, 80, 88],
    () => times(4, (i) => `<g transform="rotate(${i * 90 +
    45} ${x} ${y})">${rect([x - 7, y - 136, 14, 16], '#0e0f10')}</g>`))
  return pan + crown + lids + legs + on([92, 95, 98], () => bars('#0d0e0f')) + on([101], () => bars('#34373a'))
}

function hobPlate(s: Sheet, frame: Frame, drawn: string): string {
  const { w, d } = frame.size
  const isGlass = !s.tone.isMetal
  const { light, base, shade, deep } = s.tone
  const fill = linear(s, [[0, mix(light, base, 0.6)], [0.4, base], [1, s.tone.isDark ? deep : shade]], [0, 0, 0.7, 1])
  const top = isGlass ? glass(s, [0, 0, w, d], { r: 18, gloss: 0.28, fill }) : panel(s, [0, 0, w, d], { r: 18 })
  const edge = mix(s.tone.deep, '#000000', 0.3)
  const under = stack(frame, [0, 0, d], [0, 8, 16, 22], () => rect([26, 22, w - 52, d - 44],
    { fill: '#1b1c1e', r: 12 }))
  const rims = stack(frame, [0, 0, d], [26, 30, 34, 38],
    () => rect([0, 0, w, d], { fill: isGlass ? '#8e9498' : edge, r: 18 }))
  return under + rims + group(top + drawn, levelMatrix(frame, [0, slab, d]))
}

export const gasHob: Model = {
  size: gasSize, stands: 'inset', pitch: [40, 36], yaw: 24, detail: [0.34, 0.42, 0.55],
  draw(s, v) {
    const frame: Frame = { size: gasSize, view: v }
    const { w, d } = gasSize
    const marks = rect([w / 2 - 42, 60, 84, 5], { fill: s.accent, r: 3 }) + badge(s, [w / 2 - 45, 36], 90)
    const plate = hobPlate(s, frame, marks)
    const knobs = [w / 2 - 62, w / 2 + 62].map((x) => stack(frame, [0, 0, d], [44, 50, 56, 62, 68], (y) =>
      y === 68 ? knob(withFinish(s, 'silver'), [x, d - 62], 30) : circle([x, d - 62], 30, '#4c5054'))).join('')
    const fires = [180, w - 180].map((x) => burner(s, frame, [x, d * 0.44])).join('')
    const form = boxed(s, gasSize, v, '')
    return { ...form, art: plate + fires + knobs, shadow: boxed(s, { ...gasSize, h: slab }, v, '').shadow }
  },
}

const inductionSize: Size = { w: 720, h: slab, d: 420 }

function zone(s: Sheet, [x, y]: Point, r: number): string {
  const ink = s.tone.isDark ? '#dfe3e6' : '#6d757b'
  const glow = radial(s, [[0, '#ff6a2a', 0], [0.7, '#ff5a1e', 0.04], [0.92, '#ff5a1e', 0.2], [1, '#ff5a1e', 0]])
  const ticks = times(60, (i) =>
    `<g transform="rotate(${i * 6} ${x} ${y})">${rect([x - 0.8, y - r, 1.6, i % 5 ? 6 : 12],
    { fill: ink, opacity: 0.7 })}</g>`)
  return circle([x, y], r, glow) + circle([x, y], r, { stroke: ink, width: 1.8, opacity: 0.75 }) + ticks +
    circle([x, y], r * 0.55, { stroke: ink, width: 1.4, opacity: 0.5 }) +
    rect([x - 16, y - 1, 32, 2], { fill: ink, opacity: 0.6 }) +
      rect([x - 1, y - 16, 2, 32], { fill: ink, opacity: 0.6 })
}

export const inductionHob: Model = {
  size: inductionSize, stands: 'inset', pitch: [42, 36], yaw: 24, detail: [0.36, 0.55, 0.55],
  draw(s, v) {
    const frame: Frame = { size: inductionSize, view: v }
    const { w, d } = inductionSize
    const slider = (x: number): string =>
      times(9, (i) => rect([x + i * 13, d - 52 + (i > 5 ? 0 : 0), 9, 14],
      { fill: i < 5 ? s.accent : '#8d9499', r: 2 })) +
      circle([x - 24, d - 45], 9, { stroke: s.tone.isDark ? '#dfe3e6' : '#6d757b', width: 2 }) +
        circle([x + 140, d - 45], 9, { stroke: s.tone.isDark ? '#dfe3e6' : '#6d757b', width: 2 })
    const box: Box = [w / 2 - 44, d - 66, 88, 42]
    const drawn = zone(s, [185, 180], 118) + zone(s, [w - 185, 180], 102) + slider(120) + slider(w - 240) +
      display(s, box) + badge(s, [w / 2 - 38, 30], 76)
    return boxed(s, inductionSize, v, hobPlate(s, frame, drawn))
  },
}


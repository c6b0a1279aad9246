import { badge, knob, panel, rim, sideFill, topFill, tubeFill } from './materials.ts'
import type { Model } from './model.ts'
import type { Point } from './shapes.ts'
import { circle, curve, ellipse, group, num, outline, path, rect, times } from './shapes.ts'
import type { Sheet } from './sheet.ts'
import { clipped, linear, withFinish } from './sheet.ts'
import type { Frame, Ring, Size, View } from './solid.ts'
import { block, boxed, lathe, place, sideMatrix } from './solid.ts'
import { band, lid, onFace, roundForm, turned } from './round.ts'
import { mix, toneOf } from './tones.ts'

const dark = toneOf('black')
const steel = toneOf('silver')

function jug(s: Sheet, v: View): string {
  const wall: Ring[] = [{ r: 56, y: 138, round: 6 }, { r: 64, y: 180, round: 20 }, { r: 80, y: 372, round: 4 }]
  const shape = path(lathe(wall, v), '#000')
  const clear = linear(s, [[0, '#7f98a6', 0.62], [0.1, '#cfe0e8', 0.35], [0.24, '#ffffff', 0.75],
    [0.34, '#dbe9ef', 0.25], [0.7, '#b9ced9', 0.22], [0.88, '#8ea8b6', 0.5], [1, '#5d7786', 0.75]])
  const juice = linear(s, [[0, '#d8743a'], [0.3, '#ffb066'], [0.6, '#ef8a3c'], [1, '#a94c19']])
  const level = turned(s, [{ r: 57, y: 142 }, { r: 64, y: 180, round: 16 }, { r: 74, y: 290 }], v, juice) +
    ellipse([0, -290], [74, Math.max(74 * Math.sin(v.pitch * 0.0175), 3)], '#ffc98a') +
    times(6, (i) => circle([-40 + i * 15, -200 - (i % 3) * 26], 4 + (i % 3) * 2, { fill: '#fff', opacity: 0.22 }))
  const marks = times(5, (i) => rect([30, -330 + i * 34, 18, 2.4], { fill: '#ffffff', opacity: 0.85 }))
  const blades = path('M-30 -152L0 -160L30 -152L0 -146Z', '#d7dbde') +
    path('M-22 -168L0 -158L22 -168L0 -152Z', '#9aa1a6')
  const glints = rect([-56, -360, 12, 200], { fill: '#fff', opacity: 0.45, r: 6 }) +
    rect([-38, -350, 4, 180], { fill: '#fff', opacity: 0.35, r: 2 })
  return path(lathe(wall, v), linear(s, [[0, '#c4d3da'], [0.5, '#eef4f6'], [1, '#a9bcc6']])) +
    clipped(s, shape, level + blades) + path(lathe(wall, v), clear) + marks + glints
}

export const blender: Model = {
  size: { w: 210, h: 430, d: 200 }, stands: 'counter', pitch: [6, 13], yaw: 30, detail: [0.45, 0.62, 0.95],
  draw(s, v) {
    const turn = Math.cos((v.yaw * Math.PI) / 180)
    const foot: Ring[] = [{ r: 92, y: 6, round: 8 }, { r: 94, y: 40, round: 26 }, { r: 74, y: 112, round: 20 },
      { r: 64, y: 128, round: 4 }]
    const collar: Ring[] = [{ r: 60, y: 126 }, { r: 62, y: 150, round: 4 }]
    const reach: Point[] = [[70, -352], [124, -330], [124, -276], [106, -220], [66, -196]]
    const arm = curve(reach.map(([x, y]) => [x * turn, y]))
    const handle = path(arm, { stroke: '#1b1c1f', width: 20, more: 'stroke-linecap="round"' }) +
      path(arm, { stroke: '#70757a', width: 4, opacity: 0.7, more: 'transform="translate(-4 -3)"' })
    const top = turned(s, [{ r: 82, y: 368, round: 3 }, { r: 84, y: 390, round: 6 }, { r: 76, y: 402, round: 6 },
      { r: 40, y: 404 }], v, tubeFill(s, dark)) +
      turned(s, [{ r: 38, y: 400 }, { r: 36, y: 422, round: 8 }, { r: 20, y: 426 }], v, tubeFill(s, dark)) +
        lid(s, [22, 426], v, dark)
    const face = knob(withFinish(s, 'silver'), [0, 4], 30) +
      times(2, (i) => rect([-62 + i * 102, -2, 22, 12], { fill: i ? s.accent : '#cfd5da', stroke: s.tone.deep,
      width: 0.8, r: 6 }))
    const art = turned(s, [{ r: 88, y: 0 }, { r: 92, y: 8 }], v, tubeFill(s, dark)) + handle + turned(s, foot, v) +
      band([93, 30], v, { color: s.tone.deep, width: 1.6, opacity: 0.6 }) +
      onFace(88, v, 62, face) + turned(s, collar, v, tubeFill(s, dark)) + jug(s, v) + top +
        onFace(66, v, 116, badge(s, [-22, 0], 44))
    const form = roundForm(s, v, art, [92, 120, 430])
    return { ...form, bounds: [-96, form.bounds[1], 132 * turn + 6, form.bounds[3]] }
  },
}

const coffeeSize: Size = { w: 300, h: 395, d: 330 }

function group58(s: Sheet, frame: Frame): string {
  const [x, y] = place(frame.size, frame.view, [150, 262, 96])
  const metal = tubeFill(s, steel)
  const spout = `<g transform="translate(${num(x)} ${num(y)})">`
  return `${spout}${path(outline([[-40, 0], [40, 0], [36, 26, 8], [-36, 26, 8]]),
    metal)}${path(outline([[-44, 24, 4], [44, 24, 4], [40, 46, 10], [-40, 46, 10]]), metal)}` +
    `${path(outline([[-12, 44], [12, 44], [20, 66, 3], [10, 70, 3], [0, 56], [-10, 70, 3], [-20, 66, 3]]), metal)}` +
    `${path(outline([[-15, 26, 8], [15, 26, 8], [19, 58, 10], [12, 108, 14], [-12, 108, 14], [-19, 58, 10]]),
      linear(s, [[0, '#17181a'], [0.35, '#5d6266'], [0.6, '#2a2c2f'], [1, '#0c0d0e']]))}` +
    `${rect([-15, 24, 30, 12], { fill: metal, r: 4 })}${circle([0, 92], 6, s.accent)}</g>`
}

function cup(s: Sheet, frame: Frame): string {
  const [x, y] = place(frame.size, frame.view, [150, 62, 100])
  const china = linear(s, [[0, '#cfd1d2'], [0.3, '#ffffff'], [0.6, '#f1f1f0'], [1, '#aeb2b4']])
  return `<g transform="translate(${num(x)} ${num(y)})">${ellipse([4, 2], [52, 9], { fill: '#000', opacity: 0.3 })}${
    path('M34 -34q22 -2 18 14t-26 12',
      { stroke: '#e3e4e4', width: 6 })}${path(outline([[-38, -44], [38, -44], [26, 2, 16], [-26, 2, 16]]), china)}${
    ellipse([0, -44], [38, 7], '#f7f7f6')}${ellipse([0, -43], [33, 5], '#6b3d1e')}${ellipse([-4, -43.5], [20, 2.6],
      '#c98f54')}</g>`
}

export const coffeeMachine: Model = {
  size: coffeeSize, stands: 'counter', pitch: [4, 11], yaw: 29, detail: [0.42, 0.48, 0.62],
  draw(s, v) {
    const frame: Frame = { size: coffeeSize, view: v }
    const { w, d } = coffeeSize
    const silver = withFinish(s, s.tone.isMetal ? s.finish : 'silver')
    const plain = (part: Size, front: string): { front: string; side: string; top: string } => ({ front,
      side: rect([0, 0, part.d, part.h], sideFill(s)), top: rect([0, 0, part.w, part.d], topFill(s)) })
    const tray: Size = { w, h: 62, d }
    const grid = rect([14, 190, w - 28, d - 200], { fill: '#202326', r: 6 }) +
      times(15, (i) => rect([22 + i * 17.3, 196, 9, d - 212], { fill: '#b5babe', r: 4 }))
    const low = block(frame, [0, 0, 0], tray,
      { ...plain(tray, panel(s, [0, 0, w, 54], { r: 8 }) + rect([20, 54, w - 40, 8], '#141516') +
      badge(s, [w / 2 - 36, 22], 72)),
      top: rect([0, 0, w, d], topFill(s)) + grid })
    const column: Size = { w, h: 210, d: 150 }
    const back = block(frame, [0, 62, 180], column,
      plain(column, rect([0, 0, w, 210],
      linear(s, [[0, mix(s.tone.deep, '#000000', 0.35)], [0.5, mix(s.tone.shade, '#000000', 0.12)],
      [1, mix(s.tone.deep, '#000000', 0.25)]])) +
      rect([0, 0, w, 110], linear(s, [[0, '#000000', 0.45], [1, '#000000', 0]], [0, 0, 0, 1]))))
    const head: Size = { w, h: 122, d }
    const dial = circle([150, 60], 36, mix(steel.deep, '#000000', 0.2)) + circle([150, 60], 32, '#fbfaf7') +
      times(9, (i) => `<g transform="rotate(${i * 30 - 120} 150 60)">${rect([149, 32, 2, 7], '#33373a')}</g>`) +
      `<g transform="rotate(38 150 60)">${rect([148.6, 36, 2.8, 26], s.accent)}</g>` + circle([150, 60], 4, '#33373a')
    const buttons = times(2,
      (i) => circle([60 + i * 180, 60], 25, linear(s, [[0, steel.light], [1, steel.deep]], [0, 0, 1, 1])) +
      circle([60 + i * 180, 60], 21, linear(s, [[0, steel.shade], [1, steel.light]], [0, 0, 1, 1])))
    const face = panel(s, [0, 0, w, 122], { r: 10 }) + dial + buttons + rim(s, [0, 0, w, 122], 10)
    const cups = times(3, (i) => ellipse([70 + i * 80, 130], [30, 26], '#f3f3f1') +
      ellipse([70 + i * 80, 130], [23, 19], '#c9cbca'))
    const upper = block(frame, [0, 273, 0], head, { ...plain(head, face), top: rect([0, 0, w, d], topFill(s)) +
      rect([16, 16, w - 32, d - 32], { stroke: steel.deep, width: 5, r: 10 }) + cups })
    const [wx, wy] = place(coffeeSize, v, [w - 26, 272, 70])
    const wand = group(path('M0 0q6 60 20 104t6 74', { stroke: tubeFill(s, steel), width: 9,
      more: 'stroke-linecap="round"' }), `translate(${num(wx)} ${num(wy)})`)
    const side = v.yaw > 0 ? group(knob(silver, [90, 60], 30), sideMatrix(frame, [w, 395, 0])) : ''
    const art = low + back + cup(s, frame) + group58(s, frame) + wand + upper + side 
    return boxed(s, coffeeSize, v, art)
  },
}


import { badge, knob, softGlow, tubeFill } from './materials.ts'
import type { Model } from './model.ts'
import { circle, ellipse, group, num, outline, path, rect, times } from './shapes.ts'
import type { Sheet } from './sheet.ts'
import { linear, radial, withFinish } from './sheet.ts'
import type { Form, View } from './solid.ts'
import { sinPitch } from './solid.ts'
import { band, lid, onFace, roundForm, turned } from './round.ts'
import { mix, toneOf } from './tones.ts'

const steel = toneOf('silver')
const dark = toneOf('black')

function dustCup(s: Sheet, w: number): string {
  const clear = linear(s, [[0, '#5d6c76', 0.9], [0.15, '#b9c9d2', 0.7], [0.3, '#ffffff', 0.95],
    [0.42, '#dfe9ee', 0.6], [0.75, '#8b9ca6', 0.65], [1, '#3d4a53', 0.9]])
  const cone = linear(s, [[0, mix(s.accent, '#000000', 0.4)], [0.35, s.accent], [1, mix(s.accent, '#000000', 0.55)]])
  return rect([-w / 2, 0, w, 150], { fill: '#dfe6ea', r: 12 }) +
    path(outline([[-w * 0.24, 6], [w * 0.24, 6], [w * 0.14, 110, 10], [-w * 0.14, 110, 10]]), cone) +
    times(5, (i) => rect([-w * 0.22 + i * 3, 18 + i * 17, w * 0.44 - i * 6, 4],
      { fill: '#000', opacity: 0.22, r: 2 })) + rect([-w / 2, 0, w, 150], { fill: clear, r: 12, opacity: 0.75 }) +
    rect([-w / 2 - 3, 138, w + 6, 18], { fill: tubeFill(s, dark), r: 6 })
}

function stickFront(s: Sheet): string {
  const grip = rect([-17, -1130, 34, 140], { fill: tubeFill(s, dark), r: 17 }) +
    rect([-26, -1010, 52, 26], { fill: tubeFill(s), r: 10 })
  const motor = rect([-58, -1000, 116, 130], { fill: tubeFill(s), r: 26 }) + circle([0, -938], 42, dark.deep) +
    times(3, (i) => circle([0, -938], 40 - i * 9, { stroke: '#4a4f54', width: 2.4 })) +
    path('M0 -978A40 40 0 0 1 38 -926', { stroke: s.accent, width: 5, more: 'stroke-linecap="round"' }) +
      circle([0, -938], 9, '#dff3ff')
  const cup = group(dustCup(s, 104), 'translate(0 -876)')
  const tube = rect([-17, -722, 34, 630], tubeFill(s, s.tone.isMetal || s.tone.isDark ? s.tone : steel)) +
    rect([-24, -730, 48, 44], { fill: tubeFill(s, dark), r: 8 }) +
    rect([-22, -150, 44, 66], { fill: tubeFill(s, dark), r: 8 })
  const head = path(outline([[-36, -96, 10], [36, -96, 10], [52, -62, 8], [-52, -62, 8]]), tubeFill(s, dark)) +
    path(outline([[-128, -66, 18], [128, -66, 18], [134, -4, 10], [-134, -4, 10]]), tubeFill(s)) +
    rect([-118, -42, 236, 30], { fill: '#14161a', r: 12 }) +
      rect([-110, -36, 220, 16],
      { fill: linear(s, [[0, s.accent], [0.5, mix(s.accent, '#ffffff', 0.35)], [1, s.accent]]), r: 8,
      opacity: 0.85 }) +
    times(18, (i) => rect([-108 + i * 12.4, -36, 4, 16], { fill: '#000', opacity: 0.25 })) +
      times(5, (i) => circle([-60 + i * 30, -52], 4, '#eefaff'))
  return tube + head + cup + motor + grip + badge(s, [-20, -892], 40)
}

function stickSide(s: Sheet): string {
  const loop = path('M-24 -1010C-4 -1110 92 -1120 116 -1066C132 -1026 116 -986 96 -960',
    { stroke: tubeFill(s, dark), width: 32, more: 'stroke-linecap="round"' }) +
    path('M-18 -1022C4 -1100 86 -1104 106 -1060', { stroke: '#73787d', width: 4, opacity: 0.7,
      more: 'stroke-linecap="round"' })
  const motor = path(outline([[-64, -1024, 30], [56, -1010, 30], [72, -900, 30], [-58, -900, 26]]),
    tubeFill(s, s.tone, [0, 0, 1, 0.3])) +
    circle([70, -966], 46, linear(s, [[0, s.tone.light], [1, s.tone.deep]], [0, 0, 1, 1])) +
    circle([72, -966], 33, '#15171a') + circle([72, -966], 25, { stroke: s.accent, width: 4 })
  const battery = path(outline([[48, -930, 8], [118, -940, 12], [128, -880, 12], [56, -872, 8]]), tubeFill(s, dark))
  const cup = group(dustCup(s, 100), 'translate(-12 -906) rotate(4)')
  const tube = rect([-36, -764, 32, 660], tubeFill(s, s.tone.isMetal || s.tone.isDark ? s.tone : steel)) +
    rect([-42, -770, 44, 44], { fill: tubeFill(s, dark), r: 8 }) +
    rect([-42, -146, 44, 60], { fill: tubeFill(s, dark), r: 8 })
  return tube + loop + battery + motor + cup
}

function stickHead(s: Sheet): string {
  const top = linear(s, [[0, s.tone.light], [0.5, s.tone.base], [1, s.tone.deep]], [0, 0, 0.7, 1])
  return path(outline([[-64, -92, 14], [18, -98, 14], [30, -60, 8], [-58, -56, 8]]), tubeFill(s, dark)) +
    path(outline([[-168, -54, 20], [82, -70, 18], [112, -22, 16], [104, 6, 10], [-166, 14, 14], [-178, -10, 12]]),
    top) +
    path(outline([[-170, -8, 8], [106, -20, 8], [104, 6, 10], [-166, 14, 14]]), '#17191c') +
      times(20, (i) => rect([-158 + i * 13, -2 - i * 0.6, 4, 11], { fill: s.accent, opacity: 0.75 })) +
    times(5, (i) => circle([-120 + i * 40, -24 - i * 2.4], 5, '#f2fbff')) +
      ellipse([-40, -32], [110, 10], { fill: '#fff', opacity: 0.25 })
}

export const vacuumStick: Model = {
  size: { w: 280, h: 1140, d: 200 }, stands: 'floor', pitch: [5, 9], yaw: 30, detail: [0.68, 0.13, 0.75],
  draw(s, v) {
    if (v.yaw === 0) return roundForm(s, v, stickFront(s), [130, 136, 1132])
    const art = stickHead(s) + group(stickSide(s), 'translate(-6 -6) rotate(9 -20 -60)')
    return { ...roundForm(s, v, art, [140, 150, 1120]), bounds: [-178, -1116, 300, 16] }
  },
}

export const vacuumRobot: Model = {
  size: { w: 350, h: 100, d: 350 }, stands: 'floor', pitch: [24, 34], yaw: 32, detail: [0.42, 0.35, 0.6],
  draw(s, v) {
    const tilt = sinPitch(v)
    const flat = (r: number, y: number, look: Parameters<typeof ellipse>[2]): string =>
      ellipse([0, -y], [r, r * tilt], look)
    const turn = (inner: string, y: number): string =>
      group(inner, `matrix(1 0 0 ${num(tilt)} 0 ${-y}) rotate(${num(v.yaw)})`)
    const guard = { ...dark, light: '#6d7176', base: '#3f4347', shade: '#2a2d30' }
    const skirt = turned(s, [{ r: 160, y: 4 }, { r: 168, y: 12 }, { r: 174, y: 20 }, { r: 175, y: 34 }], v)
    const bumper = turned(s, [{ r: 175.5, y: 34 }, { r: 175.5, y: 58 }], v, tubeFill(s, s.tone.isDark ? dark : guard))
    const crown = turned(s, [{ r: 175, y: 60 }, { r: 175, y: 72 }, { r: 170, y: 80 }], v)
    const body = skirt + bumper + crown + band([175, 59], v, { color: '#fff', width: 1.4, opacity: 0.4 })
    const plate = linear(s, [[0, mix(s.tone.light, '#ffffff', 0.3)], [0.5, s.tone.base], [1, s.tone.shade]],
      [0, 0, 0.9, 1])
    const top = flat(172, 80, plate) + flat(164, 80, { stroke: s.tone.deep, width: 1.6, opacity: 0.45 }) +
      flat(172, 80, { stroke: '#fff', width: 1.6, opacity: 0.5 })
    const glassLid = flat(128, 81, radial(s, [[0, '#4a4f54'], [0.7, '#202225'], [1, '#101113']], [0.3, 0.2, 0.9]))
    const turret = times(7, (i) => ellipse([6, -84 - i * 3], [48, 48 * tilt],
      i < 6 ? (i > 0 && i < 5 ? '#0c0d0f' : dark.shade) : '#2a2c2f')) +
      ellipse([6, -105], [48, 48 * tilt], linear(s, [[0, s.tone.light], [1, s.tone.shade]], [0, 0, 1, 1])) +
        ellipse([6, -105], [30, 30 * tilt], { stroke: s.accent, width: 3 })
    const keys = turn(rect([-52, 66, 104, 34], { fill: '#16181a', r: 17 }) +
      times(3, (i) => circle([-28 + i * 28, 83], 8, { stroke: i === 1 ? s.accent : '#dfe5e9', width: 2.4 })) +
      rect([-26, 116, 52, 5], { fill: s.tone.deep, r: 2.5 }), 81)
    const hatch = turn(path('M-128 -70A146 146 0 0 1 128 -70', { stroke: s.tone.deep, width: 2, opacity: 0.5 }), 80)
    const art = body + top + hatch + (s.tone.isDark ? glassLid : '') + keys + turret +
      onFace(175, v, 44, rect([-26, -8, 52, 14], { fill: '#2b2f33', r: 7 }) + circle([0, -1], 4, '#6f7b85'))
    return roundForm(s, v, art, [172, 178, 112 + 172 * tilt])
  },
}

function shirt(s: Sheet): string {
  const cloth = linear(s, [[0, '#f4f8fb'], [0.4, '#e3ebf2'], [0.7, '#ccd8e2'], [1, '#a9b8c6']], [0, 0, 1, 0.3])
  const fold = (d: string): string => path(d, { stroke: '#9aa4ae', width: 4, opacity: 0.35 })
  return path(outline([[-70, -1440, 20], [70, -1440, 20], [190, -1390, 40], [232, -1130, 10], [172, -1112, 10],
    [140, -1270, 10], [150, -820, 14], [-150, -820, 14], [-140, -1270, 10], [-172, -1112, 10], [-232, -1130, 10],
    [-190, -1390, 40]]), cloth) +
    path(outline([[-70, -1442], [0, -1380], [-34, -1340], [-92, -1424]]), '#e4e8ec') +
      path(outline([[70, -1442], [0, -1380], [34, -1340], [92, -1424]]), '#d5dae0') +
      rect([-9, -1376, 18, 556], { fill: '#e9ecef' }) +
    times(7, (i) => circle([0, -1346 + i * 74], 5, '#b4bcc4')) + fold('M-100 -1250C-80 -1100 -110 -960 -92 -826') +
      fold('M84 -1260C70 -1120 104 -980 88 -826') + fold('M48 -1200C40 -1080 60 -960 52 -826')
}

export const ironGarmentSteamer: Model = {
  size: { w: 470, h: 1560, d: 360 }, stands: 'floor', pitch: [7, 12], yaw: 30, detail: [0.5, 0.86, 1],
  draw(s, v) {
    const turn = Math.cos((v.yaw * Math.PI) / 180)
    const rods = [-62, 62].map((x) => rect([x * turn - 11, -1330, 22, 1090], tubeFill(s, steel)) +
      rect([x * turn - 16, -780, 32, 36], { fill: tubeFill(s, dark), r: 6 })).join('')
    const tank = turned(s, [{ r: 170, y: 30, round: 10 }, { r: 176, y: 90, round: 30 }, { r: 150, y: 230, round: 60 },
      { r: 90, y: 262 }], v) + lid(s, [92, 262], v) +
      onFace(170, v, 130, knob(withFinish(s, 'silver'), [0, 0], 46) + circle([74, 0], 7, s.accent) +
        circle([-74, 0], 7, '#8fd3ee') + badge(s, [-36, -84], 72))
    const water = path(outline([[96 * turn, -258, 10], [164 * turn, -240, 20], [172 * turn, -110, 20],
      [110 * turn, -100, 14]]), { fill: '#a8d3e6', opacity: 0.35, stroke: '#fff', width: 2 })
    const wheels = [-140, 140].map((x) => circle([x * turn, -22], 30, '#1c1e20') +
      circle([x * turn, -22], 13, '#6b7075')).join('')
    const hanger = rect([-96 * turn, -1340, 192 * turn, 26], { fill: tubeFill(s, dark, [0, 0, 0, 1]), r: 12 }) +
      path(`M0 -1340V-1440C0 -1500 60 -1500 60 -1456`,
      { stroke: '#8c9297', width: 9, more: 'stroke-linecap="round"' }) +
      path('M-190 -1376Q0 -1500 190 -1376', { stroke: tubeFill(s, dark), width: 20, more: 'stroke-linecap="round"' })
    const hoseLine = `M120 -240C250 -260 300 -560 268 -900`
    const hose = path(hoseLine, { stroke: '#2a2d30', width: 26, more: 'stroke-linecap="round"' }) +
      path(hoseLine, { stroke: '#5b6065', width: 24, more: 'stroke-dasharray="4 7"' })
    const head = group(rect([-22, -10, 44, 190], { fill: tubeFill(s, dark), r: 18 }) +
      path(outline([[-64, -66, 20], [64, -66, 20], [56, 10, 20], [-56, 10, 20]]), tubeFill(s)) +
      rect([-64, -70, 128, 16], { fill: tubeFill(s, steel), r: 8 }) +
      circle([0, 52], 8, s.accent), 'translate(266 -1040) rotate(8)')
    const wisps = times(6, (i) => ellipse([230 - i * 26, -1112 - i * 14], [44 + i * 6, 30],
      softGlow(s, '#ffffff', 0.7 - i * 0.08)))
    const art = wheels + rods + group(shirt(s), `scale(${num(turn)} 1)`) + hanger + hose + tank + water + wisps + head
    return { ...roundForm(s, v, art, [176, 240, 1500]), bounds: [-236, -1502, 340, 20] }
  },
}

export const hairDryer: Model = {
  size: { w: 280, h: 320, d: 100 }, stands: 'counter', pitch: [7, 14], yaw: 30, detail: [0.45, 0.22, 0.7],
  draw(s, v) {
    const turn = Math.cos((v.yaw * Math.PI) / 180)
    const barrel = tubeFill(s, s.tone, [0, 0, 0, 1])
    const stand = turned(s, [{ r: 78, y: 0 }, { r: 80, y: 8, round: 3 }, { r: 72, y: 14 }], v, tubeFill(s, steel)) +
      lid(s, [74, 14], v, steel)
    const handle = path(outline([[-26, -214], [30, -214], [22, -22, 8], [-20, -22, 8]]), tubeFill(s)) +
      rect([-24, -34, 50, 20], { fill: tubeFill(s, dark), r: 6 }) +
      rect([-8, -168, 18, 64], { fill: '#15171a', r: 9 }) + rect([-5, -150, 12, 22], { fill: s.accent, r: 6 }) +
        rect([-12, -84, 26, 4], { fill: '#000', opacity: 0.14 })
    return hairDryerForm(s, v, stand + handle + hairBarrel(s, turn, barrel))
  },
}

function hairBarrel(s: Sheet, turn: number, barrel: string): string {
  const [l, r] = [-128 * turn, 106 * turn]
  const deep = Math.sqrt(1 - turn * turn) * 52 + 8
  const body = path(`M${num(l + 60)} -292L${num(r)} -300A${num(deep)} 58 0 0 1 ${num(r)} -184L${num(l + 60)} -196Z`,
    barrel)
  const nozzle = path(`M${num(l)} -278L${num(l + 62)} -290V-198L${num(l)} -210Z`, tubeFill(s, dark, [0, 0, 0, 1])) +
    ellipse([l, -244], [deep * 0.34, 34], '#0b0c0d')
  const ring = path(`M${num(l + 60)} -293h16v98h-16z`,
    linear(s, [[0, mix(s.accent, '#ffffff', 0.4)], [0.4, s.accent], [1, mix(s.accent, '#000000', 0.55)]],
    [0, 0, 0, 1]))
  const back = ellipse([r, -242], [deep, 58], linear(s, [[0, s.tone.shade], [1, s.tone.deep]])) +
    ellipse([r + 2, -242], [deep * 0.78, 46], '#17181a') +
    times(4, (i) => ellipse([r + 2, -242], [deep * (0.68 - i * 0.17), 40 - i * 10], { stroke: '#6a7075', width: 2.4 }))
  const gloss = path(`M${num(l + 84)} -276L${num(r - 20)} -282V-270L${num(l + 84)} -265Z`,
    { fill: '#fff', opacity: 0.5 })
  return body + nozzle + ring + gloss + back + badge(s, [-24, -238], 48)
}

function hairDryerForm(s: Sheet, v: View, art: string): Form {
  const turn = Math.cos((v.yaw * Math.PI) / 180)
  return { ...roundForm(s, v, art, [80, 140, 302]), bounds: [-138 * turn, -302, 106 * turn +
    Math.sqrt(1 - turn * turn) * 52 + 10, 80 * sinPitch(v)] }
}


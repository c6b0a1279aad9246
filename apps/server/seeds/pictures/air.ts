import { badge, display, edgeLight, glass, holes, knob, panel, sideFill, slats, softGlow, topFill,
  tubeFill } from './materials.ts'
import type { Model } from './model.ts'
import type { Box } from './shapes.ts'
import { circle, ellipse, group, num, outline, path, rect, times } from './shapes.ts'
import type { Sheet } from './sheet.ts'
import { clipped, linear, radial, withFinish } from './sheet.ts'
import type { Frame, Ring, Size } from './solid.ts'
import { block, boxForm, boxed, lathe, levelMatrix, place, sinPitch, wallShadow } from './solid.ts'
import { band, lid, onFace, roundForm, turned } from './round.ts'
import { mix, toneOf } from './tones.ts'

const steel = toneOf('silver')
const dark = toneOf('black')

const wallSize: Size = { w: 920, h: 300, d: 210 }

export const acWall: Model = {
  size: wallSize, stands: 'wall', pitch: [0, 0], yaw: 27, detail: [0.2, 0.62, 0.5],
  draw(s, v) {
    const { w, h, d } = wallSize
    const low = linear(s, [[0, s.tone.base], [0.25, s.tone.shade], [1, mix(s.tone.shade, s.tone.deep, 0.75)]],
      [0, 0, 0, 1])
    const lips = rect([34, 228, w - 68, 44], { fill: '#15171a', r: 10 }) +
      times(24, (i) => rect([52 + i * 35, 232, 5, 38], { fill: '#4b5156', r: 2 })) +
      rect([30, 222, w - 60, 26],
        { fill: linear(s, [[0, s.tone.light], [0.7, s.tone.base], [1, s.tone.deep]], [0, 0, 0, 1]), r: 9 }) +
      rect([34, 256, w - 68, 18], { fill: linear(s, [[0, s.tone.base], [1, s.tone.deep]], [0, 0, 0, 1]), r: 7 })
    const lamp = times(3, (i) => rect([w - 150 + i * 22, 172, 12, 4],
      { fill: i === 0 ? s.accent : '#8fb9cf', r: 2 })) + circle([w - 70, 174], 3.4, '#9fe0c0')
    const k = v.yaw > 0 ? 0 : 1
    const body = path(outline([[0, 0, 16], [w, 0, 16 * k], [w, 262, 44 * k], [w - 20 * k, h, 30 * k], [20, h, 30],
      [0, 262, 44]]), low)
    const front = body + panel(s, [0, 0, w, 212], { r: 16 }) + rect([0, 204, w, 4], { fill: '#000', opacity: 0.12 }) +
      rect([0, 196, w, 4], { fill: s.accent, opacity: 0.75 }) + lips + lamp + badge(s, [44, 166], 84)
    const profile = outline([[0, 0], [d, 0, 6], [d, h - 40, 30], [d - 60, h, 40], [0, h]])
    const side = path(profile, sideFill(s)) + rect([0, 0, 26, 212], { fill: s.tone.base, opacity: 0.4 }) +
      rect([26, 0, 2, h], { fill: '#000', opacity: 0.18 }) +
      rect([0, 212, d * 0.8, 2], { fill: '#000', opacity: 0.16 }) +
        times(6, (i) => rect([70 + i * 16, 60, 7, 90], { fill: '#000', opacity: 0.14, r: 3 }))
    const form = boxForm(s, wallSize, v, { front, side })
    return { ...form, shadow: wallShadow(s, [form.bounds]) }
  },
}

export const acFloor: Model = {
  size: { w: 400, h: 1760, d: 400 }, stands: 'floor', pitch: [2, 6], yaw: 26, detail: [0.5, 0.26, 1.1],
  draw(s, v) {
    const r = 190
    const body: Ring[] = [{ r: 186, y: 20 }, { r, y: 60, round: 30 }, { r, y: 1700, round: 40 },
      { r: 172, y: 1748, round: 30 }, { r: 150, y: 1752 }]
    const louvre = (x: number): string => rect([x - 44, -1560, 88, 980], { fill: '#101214', r: 40 }) +
      times(30, (i) => rect([x - 38, -1540 + i * 31.6, 76, 17], {
      fill: linear(s, [[0, '#2a2d31'], [0.5, '#5d6368'], [1, '#1c1e21']]), r: 6 }))
    const stripe = onFace(r, v, 0, louvre(0) +
      rect([-52, -1572, 104, 1004], { stroke: steel.base, width: 8, r: 50 }) +
      rect([-56, -1576, 112, 1012], { stroke: s.tone.deep, width: 2, r: 54, opacity: 0.6 }) +
      display(s, [-38, -1500, 76, 46], '#d8f2ff') + rect([-60, -520, 120, 3], { fill: '#000', opacity: 0.1 }) +
        badge(s, [-44, -480], 88))
    const plinth = turned(s, [{ r: 192, y: 0 }, { r: 192, y: 24 }], v, tubeFill(s, dark))
    const gloss = rect([-150, -1690, 46, 1640],
      { fill: linear(s, [[0, '#ffffff', 0], [0.4, '#ffffff', 0.7], [1, '#ffffff', 0]]), r: 20 })
    const art = plinth + turned(s, body, v) + gloss + lid(s, [152, 1752], v) +
      band([189, 120], v, { color: s.accent, width: 7 }) + band([189, 112], v, { color: s.tone.deep, width: 2 }) +
      band([190, 1660], v, { color: s.tone.deep, width: 2, opacity: 0.5 }) + stripe
    return roundForm(s, v, art, [192, 194, 1756 + 150 * sinPitch(v)])
  },
}

const portableSize: Size = { w: 430, h: 760, d: 370 }

function hose(s: Sheet, frame: Frame): string {
  const [x, y] = place(frame.size, frame.view, [portableSize.w * 0.7, 420, portableSize.d])
  const ring = linear(s, [[0, '#ffffff'], [0.5, '#d9dcde'], [1, '#9da2a6']], [0, 0, 0, 1])
  return times(13, (i) => {
    const t = i / 12
    const [cx, cy] = [x + 40 + t * 130, y - 20 - 190 * t * t]
    return `<g transform="rotate(${num(64 - 62 * t)} ${num(cx)} ${num(cy)})">${ellipse([cx, cy], [20, 66],
      { fill: ring, stroke: '#8d9296', width: 1.5 })}</g>`
  })
}

export const acPortable: Model = {
  size: portableSize, stands: 'floor', pitch: [4, 13], yaw: 30, detail: [0.4, 0.22, 0.7],
  draw(s, v) {
    const frame: Frame = { size: portableSize, view: v }
    const { w, h, d } = portableSize
    const outlet = slats(s, [36, 60, w - 72, 130], 6) +
      rect([36, 60, w - 72, 130], { stroke: edgeLight(s), width: 3, r: 8 })
    const front = [40, w - 90].map((x) => rect([x, h - 40, 50, 40], { fill: '#232527', r: 18 })).join('') +
      panel(s, [0, 0, w, h - 26], { r: 34 }) + outlet +
      rect([0, 226, w, 3], { fill: '#000', opacity: 0.16 }) +
        rect([36, 470, w - 72, 3], { fill: '#000', opacity: 0.1 }) + badge(s, [w / 2 - 46, 262], 92) +
        rect([36, 214, w - 72, 5], { fill: s.accent, r: 2 })
    const side = rect([0, 0, d, h - 32], { fill: sideFill(s), r: 16 }) +
      slats(withFinish(s, s.finish), [d * 0.36, 140, d * 0.5, 330], 16) +
      rect([50, 60, d - 200, 40], { fill: '#000', r: 20, opacity: 0.2 }) +
        rect([d - 80, h - 40, 46, 40], { fill: '#1a1b1c', r: 16 })
    const deck = rect([0, 0, w, d], { fill: topFill(s), r: 34 }) +
      glass(s, [70, 170, w - 140, 120], { r: 26, gloss: 0.2 }) + display(s, [w / 2 - 70, 192, 140, 60], '#d8f2ff') +
      times(6, (i) => circle([110 + i * 42, 270], 6, { stroke: '#d5dbdf', width: 2 }))
    return boxed(s, portableSize, v, (v.yaw > 0 ? hose(s, frame) : '') +
      block(frame, [0, 0, 0], portableSize, { front, side, top: deck, under: s.tone.base }))
  },
}

const purifierSize: Size = { w: 340, h: 640, d: 330 }

export const airPurifier: Model = {
  size: purifierSize, stands: 'floor', pitch: [5, 13], yaw: 30, detail: [0.4, 0.28, 0.75],
  draw(s, v) {
    const { w, h, d } = purifierSize
    const grid: Box = [22, 250, w - 44, 350]
    const shade = linear(s, [[0, '#ffffff', 0.12], [1, '#000000', 0.1]], [0, 0, 1, 1])
    const dial = circle([w / 2, 126], 62, '#15171a') + circle([w / 2, 126], 52, { stroke: '#31363b', width: 7 }) +
      path(`M${w / 2} 74A52 52 0 1 1 ${w / 2 - 50} 114`,
        { stroke: '#6fd3a4', width: 7, more: 'stroke-linecap="round"' }) +
        times(3, (i) => rect([w / 2 - 24 + i * 18, 130 - i * 10, 10, 18 + i * 10], { fill: '#e6f3f7', r: 3 })) +
      circle([w / 2 - 24, 112], 5, s.accent)
    const front = rect([16, h - 12, w - 32, 12], '#222426') + panel(s, [0, 0, w, h - 8], { r: 26 }) + dial +
      badge(s, [w / 2 - 30, 212], 60) + holes(s, grid, 16, 12) + rect(grid, { fill: shade, r: 12 })
    const sideGrid: Box = [24, 250, d - 48, 350]
    const side = rect([0, 0, d, h - 8], { fill: sideFill(s), r: 10 }) + holes(s, sideGrid, 16, 12) +
      rect([14, h - 12, d - 28, 12], '#18191a')
    const fan = circle([w / 2, d / 2], 128, mix(s.tone.deep, '#000000', 0.6)) +
      times(9, (i) => `<g transform="rotate(${i * 40} ${w / 2} ${d / 2})">${
      path(`M${w / 2} ${d / 2}C${w / 2 + 30} ${d / 2 - 60} ${w / 2 + 70} ${d / 2 - 70} ${w / 2 +
        90} ${d / 2 - 84}L${w / 2 + 60} ${d / 2 - 104}Z`, { fill: s.tone.shade, opacity: 0.4 })}</g>`) +
      times(6, (i) => circle([w / 2, d / 2], 26 + i * 19, { stroke: s.tone.base, width: 6 })) +
        circle([w / 2, d / 2], 24, s.tone.base)
    return boxForm(s, purifierSize, v, { under: s.tone.base, front, side,
      top: rect([0, 0, w, d], { fill: topFill(s), r: 26 }) + fan })
  },
}

export const humidifier: Model = {
  size: { w: 230, h: 330, d: 230 }, stands: 'counter', pitch: [7, 15], yaw: 28, detail: [0.45, 0.78, 0.9],
  draw(s, v) {
    const foot: Ring[] = [{ r: 84, y: 4, round: 8 }, { r: 98, y: 40, round: 30 }, { r: 102, y: 92, round: 4 }]
    const tank: Ring[] = [{ r: 102, y: 96, round: 3 }, { r: 104, y: 190, round: 60 }, { r: 84, y: 276, round: 60 },
      { r: 44, y: 306, round: 20 }, { r: 30, y: 308 }]
    const clear = linear(s, [[0, '#7d97a5', 0.85], [0.1, '#c4d8e1', 0.75], [0.25, '#ffffff', 0.95],
      [0.36, '#dcebf1', 0.7], [0.7, '#a9c4d0', 0.7], [0.9, '#7a98a6', 0.85], [1, '#557583', 0.95]])
    const water = clipped(s, path(lathe(tank, v), '#000'),
      rect([-120, -196, 240, 110], linear(s, [[0, '#5d9db9', 0.75], [0.3, '#bfe4f2', 0.6], [1, '#3c7792', 0.8]])) +
      ellipse([0, -196], [104, Math.max(104 * sinPitch(v), 4)], { fill: '#d3eef8', opacity: 0.85 }) +
        times(7, (i) => circle([-60 + i * 19, -120 - (i % 3) * 22], 3 + (i % 2) * 2, { fill: '#fff', opacity: 0.55 })))
    const mist = times(7, (i) => ellipse([Math.sin(i * 1.3) * 14 + i * 3, -330 - i * 20], [24 + i * 7, 22 + i * 3],
      softGlow(s, '#ffffff', 0.8 - i * 0.08))) +
      times(5, (i) => ellipse([8 + Math.sin(i * 1.7) * 16, -340 - i * 26], [16 + i * 6, 16],
        softGlow(s, '#b9c7cd', 0.34)))
    const nozzle = turned(s, [{ r: 30, y: 300 }, { r: 26, y: 322, round: 6 }, { r: 16, y: 324 }], v) +
      lid(s, [17, 324], v, dark)
    const face = knob(withFinish(s, 'silver'), [0, 0], 21) + circle([48, 0], 4, '#8fd3ee') +
      circle([62, 0], 4, { fill: '#8fd3ee', opacity: 0.5 })
    const glints = rect([-78, -236, 16, 140], { fill: '#ffffff', opacity: 0.5, r: 8 })
    const art = mist + turned(s, [{ r: 74, y: 0 }, { r: 78, y: 8 }], v, tubeFill(s, dark)) +
      turned(s, foot, v) + path(lathe(tank, v), '#eef4f6') + water + path(lathe(tank, v), clear) + glints +
      band([102, 92], v, { color: s.accent, width: 3 }) +
        onFace(100, v, 52, face) + nozzle + onFace(92, v, 18, badge(s, [-18, -4], 36))
    return roundForm(s, v, art, [88, 112, 350])
  },
}

export const fan: Model = {
  size: { w: 440, h: 940, d: 300 }, stands: 'floor', pitch: [7, 12], yaw: 34, detail: [0.5, 0.22, 0.9],
  draw(s, v) {
    const turn = Math.cos((v.yaw * Math.PI) / 180)
    const foot = turned(s, [{ r: 168, y: 0 }, { r: 168, y: 14, round: 4 }, { r: 90, y: 40, round: 40 },
      { r: 40, y: 56 }], v)
    const pole = rect([-15, -520, 30, 480], tubeFill(s, s.tone.isDark ? dark : steel)) +
      rect([-22, -380, 44, 170], { fill: tubeFill(s), r: 10 }) + display(s, [-14, -368, 28, 56]) +
      times(3, (i) => circle([0, -286 + i * 24], 7, { fill: i === 0 ? s.accent : s.tone.shade, stroke: s.tone.deep,
        width: 1 })) + path('M-30 -540h60l-10 60h-40z', tubeFill(s))
    return roundForm(s, v, foot + pole + fanHead(s, turn), [168, 222, 940])
  },
}

function fanHead(s: Sheet, turn: number): string {
  const [y, r] = [-720, 215]
  const skew = Math.sqrt(1 - turn * turn)
  const motor = skew > 0 ? rect([0, y - 78, 74 + 110 * skew, 156], { fill: tubeFill(s, s.tone, [0, 0, 0, 1]),
    r: 60 }) : ''
  const blade = path('M0 0C60 -40 120 -150 60 -186C10 -190 -36 -120 0 0Z',
    linear(s, [[0, s.tone.light, 0.95], [0.5, s.tone.base, 0.9], [1, s.tone.deep, 0.9]], [0, 0, 1, 1]))
  const blades = times(5, (i) => group(blade, `rotate(${i * 72 + 12})`))
  const wire = mix(s.tone.deep, s.tone.isDark ? '#000000' : '#5c6064', 0.5)
  const back = times(24, (i) => group(rect([-0.9, -r, 1.8, r - 50], { fill: wire, opacity: 0.28 }),
    `rotate(${i * 15 + 5})`))
  const front = times(48, (i) =>
    group(path('M-1 -52C10 -110 8 -170 -1 -212', { stroke: wire, width: 2.2, opacity: 0.7 }), `rotate(${i * 7.5})`)) +
    [96, 150].map((k) => circle([0, 0], k, { stroke: wire, width: 2, opacity: 0.7 })).join('')
  const hub = circle([3, 5], 56, { fill: '#000', opacity: 0.2 }) +
    circle([0, 0], 54, radial(s, [[0, s.tone.light], [0.6, s.tone.base], [1, s.tone.shade]], [0.35, 0.3, 0.8])) +
    circle([0, 0], 40, { stroke: s.accent, width: 3 }) + badge(s, [-18, -3], 36)
  const rimFill = linear(s, [[0, s.tone.light], [0.5, s.tone.shade], [1, s.tone.deep]], [0, 0, 1, 1])
  const ring = circle([0, 0], r, { stroke: rimFill, width: 11 })
  const disc = circle([0, 0], r, radial(s, [[0, '#ffffff', 0.05], [0.7, '#8a8f94', 0.08], [1, '#4b5055', 0.2]]))
  const cage = skew > 0 ? ellipse([34 * skew, y], [r * turn, r], { stroke: s.tone.deep, width: 9, opacity: 0.8 }) : ''
  return motor + cage + group(disc + back + blades + front + ring + hub,
    `translate(${num(-8 * skew)} ${y}) scale(${num(turn)} 1)`)
}

const heaterSize: Size = { w: 560, h: 630, d: 160 }

export const heater: Model = {
  size: heaterSize, stands: 'floor', pitch: [3, 9], yaw: 32, detail: [0.68, 0.4, 0.6],
  draw(s, v) {
    const frame: Frame = { size: heaterSize, view: v }
    const fin: Size = { w: 34, h: 540, d: 150 }
    const metal = linear(s, [[0, s.tone.shade], [0.2, s.tone.light], [0.5, s.tone.base], [0.9, s.tone.deep],
      [1, mix(s.tone.deep, '#000000', 0.4)]])
    const fins = times(10, (i) => {
      const x = 18 + i * 42
      const front = rect([0, 0, 34, 540], { fill: metal, r: 15 }) +
        rect([11, 60, 6, 420], { fill: '#fff', opacity: 0.3, r: 3 })
      const side = path(outline([[0, 0, 14], [150, 0, 50], [150, 540, 50], [0, 540, 14]]), sideFill(s)) +
        rect([34, 50, 80, 440], { stroke: '#000', width: 4, r: 40, opacity: 0.16 })
      return block(frame, [x, 74, 0], fin, { front, side, top: rect([0, 0, 34, 150], { fill: topFill(s), r: 14 }) })
    })
    const box: Size = { w: 104, h: 500, d: 160 }
    const silver = withFinish(s, 'silver')
    const face = panel(s, [0, 0, 104, 500], { r: 14 }) + display(s, [16, 40, 72, 46], '#ffcf9a') +
      knob(silver, [52, 160], 31) + knob(silver, [52, 262], 31) + circle([52, 330], 6, s.accent) +
      slats(s, [22, 380, 60, 80], 6) + badge(s, [30, 350], 44)
    const control = block(frame, [450, 92, -4], box,
      { front: face, side: rect([0, 0, 160, 500], { fill: sideFill(s), r: 12 }) +
      rect([40, 60, 80, 34], { fill: '#000', r: 17, opacity: 0.25 }),
      top: rect([0, 0, 104, 160], { fill: topFill(s), r: 12 }) })
    const wheel = (x: number, z: number): string => {
      const [wx, wy] = place(heaterSize, v, [x, 26, z])
      return rect([wx - 6, wy - 60, 12, 50], '#3a3d40') + circle([wx, wy], 26, '#1d1f21') +
        circle([wx, wy], 12, '#6b7075')
    }
    const shadow = group(rect([0, 0, 560, 160], { fill: '#000', opacity: 0.2, r: 20 }),
      levelMatrix(frame, [0, 2, 160]))
    return boxed(s, heaterSize, v, shadow + wheel(70, 150) + wheel(500, 150) + fins + control + wheel(70, 10) +
      wheel(500, 10))
  },
}

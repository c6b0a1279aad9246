import { badge, display, glass, knob, softGlow, tubeFill } from './materials.ts'
import type { Model } from './model.ts'
import { circle, ellipse, num, outline, path, rect, times } from './shapes.ts'
import type { Sheet } from './sheet.ts'
import { clipped, linear, withFinish } from './sheet.ts'
import type { Ring, View } from './solid.ts'
import { lathe, sinPitch } from './solid.ts'
import { band, lid, onFace, roundForm, turned } from './round.ts'
import { mix, toneOf } from './tones.ts'

const dark = toneOf('black')
const steel = toneOf('silver')

function base(s: Sheet, r: number, v: View): string {
  return turned(s, [{ r: r * 0.9, y: 0 }, { r, y: 12 }], v, tubeFill(s, dark))
}

/** A soft upright light on a round glossy body, where the studio window falls. */
function streak(s: Sheet, [x, y, w, h]: readonly [number, number, number, number], strength = 0.6): string {
  const dim = s.tone.isDark ? 0.5 : 1
  return ellipse([x + w / 2, y + h / 2], [w * 0.62, h * 0.56], softGlow(s, '#ffffff', strength * dim))
}

export const riceCooker: Model = {
  size: { w: 290, h: 245, d: 330 }, stands: 'counter', pitch: [9, 17], yaw: 30, detail: [0.36, 0.62, 0.62],
  draw(s, v) {
    const body: Ring[] = [{ r: 112, y: 8, round: 6 }, { r: 134, y: 40, round: 60 }, { r: 143, y: 118, round: 40 },
      { r: 141, y: 158, round: 6 }]
    const dome: Ring[] = [{ r: 141, y: 158, round: 8 }, { r: 138, y: 190, round: 34 }, { r: 108, y: 222, round: 60 },
      { r: 54, y: 236, round: 30 }, { r: 30, y: 238 }]
    const seam = turned(s, [{ r: 138, y: 154 }, { r: 138, y: 163 }], v, tubeFill(s, dark))
    const panelBox = glass(s, [-72, -44, 144, 84], { r: 22, gloss: 0.22 }) +
      display(s, [-34, -34, 68, 32], '#ffe2b8') +
      times(4, (i) => circle([-54 + i * 36, 20], 8, { stroke: i === 1 ? s.accent : '#cfd5da', width: 1.6 }))
    const bow = path(`M-137 -168C-150 -232 -86 -${num(250 + sinPitch(v) * 40)} 0 -${num(250 +
      sinPitch(v) * 40)}S150 -232 137 -168`,
      { stroke: tubeFill(s, mixTone(s)), width: 12, more: 'stroke-linecap="round"' })
    const vent = ellipse([8, -236 - 20 * sinPitch(v)], [34, 10 + 18 * sinPitch(v)], mix(s.tone.deep, '#000000', 0.4)) +
      times(3, (i) => rect([-10 + i * 14, -242 - 20 * sinPitch(v), 7, 10 + 10 * sinPitch(v)],
        { fill: '#0b0b0c', r: 3 }))
    const button = onFace(120, v, 196,
      ellipse([0, 0], [40, 10], linear(s, [[0, steel.light], [1, steel.deep]], [0, 0, 0, 1])))
    const art = base(s, 110, v) + bow + turned(s, body, v) + streak(s, [-104, -148, 50, 130]) + seam +
      turned(s, dome, v) +
      streak(s, [-92, -214, 44, 46], 0.75) + vent + circle([-139, -170], 9, mix(s.tone.deep, '#000000', 0.2)) +
        circle([139, -170], 9, mix(s.tone.deep, '#000000', 0.45)) + button + onFace(143, v, 84, panelBox) +
        onFace(143, v, 132, badge(s, [-32, -6], 64))
    return roundForm(s, v, art, [112, 150, 256 + sinPitch(v) * 40])
  },
}

function mixTone(s: Sheet): typeof dark {
  return s.tone.isDark ? dark : steel
}

export const pressureCooker: Model = {
  size: { w: 330, h: 330, d: 330 }, stands: 'counter', pitch: [8, 16], yaw: 28, detail: [0.5, 0.55, 0.62],
  draw(s, v) {
    const body: Ring[] = [{ r: 128, y: 8, round: 8 }, { r: 148, y: 30, round: 26 }, { r: 150, y: 205, round: 8 }]
    const collar: Ring[] = [{ r: 160, y: 196, round: 8 }, { r: 162, y: 226, round: 10 }, { r: 150, y: 236 }]
    const dome: Ring[] = [{ r: 150, y: 232, round: 4 }, { r: 142, y: 262, round: 34 }, { r: 98, y: 290, round: 60 },
      { r: 40, y: 298 }]
    const front = glass(s, [-84, -76, 168, 148], { r: 26, gloss: 0.22 }) + display(s, [-48, -60, 96, 44], '#ffd9a6') +
      times(8, (i) => rect([-64 + (i % 2) * 92, -6 + Math.floor(i / 2) * 16, 36, 9],
        { fill: i === 5 ? s.accent : '#9aa2a8', r: 4, opacity: 0.85 })) +
      knob(withFinish(s, 'silver'), [0, 28], 24)
    const wing = (x: number): string =>
      path(outline([[x - 26, -222, 8], [x + 26, -222, 8], [x + 22, -186, 10], [x - 22, -186, 10]]), tubeFill(s, dark))
    const grip = path(outline([[-66, -288, 10], [-46, -330, 22], [46, -330, 22], [66, -288, 10], [36, -296, 6],
      [26, -310, 10], [-26, -310, 10], [-36, -296, 6]]),
      linear(s, [[0, '#4c5054'], [1, '#121314']], [0, 0, 0, 1]))
    const valve = ellipse([84, -290], [16, 7], '#0c0d0e') +
      rect([74, -312, 20, 22], { fill: linear(s, [[0, '#5a5e62'], [1, '#141516']]), r: 5 }) +
      circle([-86, -283], 7, s.accent)
    const art = base(s, 130, v) + wing(-158) + wing(158) + turned(s, body, v) + streak(s, [-112, -196, 34, 160], 0.5) +
      turned(s, collar, v, tubeFill(s, dark)) + turned(s, dome, v, tubeFill(s, s.tone.isMetal ? s.tone : dark)) +
      streak(s, [-96, -280, 50, 40], 0.5) + valve + grip + onFace(150, v, 118, front) +
      onFace(162, v, 212, badge(s, [-34, -5], 68))
    return roundForm(s, v, art, [132, 184, 334])
  },
}

export const airFryer: Model = {
  size: { w: 290, h: 335, d: 330 }, stands: 'counter', pitch: [7, 15], yaw: 30, detail: [0.36, 0.6, 0.85],
  draw(s, v) {
    const body: Ring[] = [{ r: 118, y: 8, round: 10 }, { r: 136, y: 60, round: 40 }, { r: 140, y: 210, round: 60 },
      { r: 126, y: 300, round: 40 }, { r: 96, y: 326, round: 30 }, { r: 70, y: 328 }]
    const seam = clipped(s, path(lathe(body, v), '#000'),
      onFace(140, v, 110, path(outline([[-106, -96, 26], [106, -96, 26], [98, 84, 40], [-98, 84, 40]]),
      { stroke: mix(s.tone.deep, '#000000', 0.5), width: 3.5 }) +
        path(outline([[-104, -94, 26], [104, -94, 26], [96, 82, 40], [-96, 82, 40]]),
        { stroke: '#fff', width: 1.5, opacity: 0.35 })))
    const window = glass(s, [-62, -62, 124, 54], { r: 18, gloss: 0.2 }) +
      ellipse([0, -34], [48, 18], softGlow(s, '#ffb45c', 0.85)) +
      times(5, (i) => ellipse([-36 + i * 18, -26 - (i % 2) * 5], [12, 6], { fill: '#d9953f', opacity: 0.75 }))
    const grip = rect([-20, -14, 40, 92],
      { fill: linear(s, [[0, '#2a2c2f'], [0.3, '#6d7276'], [0.55, '#33363a'], [1, '#0d0e0f']]), r: 16 }) +
      rect([-26, -16, 52, 30], { fill: linear(s, [[0, '#55595e'], [1, '#1a1b1d']], [0, 0, 0, 1]), r: 12 }) +
        rect([-8, 54, 16, 5], { fill: s.accent, r: 2.5 })
    const screen = glass(s, [-62, -40, 124, 62], { r: 26, gloss: 0.22 }) + display(s, [-34, -30, 68, 30], '#dff3ff') +
      times(4, (i) => circle([-36 + i * 24, 10], 5, { stroke: i === 0 ? s.accent : '#cfd5da', width: 1.3 }))
    const cap = lid(s, [72, 328], v, s.tone) +
      ellipse([0, -328], [52, 52 * sinPitch(v)], { stroke: s.tone.deep, width: 2, opacity: 0.5 })
    const art = base(s, 120, v) + turned(s, body, v) + streak(s, [-104, -280, 36, 230], 0.5) + cap + seam +
      onFace(136, v, 258, screen) +
      onFace(140, v, 150, window) + onFace(148, v, 104, grip)
    return roundForm(s, v, art, [120, 142, 332 + 72 * sinPitch(v)])
  },
}

export const kettle: Model = {
  size: { w: 250, h: 260, d: 180 }, stands: 'counter', pitch: [7, 16], yaw: 32, detail: [0.56, 0.3, 0.85],
  draw(s, v) {
    const turn = Math.cos((v.yaw * Math.PI) / 180)
    const body: Ring[] = [{ r: 84, y: 26, round: 8 }, { r: 85, y: 60, round: 20 }, { r: 74, y: 150, round: 60 },
      { r: 62, y: 222, round: 6 }]
    const spout = path(outline([[-50, -226], [-66 * turn - 34, -228, 6], [-60 * turn - 20, -196, 20], [-62, -150]]),
      tubeFill(s))
    const mouth = path(outline([[-50, -226], [-66 * turn - 34, -228, 3], [-60 * turn - 24, -220, 6], [-50, -216]]),
      { fill: '#000', opacity: 0.22 })
    const arm = `M${58 * turn} -226C${128 * turn + 12} -232 ${146 * turn + 6} -186 ${136 * turn +
      4} -120C${130 * turn + 2} -78 ${112 * turn} -62 ${92 * turn} -64`
    const handle = path(arm, { stroke: '#17181a', width: 23, more: 'stroke-linecap="round"' }) +
      `<g transform="translate(-4 -2)">${path(arm, { stroke: '#6b7075', width: 5, opacity: 0.8,
        more: 'stroke-linecap="round"' })}</g>`
    const plinth = turned(s, [{ r: 88, y: 0, round: 3 }, { r: 92, y: 10, round: 6 }, { r: 86, y: 22 }], v,
      tubeFill(s, dark)) + lid(s, [86, 22], v, dark)
    const cover = turned(s, [{ r: 62, y: 220 }, { r: 56, y: 236, round: 14 }, { r: 26, y: 243 }], v,
      tubeFill(s, s.tone.isMetal ? dark : s.tone)) +
      turned(s, [{ r: 8, y: 240 }, { r: 9, y: 250, round: 2 }, { r: 19, y: 253, round: 4 },
        { r: 17, y: 264, round: 6 }, { r: 8, y: 266 }], v, tubeFill(s, dark))
    const gauge = onFace(76, { ...v, yaw: v.yaw * 0.6 }, 120, rect([-7, -50, 14, 104], { fill: '#22262a', r: 7 }) +
      rect([-4, -6, 8, 56], { fill: '#8fc7e6', r: 4, opacity: 0.8 }))
    const rings = band([83, 42], v, { color: steel.light, width: 5 }) +
      band([82.5, 37], v, { color: steel.deep, width: 1.6 }) + band([62, 221], v, { color: s.accent, width: 3 })
    const art = plinth + handle + spout + mouth + turned(s, body, v) + streak(s, [-50, -206, 22, 160], 0.55) + rings +
      gauge + cover +
      circle([112 * turn, -70], 6, s.accent)
    const form = roundForm(s, v, art, [90, 150, 268])
    return { ...form, bounds: [-66 * turn - 36, form.bounds[1], 140 * turn + 16, form.bounds[3]] }
  },
}

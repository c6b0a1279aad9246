import { badge, display, glass, panel, rod, sideFill, softGlow, topFill, tubeFill } from './materials.ts'
import type { Model } from './model.ts'
import type { Box } from './shapes.ts'
import { circle, ellipse, group, num, outline, path, rect, times } from './shapes.ts'
import type { Sheet } from './sheet.ts'
import { clipped, linear, radial, withFinish } from './sheet.ts'
import type { Frame, Size } from './solid.ts'
import { block, boxForm, boxed, place, wallShadow } from './solid.ts'
import { mix, toneOf } from './tones.ts'

const steel = toneOf('silver')

function pipe(s: Sheet, [x, y]: readonly [number, number], length: number, color: string): string {
  const hose = linear(s, [[0, steel.shade], [0.3, '#ffffff'], [0.6, steel.base], [1, steel.deep]])
  return rect([x - 8, y, 16, length], { fill: hose, r: 3 }) + rect([x - 14, y + 8, 28, 16], { fill: hose, r: 3 }) +
    rect([x - 11, y + length - 14, 22, 14], { fill: color, r: 4 })
}

const tankSize: Size = { w: 840, h: 470, d: 440 }

export const waterHeaterElectric: Model = {
  size: tankSize, stands: 'wall', pitch: [0, 0], yaw: 27, detail: [0.52, 0.6, 0.5],
  draw(s, v) {
    const yaw = (v.yaw * Math.PI) / 180
    const half = 420 * Math.cos(yaw)
    const cap = 226 * Math.sin(yaw)
    const { light, base, shade, deep } = s.tone
    const roll = linear(s, [[0, mix(base, shade, 0.7)], [0.1, light], [0.24, '#ffffff'], [0.34, light], [0.58, base],
      [0.82, shade], [0.95, mix(shade, deep, 0.75)], [1, mix(deep, base, 0.4)]], [0, 0, 0, 1])
    const bow = v.yaw > 0 ? cap : 26
    const arc = `A${num(bow)} 211 0 0 0 `
    const body = `M${num(-half)} -452${arc}${num(-half)} -30L${num(half)} -30${arc}${num(half)} -452Z`
    const right = v.yaw > 0 ? ellipse([half, -241], [cap, 211],
      linear(s, [[0, mix(shade, deep, 0.25)], [1, mix(shade, deep, 0.9)]], [0, 0, 1, 1])) +
      ellipse([half + 4, -241], [cap * 0.86, 182], { stroke: '#000', width: 3, opacity: 0.12 }) +
        ellipse([half + 6, -241], [cap * 0.5, 105], { fill: '#000', opacity: 0.07 }) : path(
      `M${half} -452A26 211 0 0 1 ${half} -30Z`, roll)
    const bend = num(v.yaw > 0 ? cap : 8)
    const seams = [-0.88, 0.88].map((t) => path(`M${num(half * t)} -452A${bend} 211 0 0 0 ${num(half * t)} -30`,
      { stroke: '#000', width: 3, opacity: 0.16 })).join('')
    const screen = glass(s, [-150, -56, 300, 112], { r: 56, gloss: 0.2 }) +
      display(s, [-60, -36, 120, 72], '#ffe0b5') + circle([-104, 0], 25, { stroke: '#cfd5da', width: 3 }) +
      circle([104, 0], 25, { stroke: s.accent, width: 3 }) + rect([102, -12, 4, 14], s.accent)
    const face = group(screen,
      `translate(${num(-half * 0.12 * (v.yaw > 0 ? 1 : 0))} -196) scale(${num(Math.cos(yaw))} 1)`)
    const glow = path(`M${num(-half)} -404H${num(half)}V-388H${num(-half)}Z`, { fill: '#fff', opacity: 0.55 })
    const pipes = pipe(s, [-half * 0.3, -36], 74, '#2f6fb5') + pipe(s, [half * 0.24, -36], 74, '#c23b2e') +
      circle([half * 0.24 + 20, 0], 10, '#b8862f')
    const art = pipes + path(body, roll) + glow + right + seams + face +
      group(badge(s, [-60, 0], 120), `translate(${num(-half * 0.1)} -330) scale(${num(Math.cos(yaw))} 1)`)
    return { art, bounds: [-half - (v.yaw > 0 ? cap * 0.2 : 26), -455, half + Math.max(cap, 26), 40],
      shadow: wallShadow(s, [[-half - 20, -452, half + Math.max(cap, 26) - 8, -32]]) }
  },
}

const gasSize: Size = { w: 360, h: 600, d: 150 }

export const waterHeaterGas: Model = {
  size: { ...gasSize, h: 760 }, stands: 'wall', pitch: [0, 3], yaw: 30, detail: [0.42, 0.78, 0.85],
  draw(s, v) {
    const frame: Frame = { size: { ...gasSize, h: 600 }, view: v }
    const { w, h, d } = gasSize
    const [fx, fy] = place(frame.size, v, [w / 2, h, d / 2])
    const flueFill = tubeFill(s, steel)
    const flue = rect([fx - 32, fy - 104, 64, 112], flueFill) +
      rect([fx - 37, fy - 60, 74, 14], { fill: flueFill, r: 4 }) +
      rect([fx - 42, fy - 10, 84, 16], { fill: flueFill, r: 4 })
    const pipes = [[90, '#2f6fb5'], [180, '#d9a62c'], [270, '#c23b2e']].map(([x, color]) => {
      const [px, py] = place(frame.size, v, [Number(x), 0, d / 2])
      return pipe(s, [px, py - 4], 62, String(color))
    }).join('')
    const flame = (x: number, k: number): string =>
      group(path('M0 0c-14 -16 -4 -26 0 -42c6 14 14 26 0 42z', linear(s, [[0, '#7cc6ff'], [1, '#1f58c9']],
      [0, 0, 0, 1])), `translate(${x} 482) scale(${k})`)
    const window = rect([140, 436, 80, 54], { fill: '#0b0d12', r: 27 }) +
      ellipse([180, 482], [40, 26], softGlow(s, '#4a90ff', 0.8)) +
      clipped(s, rect([140, 436, 80, 54], { fill: '#000', r: 27 }),
        [158, 172, 186, 200].map((x, i) => flame(x, i % 2 ? 0.8 : 0.66)).join(''))
    const screen = glass(s, [70, 506, 220, 66], { r: 12, gloss: 0.2 }) + display(s, [134, 514, 92, 50], '#ffd49a') +
      circle([104, 539], 14, { stroke: '#cfd5da', width: 2.4 }) +
      circle([256, 539], 14, { stroke: s.accent, width: 2.4 })
    const front = panel(s, [0, 0, w, h], { r: 16 }) +
      rect([26, 30, w - 52, 380], { stroke: '#000', width: 2, r: 12, opacity: 0.08 }) + window + screen +
      badge(s, [w / 2 - 42, 66], 84)
    const side = rect([0, 0, d, h], sideFill(s)) +
      times(7, (i) => rect([d * 0.3, 90 + i * 22, d * 0.4, 10], { fill: '#000', r: 5, opacity: 0.4 }))
    const art = pipes + flue + block(frame, [0, 0, 0], gasSize, { front, side, top: rect([0, 0, w, d], topFill(s)) })
    const form = boxed(s, gasSize, v, art)
    return { ...form, bounds: [form.bounds[0], form.bounds[1] - 96, form.bounds[2], 62],
      shadow: wallShadow(s, [form.bounds, [fx - 32, fy - 100, fx + 32, fy]]) }
  },
}

function faucet(s: Sheet, x: number): string {
  const chrome = (d: string, width: number): string =>
    path(d, { stroke: '#7b8186', width, more: 'stroke-linecap="round"' }) +
    path(d, { stroke: '#cfd3d6', width: width * 0.66, more: 'stroke-linecap="round"' }) +
      `<g transform="translate(-2 -2)">${path(d, { stroke: '#ffffff', width: width * 0.22,
      more: 'stroke-linecap="round"' })}</g>`
  const neck = `M${x} -10V-250C${x} -350 ${x - 120} -350 ${x - 120} -262V-238`
  return rect([x - 26, -14, 52, 14], { fill: tubeFill(s, steel), r: 5 }) + chrome(neck, 20) +
    rect([x - 134, -244, 28, 22], { fill: tubeFill(s, steel), r: 4 }) +
    rect([x - 17, -120, 34, 70], { fill: tubeFill(s, steel), r: 8 }) +
      rect([x + 12, -98, 46, 12], { fill: tubeFill(s, steel, [0, 0, 0, 1]), r: 6 }) + circle([x, -84], 5, s.accent)
}

const purifierSize: Size = { w: 190, h: 410, d: 400 }

export const waterPurifier: Model = {
  size: { w: 440, h: 410, d: 300 }, stands: 'counter', pitch: [4, 11], yaw: 30, detail: [0.62, 0.4, 0.6],
  draw(s, v) {
    const { w, h } = purifierSize
    const d = 300
    const part: Size = { w, h, d }
    const screen = glass(s, [18, 22, w - 36, 230], { r: 20, gloss: 0.3 }) +
      circle([w / 2, 108], 46, { stroke: '#39424a', width: 7 }) +
      path(`M${w / 2} 62A46 46 0 1 1 ${w / 2 - 45} 100`,
        { stroke: '#8fd3ee', width: 7, more: 'stroke-linecap="round"' }) +
      path(`M${w / 2} 84C${w / 2 + 24} 112 ${w / 2 + 14} 130 ${w / 2} 130S${w / 2 - 24} 112 ${w / 2} 84Z`, '#8fd3ee') +
      times(3, (i) => rect([w / 2 - 46, 180 + i * 18, 92, 6], { fill: '#39424a', r: 3 }) +
        rect([w / 2 - 46, 180 + i * 18, 80 - i * 22, 6], { fill: i === 2 ? s.accent : '#8fd3ee', r: 3 }))
    const foot = rect([10, h - 8, w - 20, 8], '#26282a')
    const front = foot + panel(s, [0, 0, w, h - 6], { r: 22 }) + screen + badge(s, [w / 2 - 32, 300], 64) +
      rect([w / 2 - 50, 356, 100, 8], { fill: '#000', r: 4, opacity: 0.16 })
    const side = rect([0, 0, d, h - 6], sideFill(s)) +
      times(3, (i) => rect([40 + i * 78, 60, 62, 250], { fill: '#fff', r: 30, opacity: 0.12 }) +
      rect([40 + i * 78, 60, 62, 250], { stroke: '#000', width: 2, r: 30, opacity: 0.14 }))
    const form = boxForm(s, part, v,
      { under: s.tone.base, front, side, top: rect([0, 0, w, d], { fill: topFill(s), r: 14 }) })
    const left = form.bounds[0]
    const art = group(faucet(s, left - 66), `translate(0 ${num(v.pitch > 6 ? -26 : 0)})`) + form.art
    const drop = ellipse([left - 62, v.pitch > 6 ? -26 : 0], [46, 8], { fill: '#1a140c', opacity: 0.28 })
    return { art, bounds: [left - 200, Math.min(form.bounds[1], -370), form.bounds[2], form.bounds[3]],
      shadow: form.shadow + drop }
  },
}

const dispenserSize: Size = { w: 310, h: 1060, d: 330 }

export const waterDispenser: Model = {
  size: dispenserSize, stands: 'floor', pitch: [0, 7], yaw: 30, detail: [0.42, 0.3, 1],
  draw(s, v) {
    const { w, h, d } = dispenserSize
    const hollow: Box = [26, 176, w - 52, 300]
    const dark = linear(s, [[0, '#0b0c0e'], [0.4, '#2a2e32'], [1, '#4b5157']], [0, 0, 0, 1])
    const tap = (x: number, color: string): string => rect([x - 16, 190, 32, 40],
      { fill: linear(s, [[0, '#f2f3f4'], [1, '#8f9498']]), r: 6 }) + rect([x - 6, 228, 12, 18], '#5b6064') +
      circle([x, 208], 6, color)
    const tumbler = path(outline([[124, 366], [186, 366], [178, 448, 6], [132, 448, 6]]),
      { fill: '#e9f3f7', opacity: 0.5, stroke: '#fff', width: 1.5 }) +
      path(outline([[128, 396], [182, 396], [177, 446, 6], [133, 446, 6]]), { fill: '#bfe3f2', opacity: 0.75 }) +
        rect([134, 372, 5, 70], { fill: '#fff', opacity: 0.7, r: 2 })
    const grid = rect([40, 450, w - 80, 22], { fill: '#9aa0a5', r: 6 }) +
      times(14, (i) => rect([50 + i * 15.4, 454, 6, 14], { fill: '#33373b', r: 2 }))
    const niche = rect(hollow, { fill: dark, r: 18 }) +
      ellipse([w / 2, 190], [120, 180], softGlow(s, '#e5f4ff', 0.35)) + tap(106, '#2f6fb5') + tap(204, '#c23b2e') +
      tumbler + grid
    const screen = glass(s, [26, 46, w - 52, 104], { r: 14, gloss: 0.2 }) +
      display(s, [w / 2 - 60, 60, 120, 46], '#ffd9a6') +
      times(4, (i) => circle([80 + i * 50, 128], 8, { stroke: i === 3 ? s.accent : '#cfd5da', width: 2 }))
    const door = rect([26, 520, w - 52, 470], { stroke: '#000', width: 2, r: 14, opacity: 0.14 }) +
      rect([28, 522, w - 52, 470], { stroke: '#fff', width: 2, r: 14, opacity: 0.4 }) +
      rod(withFinish(s, 'silver'), [w - 62, 590, 13, 150]) + badge(s, [w / 2 - 40, 560], 80)
    const front = panel(s, [0, 0, w, h - 16], { r: 20 }) + screen + niche + door +
      rect([20, h - 16, w - 40, 16], '#242628')
    const side = rect([0, 0, d, h - 16], sideFill(s)) +
      times(8, (i) => rect([d * 0.55, 640 + i * 26, d * 0.3, 10], { fill: '#000', opacity: 0.2, r: 5 })) +
      rect([20, h - 16, d - 40, 16], '#1c1d1f')
    const cap = ellipse([w / 2, d / 2], [110, 110],
      radial(s, [[0, s.tone.shade], [0.8, s.tone.base], [1, s.tone.deep]]))
    return boxForm(s, dispenserSize, v,
      { under: s.tone.base, front, side, top: rect([0, 0, w, d], { fill: topFill(s), r: 14 }) + cap })
  },
}


import { badge, glass, holes, panel, sideFill, softGlow, topFill } from './materials.ts'
import type { Model } from './model.ts'
import type { Box, Point } from './shapes.ts'
import { circle, curve, group, path, rect, times } from './shapes.ts'
import type { Sheet } from './sheet.ts'
import { clipped, linear, radial, withFinish } from './sheet.ts'
import type { Frame, Size } from './solid.ts'
import { block, boxed, frontMatrix, levelMatrix } from './solid.ts'
import { mix } from './tones.ts'

function ridge(s: Sheet, [x, y, w, h]: Box, [level, rough]: Point): string {
  const points: Point[] = Array.from({ length: 10 }, (_, i) => [x + (w * i) / 9, y +
    h * (level + (s.rand() - 0.5) * rough)])
  return `${curve(points)}L${x + w} ${y + h}L${x} ${y + h}Z`
}

/** A quiet landscape for the screen: evening sky, sun, ranges of hills and their lake. */
function landscape(s: Sheet, box: Box): string {
  const [x, y, w, h] = box
  const skies = [['#13324f', '#d98a63', '#ffd9a0'], ['#0f3d4d', '#6fb6b0', '#fbe7c0'],
    ['#2b2350', '#b4577a', '#ffc58a']]
  const [top = '#13324f', middle = '#d98a63', low = '#ffd9a0'] = skies[Math.floor(s.rand() * skies.length)] ?? []
  const sky = rect(box, linear(s, [[0, top], [0.45, middle], [0.66, low], [1, top]], [0, 0, 0, 1]))
  const sun: Point = [x + w * (0.3 + s.rand() * 0.4), y + h * 0.5]
  const light = circle(sun, h * 0.62, softGlow(s, '#fff1cc', 0.8)) + circle(sun, h * 0.06, '#fffaf0')
  const hills = [[0.52, 0.12, 0.28], [0.6, 0.16, 0.5], [0.68, 0.16, 0.74]].map(([level = 0, rough = 0, t = 0]) =>
    path(ridge(s, box, [level, rough]), linear(s, [[0, mix(middle, top, t)], [1, mix(top, '#05070c', t * 0.8)]],
      [0, 0, 0, 1]))).join('')
  const lake = rect([x, y + h * 0.8, w, h * 0.2], linear(s, [[0, mix(low, top, 0.35)], [1, mix(top, '#05070c', 0.5)]],
    [0, 0, 0, 1])) +
    times(12, (i) => rect([sun[0] - w * 0.07 * s.rand() - 20, y + h * (0.815 + i * 0.014),
      w * (0.05 + s.rand() * 0.09), h * 0.004], { fill: '#fff3d6', opacity: 0.5 - i * 0.03 }))
  return clipped(s, rect(box, '#000'), sky + light + hills + lake)
}

const tvSize: Size = { w: 1450, h: 900, d: 240 }

export const television: Model = {
  size: tvSize, stands: 'counter', pitch: [0, 4], yaw: 25, detail: [0.22, 0.72, 0.5],
  draw(s, v) {
    const frame: Frame = { size: tvSize, view: v }
    const { w } = tvSize
    const face: Size = { w, h: 832, d: 34 }
    const screen: Box = [7, 7, w - 14, 812]
    const metal = withFinish(s, s.tone.isDark || s.tone.isMetal ? s.finish : 'graphite')
    const mirror = clipped(s, rect(screen, '#000'), path(`M${w * 0.02} 0H${w * 0.36}L${w * 0.14} 832H${-w * 0.1}Z`,
      linear(s, [[0, '#ffffff', 0.17], [1, '#ffffff', 0.02]], [0, 0, 0.3, 1])))
    const front = rect([0, 0, w, 832], { fill: '#0b0c0d', r: 4 }) + landscape(s, screen) + mirror +
      rect([0, 819, w, 13], linear(s, [[0, metal.tone.light], [1, metal.tone.shade]])) +
      rect([w / 2 - 16, 832, 32, 7], { fill: '#17181a', r: 2 }) + circle([w / 2, 836], 2.4, s.accent) +
        rect([0.8, 0.8, w - 1.6, 830], { stroke: '#8b9196', width: 1.6, r: 4, opacity: 0.7 })
    const set = block(frame, [0, 68, 100], face,
      { front, side: rect([0, 0, 34, 832], linear(s, [[0, metal.tone.shade], [1, '#0c0d0e']])),
      top: rect([0, 0, w, 34], metal.tone.light) })
    const leg = (x: number, lean: number): string => {
      const bar = linear(s, [[0, metal.tone.light], [0.5, metal.tone.base], [1, metal.tone.deep]])
      return group(path(`M${x} 0h26l${lean} 72h-26z`, bar), frontMatrix(frame, [0, 72, 116])) +
        group(path(`M${x + lean - 8} 20h42l0 200h-42z`, metal.tone.shade), levelMatrix(frame, [0, 4, 240])) +
        group(rect([x + lean - 8, 0, 42, 6], { fill: metal.tone.deep, r: 3 }), frontMatrix(frame, [0, 6, 20]))
    }
    const stand = leg(250, -40) + leg(w - 276, 40)
    return boxed(s, tvSize, v, stand + set)
  },
}

const barSize: Size = { w: 960, h: 330, d: 260 }

export const soundbar: Model = {
  size: barSize, stands: 'counter', pitch: [6, 15], yaw: 26, detail: [0.76, 0.62, 0.42],
  draw(s, v) {
    const frame: Frame = { size: barSize, view: v }
    const cloth = (box: Box, r: number): string =>
      rect(box, { fill: mix(s.tone.deep, s.tone.isDark ? '#000000' : '#55585c', 0.45), r }) + holes(s, box, 9, r) +
      rect(box, { fill: linear(s, [[0, '#ffffff', 0.24], [0.4, '#ffffff', 0.02], [1, '#000000', 0.34]],
        [0, 0, 0.5, 1]), r })
    const sub: Size = { w: 190, h: 330, d: 220 }
    const subFront = panel(s, [0, 0, 190, 322], { r: 12 }) + cloth([12, 96, 166, 214], 10) +
      circle([95, 52], 28, radial(s, [[0, '#000'], [0.7, '#1b1d20'], [1, '#5a5f64']])) + badge(s, [78, 300], 34)
    const subArt = block(frame, [760, 0, 40], sub, { front: subFront + rect([14, 322, 30, 8], '#1a1a1a') +
      rect([146, 322, 30, 8], '#1a1a1a'),
      under: s.tone.base, side: rect([0, 0, 220, 322], sideFill(s)), top: rect([0, 0, 190, 220],
        { fill: topFill(s), r: 8 }) })
    const bar: Size = { w: 960, h: 66, d: 108 }
    const lamps = times(5, (i) => circle([448 + i * 16, 33], 3, i < 3 ? '#e9f4fa' : '#5b6166'))
    const barFront = panel(s, [0, 0, 960, 62], { r: 14 }) + cloth([6, 6, 948, 50], 12) +
      glass(s, [430, 20, 100, 26], { r: 13, gloss: 0.1 }) + lamps + rect([880, 30, 46, 5], { fill: s.accent, r: 2.5 })
    const plate = rect([0, 0, 960, 108], { fill: topFill(s), r: 14 }) +
      glass(s, [404, 34, 152, 40], { r: 20, gloss: 0.2 }) +
      times(4, (i) => circle([430 + i * 34, 54], 6, { stroke: '#d9dfe3', width: 1.6 }))
    const barArt = block(frame, [-30, 0, -120], bar,
      { front: barFront, side: rect([0, 0, 108, 62], { fill: sideFill(s), r: 10 }), top: plate })
    const form = boxed(s, { ...barSize, d: 200 }, v, subArt + barArt)
    const under = group(rect([-6, 92, 984, 34], { fill: '#1a140c', opacity: 0.2, r: 16 }) +
      rect([-10, 100, 1000, 40], { fill: '#1a140c', opacity: 0.12, r: 20 }), levelMatrix(frame, [-30, 0, -12]))
    return { ...form, shadow: form.shadow + under }
  },
}


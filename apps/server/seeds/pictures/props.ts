import { softDark, softGlow } from './materials.ts'
import type { Box, Point } from './shapes.ts'
import { at, circle, curve, ellipse, group, num, outline, path, rect, times } from './shapes.ts'
import type { Sheet } from './sheet.ts'
import { clipped, linear, radial } from './sheet.ts'
import { mix } from './tones.ts'

/** Light falling through a window at the upper left onto a wall. */
export function windowLight(s: Sheet, [x, y, w, h]: Box): string {
  const fill = linear(s, [[0, '#fffaf0', 0.75], [1, '#fffaf0', 0.12]], [0, 0, 1, 1])
  const pane = (i: number, j: number): string => {
    const [pw, ph] = [w / 2 - 7, h / 2 - 7]
    const [px, py] = [x + i * (pw + 14), y + j * (ph + 14) + i * w * 0.12]
    return path(outline([[px, py], [px + pw, py + w * 0.11], [px + pw, py + ph + w * 0.11], [px, py + ph]]), fill)
  }
  return group(pane(0, 0) + pane(1, 0) + pane(0, 1) + pane(1, 1), 'skewX(-8)')
}

function leaf(s: Sheet, length: number, color: string): string {
  const fill = linear(s, [[0, mix(color, '#ffffff', 0.3)], [0.5, color], [1, mix(color, '#0d1a10', 0.35)]],
    [0, 0, 1, 0.6])
  const left = `M0 0C${[-0.26, -0.35, -0.2, -0.8, 0, -1].map((k) => num(k * length)).join(' ')}`
  const right = `C${[0.24, -0.78, 0.24, -0.3, 0, 0].map((k) => num(k * length)).join(' ')}Z`
  return path(left + right, fill) +
    path(`M0 0L0 ${num(-length * 0.9)}`, { stroke: '#ffffff', width: length * 0.012, opacity: 0.35 })
}

/** A leafy plant in a pot; (x, y) is the foot of the pot, `size` its full height. */
export function plant(s: Sheet, [x, y]: Point, size: number): string {
  const greens = ['#5f7f62', '#6f8f6b', '#4f7057', '#7d9a74']
  const leaves = times(11, (i) => {
    const lean = -62 + i * 12.4 + (s.rand() - 0.5) * 12
    const length = size * (0.5 + s.rand() * 0.2 - Math.abs(lean) * 0.0016)
    return group(leaf(s, length, greens[i % 4] ?? '#5f7f62'), `translate(0 ${num(-size * 0.3)}) rotate(${num(lean)})`)
  })
  const clay = linear(s, [[0, '#d9cfc3'], [0.3, '#f4eee6'], [0.6, '#ddd2c5'], [1, '#a3978a']])
  const [a, b] = [size * 0.15, size * 0.11]
  const pot = path(outline([[-a, -size * 0.32, 3], [a, -size * 0.32, 3], [b, 0, 8], [-b, 0, 8]]), clay) +
    ellipse([0, -size * 0.32], [a, size * 0.022], '#5a4a3c')
  return at(x, y, ellipse([size * 0.03, 0], [size * 0.24, size * 0.035], softDark(s, 0.5)) +
    ellipse([0, -size * 0.32], [a, size * 0.022], '#5a4a3c') + leaves + pot)
}

/** A slim vase with dry twigs. */
export function vase(s: Sheet, [x, y]: Point, size: number): string {
  const clay = linear(s, [[0, '#b9a999'], [0.3, '#efe6dc'], [0.6, '#cfc0b1'], [1, '#8d7e70']])
  const twig = (lean: number, k: number): string =>
    group(path(curve([[0, 0], [4, -size * 0.3 * k], [-5, -size * 0.6 * k], [6, -size * 0.85 * k]]),
    { stroke: '#9a7f60', width: 1.8 }) +
    times(7, (i) => ellipse([(i % 2 ? 7 : -7) + 1, -size * (0.3 + i * 0.085) * k], [6, 3.4],
      { fill: i % 2 ? '#d8b892' : '#c79f78', opacity: 0.95 })), `translate(0 ${num(-size * 0.4)}) rotate(${lean})`)
  const body = path(outline([[-size * 0.05, -size * 0.46, 2], [size * 0.05, -size * 0.46, 2],
    [size * 0.05, -size * 0.36, 8], [size * 0.13, -size * 0.2, 16], [size * 0.08, 0, 6], [-size * 0.08, 0, 6],
    [-size * 0.13, -size * 0.2, 16], [-size * 0.05, -size * 0.36, 8]]), clay)
  return at(x, y, ellipse([size * 0.02, 0], [size * 0.17, size * 0.03], softDark(s, 0.5)) + twig(-14, 0.9) +
    twig(4, 1) + twig(18, 0.85) + body)
}

/** A bowl of fruit. */
export function fruit(s: Sheet, [x, y]: Point, size: number): string {
  const ball = (cx: number, cy: number, color: string): string => circle([cx, cy], size * 0.15,
    radial(s, [[0, mix(color, '#ffffff', 0.55)], [0.5, color], [1, mix(color, '#3a1c05', 0.4)]], [0.36, 0.3, 0.8]))
  const at100 = 'M-42 -30H42C38 -6 20 0 0 0S-38 -6 -42 -30Z'
  const bowl = group(path(at100,
    linear(s, [[0, '#cbbfb2'], [0.3, '#fbf7f1'], [0.6, '#e4dbd0'], [1, '#a79b8f']])), `scale(${num(size / 100)})`)
  return at(x, y, ellipse([size * 0.05, 0], [size * 0.46, size * 0.06], softDark(s, 0.5)) +
    ball(-size * 0.2, -size * 0.36, '#e7a63a') + ball(size * 0.16, -size * 0.37, '#e58f2d') +
    ball(-size * 0.02, -size * 0.47, '#efb94b') + bowl)
}

/** Chopping boards leaning on the wall. */
export function boards(s: Sheet, [x, y]: Point, size: number): string {
  const wood = linear(s, [[0, '#d8ad7d'], [0.5, '#c49465'], [1, '#9c6f45']], [0, 0, 1, 0.4])
  const pale = linear(s, [[0, '#ead0ae'], [1, '#c9a47a']], [0, 0, 1, 0.4])
  return at(x, y, ellipse([size * 0.1, 0], [size * 0.5, size * 0.04], softDark(s, 0.45)) +
    circle([size * 0.16, -size * 0.42], size * 0.42, pale) +
    rect([-size * 0.34, -size, size * 0.52, size], { fill: wood, r: size * 0.08 }) +
      circle([-size * 0.08, -size * 0.9], size * 0.035, '#8a623c') +
    times(5, (i) => rect([-size * 0.3 + i * size * 0.1, -size * 0.84, 1.2, size * 0.8],
      { fill: '#7a5330', opacity: 0.16 })))
}

/** A shelf on the wall with jars, folded towels or books on it. */
export function shelf(s: Sheet, [x, y, w]: readonly [number, number, number],
  goods: 'jars' | 'towels' | 'books'): string {
  const wood = linear(s, [[0, '#d9b489'], [1, '#b08559']], [0, 0, 0, 1])
  const jar = (i: number): string => {
    const [jx, jh] = [x + 30 + i * 46, 46 + ((i * 17) % 22)]
    const tint = ['#d9b98c', '#b98a5a', '#e9dcc6', '#8f9b76', '#c9674a'][i % 5] ?? '#d9b98c'
    return rect([jx, y - jh, 32, jh], { fill: '#eef3f3', r: 6 }) +
      rect([jx + 2, y - jh * 0.62, 28, jh * 0.6], { fill: tint, r: 5 }) +
      rect([jx + 4, y - jh, 4, jh], { fill: '#fff', opacity: 0.7 }) +
      rect([jx - 1, y - jh - 7, 34, 9], { fill: '#b58a5e', r: 3 })
  }
  const towel = (i: number): string => rect([x + 24, y - 18 - i * 18, 96, 17],
    { fill: linear(s, [[0, '#ffffff'], [1, ['#c9d6d3', '#e3d5c6', '#d5dbe2'][i % 3] ?? '#ddd']], [0, 0, 0, 1]), r: 8 })
  const book = (i: number): string => rect([x + 22 + i * 15, y - 62 - ((i * 13) % 20), 13, 62 + ((i * 13) % 20)],
    { fill: ['#a8b5a2', '#d9c2a5', '#8f9fae', '#c78d72', '#e8e0d4'][i % 5] ?? '#ccc', r: 2 })
  const count = Math.floor((w - 40) / 46)
  const load = goods === 'jars' ? times(Math.min(count, 5), jar) : goods === 'towels' ? times(3, towel) +
    at(0, 0, vase(s, [x + w - 46, y], 96)) : times(7, book) + vase(s, [x + w - 42, y], 92)
  return rect([x + 4, y + 14, w, 16], { fill: '#3a2c1c', opacity: 0.1, r: 4 }) + load +
    rect([x, y, w, 13], { fill: wood, r: 2 })
}

/** A framed abstract print. */
export function frame(s: Sheet, [x, y, w, h]: Box): string {
  const wash = mix(s.accent, '#f4ece2', 0.66)
  const inner: Box = [x + 14, y + 14, w - 28, h - 28]
  const art = circle([x + w * 0.42, y + h * 0.42], w * 0.2, wash) +
    rect([x, y + h * 0.58, w, h * 0.5], mix(s.accent, '#d9d2c6', 0.84)) +
    circle([x + w * 0.66, y + h * 0.62], w * 0.15, '#c9b79e')
  return rect([x + 6, y + 8, w, h], { fill: '#3a2c1c', opacity: 0.13 }) +
    rect([x, y, w, h], linear(s, [[0, '#d3ab7e'], [1, '#9f7549']], [0, 0, 1, 1])) +
    rect([x + 5, y + 5, w - 10, h - 10], '#fbf8f3') + clipped(s, rect(inner, '#000'), rect(inner, '#f3ede4') + art)
}

/** A long low sofa standing on the line y. */
export function sofa(s: Sheet, [x, y, w, h]: Box): string {
  const cloth = (t: number): string =>
    linear(s, [[0, mix('#e3dacd', '#ffffff', 0.4 - t)], [1, mix('#c2b6a6', '#8d8070', t)]], [0, 0, 0.4, 1])
  const cushion = (cx: number, color: string): string =>
    group(rect([-46, -46, 92, 92],
    { fill: linear(s, [[0, mix(color, '#ffffff', 0.35)], [1, mix(color, '#2a1d10', 0.2)]], [0, 0, 1, 1]), r: 18 }),
    `translate(${num(cx)} ${num(y + h * 0.4)}) rotate(8)`)
  return ellipse([x + w / 2, y + h], [w * 0.58, 26], softDark(s, 0.5)) +
    rect([x + 30, y + h - 14, 12, 16], '#6f5236') + rect([x + w - 42, y + h - 14, 12, 16], '#6f5236') +
    rect([x + 14, y, w - 28, h * 0.75], { fill: cloth(0.1), r: 22 }) +
      rect([x + w / 2 - 1, y + 10, 2, h * 0.5], { fill: '#000', opacity: 0.1 }) +
      cushion(x + w * 0.2, mix(s.accent, '#d8c7b2', 0.45)) + cushion(x + w * 0.8, '#9aa89a') +
    rect([x + 20, y + h * 0.5, w / 2 - 22, h * 0.34], { fill: cloth(0.2), r: 16 }) +
      rect([x + w / 2 + 2, y + h * 0.5, w / 2 - 22, h * 0.34], { fill: cloth(0.24), r: 16 }) +
    rect([x, y + h * 0.28, 44, h * 0.66], { fill: cloth(0.25), r: 18 }) +
      rect([x + w - 44, y + h * 0.28, 44, h * 0.66], { fill: cloth(0.36), r: 18 }) +
      rect([x + 24, y + h * 0.8, w - 48, h * 0.14], { fill: cloth(0.5), r: 8 })
}

/** A woven laundry basket with linen in it. */
export function basket(s: Sheet, [x, y]: Point, size: number): string {
  const weave = linear(s, [[0, '#a9855c'], [0.3, '#e2c59c'], [0.65, '#c8a274'], [1, '#876541']])
  const linen = ellipse([-size * 0.12, -size * 0.82], [size * 0.3, size * 0.16], '#f4f1ec') +
    ellipse([size * 0.16, -size * 0.8], [size * 0.26, size * 0.15], mix(s.accent, '#e9dfd2', 0.7)) +
    ellipse([size * 0.02, -size * 0.74], [size * 0.4, size * 0.1], '#e4ded5')
  const rows = times(7, (i) => rect([-size * 0.46, -size * 0.7 + i * size * 0.1, size * 0.92, 2],
    { fill: '#5a3f22', opacity: 0.25 }))
  const shape = path(outline([[-size * 0.46, -size * 0.76, 6], [size * 0.46, -size * 0.76, 6], [size * 0.38, 0, 14],
    [-size * 0.38, 0, 14]]), weave)
  return at(x, y, ellipse([size * 0.06, 0], [size * 0.56, size * 0.07], softDark(s, 0.5)) + linen + shape +
    clipped(s, path(outline([[-size * 0.46, -size * 0.76], [size * 0.46, -size * 0.76], [size * 0.38, 0],
    [-size * 0.38, 0]]), '#000'), rows) +
    rect([-size * 0.48, -size * 0.78, size * 0.96, size * 0.08], { fill: weave, r: size * 0.04 }))
}

/** A hanging lamp; (x, y) is the lower rim. */
export function lamp(s: Sheet, [x, y]: Point, size: number): string {
  const shade = linear(s, [[0, '#a39a90'], [0.3, '#f8f4ee'], [0.7, '#d9d0c5'], [1, '#8f857a']])
  return rect([x - 1, -10, 2, y - size * 0.5], '#5d544a') +
    group(path('M-50 0C-46 -50 46 -50 50 0Z', shade), `translate(${num(x)} ${num(y)}) scale(${num(size / 100)})`) +
    ellipse([x, y], [size * 0.5, size * 0.05], '#fff3d6') +
      ellipse([x, y + size * 0.3], [size, size * 0.7], softGlow(s, '#fff0cc', 0.5))
}

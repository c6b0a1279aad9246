import type { PictureKind } from './catalog.ts'
import { models } from './catalog.ts'
import { softDark, softGlow } from './materials.ts'
import { placed, sheetFor, svg, viewOf } from './product.ts'
import { plant, vase, windowLight } from './props.ts'
import type { Box } from './shapes.ts'
import { ellipse, path, rect } from './shapes.ts'
import type { Sheet } from './sheet.ts'
import { linear, newSheet, withFinish, writeDefs } from './sheet.ts'
import type { Form } from './solid.ts'
import type { Finish } from './tones.ts'
import { mix } from './tones.ts'

export type Banner = { kinds: PictureKind[]; accent: string; seed: number }

const floorY = 520
const shown: readonly Finish[] = ['white', 'silver', 'graphite', 'champagne', 'cream', 'white']

type Guest = { kind: PictureKind; form: Form; width: number; height: number; scale: number }

/** Draws one product for a banner; big machines are shown smaller than life beside small ones, but never equal. */
function invite(s: Sheet, kind: PictureKind, index: number): Guest {
  const model = models[kind]
  const dressed = withFinish(s, shown[(index + Math.floor(s.rand() * 2)) % shown.length] ?? 'white')
  const form = model.draw(sheetFor(dressed, model), viewOf(model, model.stands !== 'wall'))
  const [x0, y0, x1, y1] = form.bounds
  const longest = Math.max(x1 - x0, y1 - y0)
  const scale = Math.min((96 + 350 * (Math.min(longest, 1800) / 1800) ** 0.6) / longest, 436 / (y1 - y0))
  return { kind, form, width: (x1 - x0) * scale, height: (y1 - y0) * scale, scale }
}

function scenery(s: Sheet): string {
  const paint = mix(s.accent, '#f3ece3', 0.88)
  const wall = linear(s, [[0, '#faf7f3'], [0.5, '#f8f4ef'], [1, mix(paint, '#b8a58e', 0.14)]], [0, 0, 1, 0.5])
  const floor = linear(s, [[0, mix(paint, '#b39c82', 0.3)], [0.3, mix(paint, '#d8c6b2', 0.3)], [1, '#f3ece4']],
    [0, 0, 0, 1])
  const arch = path('M860 520V300A230 230 0 0 1 1320 300V520Z',
    linear(s, [[0, mix(s.accent, '#ffffff', 0.72)], [1, mix(s.accent, '#f3ece3', 0.84)]], [0, 0, 1, 1]))
  const inner = path('M884 520V304A206 206 0 0 1 1296 304V520Z',
    linear(s, [[0, mix(s.accent, '#fffaf4', 0.86)], [1, mix(s.accent, '#f3ece3', 0.76)]], [0, 0, 1, 1]))
  return rect([0, 0, 1600, floorY], wall) + ellipse([420, 120], [700, 420], softGlow(s, '#ffffff', 0.7)) +
    windowLight(s, [690, 30, 300, 330]) + arch + inner + rect([0, floorY, 1600, 80], floor) +
    rect([0, floorY, 1600, 2], { fill: '#ffffff', opacity: 0.4 })
}

/** A low block to stand a small product on. */
function plinth(s: Sheet, [x, y, w, h]: Box): string {
  const side = linear(s, [[0, '#fffdfa'], [0.35, '#f3ede5'], [1, '#d3c7b8']])
  return ellipse([x + w / 2 + 10, y + h + 4], [w * 0.62, 15], softDark(s, 0.5)) +
    path(`M${x} ${y}V${y + h}A${w / 2} 13 0 0 0 ${x + w} ${y + h}V${y}Z`, side) +
    ellipse([x + w / 2, y], [w / 2, 13], '#fffdf9')
}

function stand(s: Sheet, guest: Guest, [x, lift]: readonly [number, number]): string {
  const model = models[guest.kind]
  const { bounds } = guest.form
  const left = x - bounds[0] * guest.scale
  const isHung = model.stands === 'wall'
  const y = isHung ? 90 - bounds[1] * guest.scale : floorY + 34 - lift - bounds[3] * guest.scale
  const block = lift > 0 && !isHung ? plinth(s, [x - 22, floorY + 30 - lift, guest.width + 44, lift]) : ''
  return block + placed({ x: left, y, scale: guest.scale }, guest.form.shadow + guest.form.art)
}

function isLow({ kind, height }: Guest): boolean {
  const { stands } = models[kind]
  return stands === 'counter' || stands === 'inset' || (stands !== 'wall' && height < 160)
}

/** Lets a few small products take up more of the room. */
function enlarge(guests: readonly Guest[], room: number): Guest[] {
  const total = guests.reduce((sum, guest) => sum + guest.width, 0)
  const tallest = Math.max(...guests.map((guest) => guest.height), 1)
  const k = Math.max(1, Math.min(room / total, 430 / tallest, 1.5))
  return guests.map((guest) => ({ ...guest, width: guest.width * k, height: guest.height * k,
    scale: guest.scale * k }))
}

/** Draws a 1600 × 600 banner: products in a calm room at the right, free space for words at the left. */
export function drawBanner(b: Banner): string {
  const s = newSheet({ accent: b.accent, finish: 'white', seed: b.seed })
  const room = 860
  const guests = enlarge(b.kinds.slice(0, 5).map((kind, index) => invite(s, kind, index)), room * 0.72)
  const total = guests.reduce((sum, guest) => sum + guest.width, 0)
  const joints = Math.max(guests.length - 1, 1)
  const squeeze = Math.min(1, room / (total + 26 * joints))
  const gap = Math.min(60, (room - total * squeeze) / joints)
  const fitted = guests.map((g) => ({ ...g, width: g.width * squeeze, height: g.height * squeeze,
    scale: g.scale * squeeze }))
  const used = fitted.reduce((sum, guest) => sum + guest.width, 0) + gap * (fitted.length - 1)
  let x = 690 + (room - used) / 2
  const line = fitted.map((guest) => {
    const lift = isLow(guest) ? 96 : 0
    const drawn = stand(s, guest, [x, lift])
    x += guest.width + gap
    return { drawn, height: guest.height }
  })
  const backFirst = [...line].sort((a, c) => c.height - a.height).map((one) => one.drawn).join('')
  const green = plant(s, [1530, 560], 230) + (b.seed % 2 && used < room * 0.7 ? vase(s, [704, 556], 170) : '')
  const body = scenery(s) + green + backFirst
  return svg([0, 0, 1600, 600], [1600, 600], writeDefs(s) + body)
}

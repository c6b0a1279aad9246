import type { PictureKind } from './catalog.ts'
import { models } from './catalog.ts'
import type { Model } from './model.ts'
import { roomFor } from './rooms.ts'
import { studio } from './scene.ts'
import type { Box } from './shapes.ts'
import { group, num, rect } from './shapes.ts'
import type { Sheet } from './sheet.ts'
import { chance, linear, newSheet, writeDefs } from './sheet.ts'
import type { Form, View } from './solid.ts'
import type { Finish } from './tones.ts'
import { mix } from './tones.ts'

export type Angle = 'front' | 'three-quarter' | 'detail' | 'scene'

/** One picture of one product; `accent` is the brand colour as #rrggbb. */
export type Picture = { kind: PictureKind; finish: Finish; accent: string; angle: Angle; seed: number }

export const pictureKinds = Object.keys(models) as readonly PictureKind[]

/** Where a form lands in a picture: its own (0, 0), and pixels per millimetre. */
export type Placing = { x: number; y: number; scale: number }

export function sheetFor(s: Sheet, { size }: Model): Sheet {
  return { ...s, u: Math.max(size.w, size.h) / 600 }
}

export function viewOf(model: Model, isTurned: boolean): View {
  return isTurned ? { yaw: model.yaw, pitch: model.pitch[1] } : { yaw: 0, pitch: model.pitch[0] }
}

/** Fits a form into an area of the picture, standing on its lower edge or hanging in its middle. */
export function fit({ bounds }: Form, [x, y, w, h]: Box, isHanging: boolean): Placing {
  const [x0, y0, x1, y1] = bounds
  const scale = Math.min(w / (x1 - x0), h / (y1 - y0))
  const left = x + w / 2 - ((x0 + x1) / 2) * scale
  const middle = y + h / 2 - ((y0 + y1) / 2) * scale
  return { x: left, y: isHanging ? middle : y + h - y1 * scale, scale }
}

export function placed({ x, y, scale }: Placing, inner: string): string {
  return group(inner, `translate(${num(x)} ${num(y)}) scale(${scale.toFixed(4)})`)
}

export function svg([x, y, w, h]: Box, size: readonly [number, number], body: string): string {
  const box = [x, y, w, h].map(num).join(' ')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}" width="${size[0]}" height="${size[1]}">${body}</svg>`
}

/** The faint mirror image of a product's foot on the studio floor. */
function reflection(s: Sheet, form: Form, { x, y, scale }: Placing): string {
  const [x0, , x1, y1] = form.bounds
  const ink = mix(s.tone.shade, s.tone.deep, 0.6)
  const fade = linear(s, [[0, ink, 0.3], [0.4, ink, 0.12], [1, ink, 0]], [0, 0, 0, 1])
  return rect([x + x0 * scale + 6, y + y1 * scale, (x1 - x0) * scale - 12, 56], fade)
}

/** The straight and the turned picture before seamless paper. */
function studioShot(s: Sheet, model: Model, isTurned: boolean): { body: string; form: Form; placing: Placing } {
  const form = model.draw(sheetFor(s, model), viewOf(model, isTurned))
  const [x0, y0, x1, y1] = form.bounds
  const isSlim = (x1 - x0) * 2.2 < y1 - y0
  const [w, h] = [612, isSlim ? 656 : 612]
  const spare = h - (y1 - y0) * Math.min(w / (x1 - x0), h / (y1 - y0))
  const isHanging = model.stands === 'wall'
  const area: Box = isHanging ? [94, 400 - h / 2, w, h] : [94, (isSlim ? 724 : 706) - h - spare * 0.34, w, h]
  const placing = fit(form, area, isHanging)
  const isLevel = !isTurned && form.bounds[3] === 0 && !isHanging && model.stands !== 'inset'
  const mirror = isLevel ? reflection(s, form, placing) : ''
  return { body: studio(s) + mirror + placed(placing, form.shadow + form.art), form, placing }
}

function closeUp(model: Model, { bounds }: Form, { x, y, scale }: Placing): Box {
  const [cx, cy, part] = model.detail
  const [w, h] = [(bounds[2] - bounds[0]) * scale, (bounds[3] - bounds[1]) * scale]
  const size = Math.min(w * part, 430)
  return [x + bounds[0] * scale + w * cx - size / 2, y + bounds[1] * scale + h * cy - size / 2, size, size]
}

function roomShot(s: Sheet, kind: PictureKind): string {
  const model = models[kind]
  const room = roomFor({ ...s, rand: chance(s.rand() * 1e6) }, kind)
  const form = model.draw(sheetFor(s, model), viewOf(model, room.isTurned))
  const isInset = model.stands === 'inset'
  const placing = fit(form, room.spot, model.stands === 'wall' || isInset)
  return room.behind + placed(placing, (isInset ? '' : form.shadow) + form.art) + room.before
}

/** Draws one product picture as SVG text, 800 × 800; the same picture always gives the same text. */
export function drawProduct(p: Picture): string {
  const s = newSheet(p)
  const model = models[p.kind]
  if (p.angle === 'scene') {
    const body = roomShot(s, p.kind)
    return svg([0, 0, 800, 800], [800, 800], writeDefs(s) + body)
  }
  const { body, form, placing } = studioShot(s, model, p.angle !== 'front')
  const view: Box = p.angle === 'detail' ? closeUp(model, form, placing) : [0, 0, 800, 800]
  return svg(view, [800, 800], writeDefs(s) + body)
}

import { softDark } from './materials.ts'
import type { Corner, Point } from './shapes.ts'
import { ellipse, group, lerp, matrix, num, outline, path } from './shapes.ts'
import type { Sheet } from './sheet.ts'

/** Millimetres. */
export type Size = { readonly w: number; readonly h: number; readonly d: number }
/** Degrees: `yaw` shows the right side, `pitch` shows the top. */
export type View = { readonly yaw: number; readonly pitch: number }
/** Left, top, right, bottom around the point where the product meets the floor (0, 0). */
export type Bounds = readonly [number, number, number, number]
/** A finished drawing in millimetres, with what the room needs to light it. */
export type Form = { readonly art: string; readonly bounds: Bounds; readonly shadow: string }

export type Faces = {
  /** x 0…w, y 0…h */
  front: string
  /** x 0 (near edge) … d, y 0…h */
  side?: string
  /** x 0…w, y 0 (back) … d (front) */
  top?: string
  /** drawn behind and in front of the box, in picture coordinates */
  behind?: string
  before?: string
}

export type Axes = { readonly ax: Point; readonly bx: Point; readonly up: number; readonly near: Point }

/** Where the edges of a box run on the picture: along the front, into the depth, upwards; and its near lower corner. */
export function axesOf({ w, d }: Size, v: View): Axes {
  const [yaw, pitch] = [(v.yaw * Math.PI) / 180, (v.pitch * Math.PI) / 180]
  const ax: Point = [Math.cos(yaw), Math.sin(yaw) * Math.sin(pitch)]
  const bx: Point = [Math.sin(yaw), -Math.cos(yaw) * Math.sin(pitch)]
  const width = w * ax[0] + d * bx[0]
  return { ax, bx, up: Math.cos(pitch), near: [w * ax[0] - width / 2, 0] }
}

/** Places a point of the box: x along the front, z into the depth, y up from the floor. */
export function place(size: Size, v: View, [x, y, z]: readonly [number, number, number]): Point {
  const { ax, bx, up, near } = axesOf(size, v)
  return [near[0] + (x - size.w) * ax[0] + z * bx[0], (x - size.w) * ax[1] + z * bx[1] - y * up]
}

export function frontMatrix(size: Size, v: View, z = 0): string {
  const { ax, up } = axesOf(size, v)
  return matrix([ax[0], ax[1], 0, up, ...place(size, v, [0, size.h, z])])
}

export function sideMatrix(size: Size, v: View): string {
  const { bx, up } = axesOf(size, v)
  return matrix([bx[0], bx[1], 0, up, ...place(size, v, [size.w, size.h, 0])])
}

/** Matrix of a level plane `y` above the floor; local y runs from the back (0) to the front (d). */
export function levelMatrix(size: Size, v: View, y: number): string {
  const { ax, bx } = axesOf(size, v)
  return matrix([ax[0], ax[1], -bx[0], -bx[1], ...place(size, v, [0, y, size.d])])
}

export function boundsOf(size: Size, v: View): Bounds {
  const back = place(size, v, [0, size.h, size.d])
  const left = place(size, v, [0, 0, 0])
  const right = place(size, v, [size.w, 0, size.d])
  const bottom = v.pitch > 0 ? Math.max(left[1], 0) : 0
  return [left[0], Math.min(back[1], -size.h * axesOf(size, v).up), right[0], bottom]
}

/** Shadow on the floor under a box, falling away from the light. */
export function boxShadow(s: Sheet, size: Size, v: View): string {
  const { w, d } = size
  const steps = 7
  const layers = Array.from({ length: steps }, (_, i) => {
    const grow = lerp(-0.01, 0.085, i / (steps - 1)) * Math.min(Math.max(w, d), size.h)
    const slide = lerp(0, 0.07, i / (steps - 1)) * w
    const corners: Corner[] = ([[0, 0], [w, 0], [w, d], [0, d]] as const).map(([x, z], index) => {
      const out = [index === 0 || index === 3 ? -0.5 : 1, index < 2 ? -0.8 : 0.8] as const
      const [px, py] = place(size, v, [x + grow * out[0] + (index === 1 || index === 2 ? slide : 0), 0, z + grow * out[1]])
      return [px, py, Math.max(grow, 0) + 4 * s.u]
    })
    return path(outline(corners), { fill: '#1a140c', opacity: 0.075 })
  })
  return layers.join('') + flatShadow(s, boundsOf(size, v))
}

/** Contact shadow of anything that ends on the floor line. */
export function flatShadow(s: Sheet, [x0, , x1]: Bounds): string {
  const [mid, half] = [(x0 + x1) / 2, (x1 - x0) / 2]
  return ellipse([mid + half * 0.1, 2 * s.u], [half * 1.28, half * 0.09 + 13 * s.u], softDark(s, 0.34)) +
    ellipse([mid + half * 0.02, 1 * s.u], [half * 1.04, half * 0.022 + 5 * s.u], softDark(s, 0.62))
}

/** A box seen by the studio camera. */
export function boxForm(s: Sheet, size: Size, v: View, faces: Faces): Form {
  const side = v.yaw > 0 && faces.side ? group(faces.side, sideMatrix(size, v)) : ''
  const top = v.pitch > 0 && faces.top ? group(faces.top, levelMatrix(size, v, size.h)) : ''
  const front = group(faces.front, frontMatrix(size, v))
  const shadow = v.yaw > 0 || v.pitch > 8 ? boxShadow(s, size, v) : flatShadow(s, boundsOf(size, v))
  return { art: (faces.behind ?? '') + side + top + front + (faces.before ?? ''), bounds: boundsOf(size, v), shadow }
}

/** One level of a turned body: radius and height above the floor; `r` rounds the outline there. */
export type Ring = { r: number; y: number; round?: number }

export function sinPitch(v: View): number {
  return Math.sin((v.pitch * Math.PI) / 180)
}

/** Outline of a body turned on a lathe, from its lowest ring to its highest. */
export function lathe(rings: readonly Ring[], v: View): string {
  const [low, high] = [rings[0], rings[rings.length - 1]]
  if (!low || !high) return ''
  const tilt = sinPitch(v)
  const right: Corner[] = rings.map((k) => [k.r, -k.y, k.round ?? 0])
  const left: Corner[] = rings.map((k) => [-k.r, -k.y, k.round ?? 0] as const).reverse()
  const d = outline([...right, ...left])
  const foot = `M${num(-low.r)} ${num(-low.y)}A${num(low.r)} ${num(low.r * tilt)} 0 0 0 ${num(low.r)} ${num(-low.y)}Z`
  const lid = `M${num(-high.r)} ${num(-high.y)}A${num(high.r)} ${num(high.r * tilt)} 0 0 1 ${num(high.r)} ${num(-high.y)}Z`
  return low.round ? d + lid : d + foot + lid
}

/** Shadow under a round foot. */
export function roundShadow(s: Sheet, r: number, v: View): string {
  const flat = Math.max(sinPitch(v), 0.06)
  return ellipse([r * 0.16, 0], [r * 1.5, r * 1.4 * flat + 9 * s.u], softDark(s, 0.36)) +
    ellipse([r * 0.04, 1.5 * s.u], [r * 1.1, r * 1.06 * flat + 4 * s.u], softDark(s, 0.7))
}

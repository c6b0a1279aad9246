import { softDark } from './materials.ts'
import type { Corner, Point } from './shapes.ts'
import { ellipse, group, lerp, matrix, num, outline, path, rect } from './shapes.ts'
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
  /** fills the near upper corner behind rounded faces */
  under?: string
  /** drawn behind and in front of the box, in picture coordinates */
  behind?: string
  before?: string
}

export type Axes = { readonly ax: Point; readonly bx: Point; readonly up: number; readonly near: Point }

/** Where the edges of a box run on the picture: along the front, into the depth,
  upwards; and its near lower corner. */
function axesOf({ w, d }: Size, v: View): Axes {
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

/** A point of a product: x along the front, y up from the floor, z into the depth. */
export type Spot = readonly [number, number, number]

/** Where a part stands inside its product, and how the product is seen. */
export type Frame = { readonly size: Size; readonly view: View }

/** Matrix of an upright plane facing the viewer; its local origin is the upper left corner. */
export function frontMatrix({ size, view }: Frame, corner: Spot): string {
  const { ax, up } = axesOf(size, view)
  return matrix([ax[0], ax[1], 0, up, ...place(size, view, corner)])
}

/** Matrix of an upright plane facing right; local x runs from the near edge to the back. */
export function sideMatrix({ size, view }: Frame, corner: Spot): string {
  const { bx, up } = axesOf(size, view)
  return matrix([bx[0], bx[1], 0, up, ...place(size, view, corner)])
}

/** Matrix of a level plane; its local origin is the back left corner, local y runs to the front. */
export function levelMatrix({ size, view }: Frame, corner: Spot): string {
  const { ax, bx } = axesOf(size, view)
  return matrix([ax[0], ax[1], -bx[0], -bx[1], ...place(size, view, corner)])
}

/** Matrix of a sloping plane: from its upper left corner down to its lower left corner, `length` millimetres apart. */
export function slantMatrix({ size, view }: Frame, upper: Spot, lower: Spot): string {
  const { ax } = axesOf(size, view)
  const length = Math.hypot(upper[1] - lower[1], upper[2] - lower[2])
  const [a, b] = [place(size, view, upper), place(size, view, lower)]
  return matrix([ax[0], ax[1], (b[0] - a[0]) / length, (b[1] - a[1]) / length, ...a])
}

function nearCorner(frame: Frame, [x, y, z]: Spot, part: Size, fill: string): string {
  const [w, h, d] = [part.w * 0.2, part.h * 0.4, part.d * 0.2]
  const spots: Spot[] = [[x - w, y, z], [x - w, y, z + d], [x, y, z + d], [x, y - h, z + d], [x, y - h, z],
    [x - w, y - h, z]]
  return path(outline(spots.map((spot) => place(frame.size, frame.view, spot))), fill)
}

/** A box inside a product: `from` is its lower front left corner. */
export function block(frame: Frame, [x, y, z]: Spot, part: Size, faces: Faces): string {
  const { view } = frame
  const high = y + part.h
  const side = view.yaw > 0 && faces.side ? group(faces.side, sideMatrix(frame, [x + part.w, high, z])) : ''
  const top = view.pitch > 0 && faces.top ? group(faces.top, levelMatrix(frame, [x, high, z + part.d])) : ''
  const corner = view.yaw > 0 && faces.under ? nearCorner(frame, [x + part.w, high, z], part, faces.under) : ''
  return corner + side + top + group(faces.front, frontMatrix(frame, [x, high, z]))
}

/** Raises a level drawing step by step, which gives it thickness. */
export function stack(frame: Frame, [x, , z]: Spot, heights: readonly number[], draw: (y: number) => string): string {
  return heights.map((y) => group(draw(y), levelMatrix(frame, [x, y, z]))).join('')
}

export function boundsOf(size: Size, v: View): Bounds {
  const back = place(size, v, [0, size.h, size.d])
  const left = place(size, v, [0, 0, 0])
  const right = place(size, v, [size.w, 0, size.d])
  const bottom = v.pitch > 0 ? Math.max(left[1], 0) : 0
  return [left[0], Math.min(back[1], -size.h * axesOf(size, v).up), right[0], bottom]
}

/** Shadow on the floor under a box, falling away from the light. */
function boxShadow(s: Sheet, size: Size, v: View): string {
  const { w, d } = size
  const steps = 10
  const layers = Array.from({ length: steps }, (_, i) => {
    const grow = lerp(-0.01, 0.085, i / (steps - 1)) * Math.min(Math.max(w, d), size.h)
    const slide = lerp(0, 0.1, i / (steps - 1)) * Math.min(w, size.h)
    const corners: Corner[] = ([[0, 0], [w, 0], [w, d], [0, d]] as const).map(([x, z], index) => {
      const out = [index === 0 || index === 3 ? -0.5 : 1, index < 2 ? -0.8 : 0.8] as const
      const [px, py] = place(size, v, [x + grow * out[0] + (index === 1 || index === 2 ? slide : 0), 0, z +
        grow * out[1]])
      return [px, py, Math.max(grow, 0) + 4 * s.u]
    })
    return path(outline(corners), { fill: '#1a140c', opacity: 0.054 })
  })
  const under: Corner[] = ([[0, 0], [w, 0], [w, d], [0, d]] as const).map(([x, z]) =>
    [...place(size, v, [x, 0, z]), 4 * s.u])
  return layers.join('') + path(outline(under), { fill: '#1a140c', opacity: 0.42 })
}

/** Shadow on the wall behind hanging parts, each given by its picture rectangle. */
export function wallShadow(s: Sheet, parts: readonly Bounds[]): string {
  const layers = [0, 1, 2, 3, 4, 5, 6].map((i) =>
    parts.map(([x0, y0, x1, y1]) => {
      const grow = (i - 3) * 4.5 * s.u
      const [dx, dy] = [13 * s.u, 17 * s.u]
      return rect([x0 - grow + dx, y0 - grow + dy, x1 - x0 + grow * 2, y1 - y0 + grow * 2],
        { fill: '#2a1f12', r: 14 * s.u + Math.max(grow, 0), opacity: 0.034 })
    }).join(''),
  )
  return layers.join('')
}

/** Contact shadow of anything that ends on the floor line. */
function flatShadow(s: Sheet, [x0, , x1]: Bounds): string {
  const [mid, half] = [(x0 + x1) / 2, (x1 - x0) / 2]
  return ellipse([mid + half * 0.1, 2 * s.u], [half * 1.28, half * 0.09 + 13 * s.u], softDark(s, 0.34)) +
    ellipse([mid + half * 0.02, 1 * s.u], [half * 1.04, half * 0.022 + 5 * s.u], softDark(s, 0.62))
}

/** A box seen by the studio camera. */
export function boxForm(s: Sheet, size: Size, v: View, faces: Faces): Form {
  const art = (faces.behind ?? '') + block({ size, view: v }, [0, 0, 0], size, faces) + (faces.before ?? '')
  return boxed(s, size, v, art)
}

/** The form of any drawing that fills a box. */
export function boxed(s: Sheet, size: Size, v: View, art: string): Form {
  const shadow = v.yaw > 0 ? boxShadow(s, size, v) : flatShadow(s, boundsOf(size, v))
  return { art, bounds: boundsOf(size, v), shadow }
}

/** One level of a turned body: radius and height above the floor; `r` rounds the outline there. */
export type Ring = { r: number; y: number; round?: number }

export function sinPitch(v: View): number {
  return Math.sin((v.pitch * Math.PI) / 180)
}

function halfDisc(rx: number, y: number, ry: number, sweep: 0 | 1): string {
  return `M${num(-rx)} ${num(y)}A${num(rx)} ${num(ry)} 0 0 ${sweep} ${num(rx)} ${num(y)}Z`
}

/** Outline of a body turned on a lathe, from its lowest ring to its highest. */
export function lathe(rings: readonly Ring[], v: View): string {
  const [low, high] = [rings[0], rings[rings.length - 1]]
  if (!low || !high) return ''
  const tilt = sinPitch(v)
  const right: Corner[] = rings.map((k) => [k.r, -k.y, k.round ?? 0])
  const left: Corner[] = rings.map((k) => [-k.r, -k.y, k.round ?? 0] as const).reverse()
  const d = outline([...right, ...left])
  const foot = halfDisc(low.r, -low.y, low.r * tilt, 0)
  const lid = halfDisc(high.r, -high.y, high.r * tilt, 1)
  const inner = low.r - (low.round ?? 0) * 0.3
  const base = -low.y - (low.round ?? 0) * 0.12
  const bowl = halfDisc(inner, base, inner * tilt, 0)
  return low.round ? d + bowl + lid : d + foot + lid
}

/** Shadow under a round foot. */
export function roundShadow(s: Sheet, r: number, v: View): string {
  const flat = Math.max(sinPitch(v), 0.06)
  return ellipse([r * 0.16, 0], [r * 1.5, r * 1.4 * flat + 9 * s.u], softDark(s, 0.36)) +
    ellipse([r * 0.04, 1.5 * s.u], [r * 1.1, r * 1.06 * flat + 4 * s.u], softDark(s, 0.7))
}

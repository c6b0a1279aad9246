/** A rectangle as x, y, width, height. */
export type Box = readonly [number, number, number, number]
export type Point = readonly [number, number]
/** A corner of an outline; the third number rounds it. */
export type Corner = readonly [number, number, number?]
export type Look = {
  fill?: string
  r?: number
  stroke?: string
  width?: number
  opacity?: number
  more?: string
}

/** Writes a number the short way: two decimals, no trailing zeros. */
export function num(value: number): string {
  return String(Math.round(value * 100) / 100 + 0)
}

function attributes(look: Look | string): string {
  const l = typeof look === 'string' ? { fill: look } : look
  const stroke = l.stroke ? ` stroke="${l.stroke}" stroke-width="${num(l.width ?? 1)}"` : ''
  // Opacity of the paint, not of the element: the renderer then needs no layer of its own.
  const paint = l.fill && l.stroke ? 'opacity' : l.stroke ? 'stroke-opacity' : 'fill-opacity'
  const opacity = l.opacity === undefined ? '' : ` ${paint}="${num(l.opacity)}"`
  return ` fill="${l.fill ?? 'none'}"${stroke}${opacity}${l.more ? ` ${l.more}` : ''}`
}

export function rect(box: Box, look: Look | string): string {
  const r = typeof look === 'string' || !look.r ? '' : ` rx="${num(look.r)}"`
  const [x, y, w, h] = box
  const size = `width="${num(Math.max(w, 0))}" height="${num(Math.max(h, 0))}"`
  return `<rect x="${num(x)}" y="${num(y)}" ${size}${r}${attributes(look)}/>`
}

export function circle([x, y]: Point, r: number, look: Look | string): string {
  return `<circle cx="${num(x)}" cy="${num(y)}" r="${num(r)}"${attributes(look)}/>`
}

export function ellipse([x, y]: Point, [rx, ry]: Point, look: Look | string): string {
  return `<ellipse cx="${num(x)}" cy="${num(y)}" rx="${num(rx)}" ry="${num(ry)}"${attributes(look)}/>`
}

export function path(d: string, look: Look | string): string {
  return `<path d="${d}"${attributes(look)}/>`
}

export function line(a: Point, b: Point, look: Look): string {
  return path(`M${num(a[0])} ${num(a[1])}L${num(b[0])} ${num(b[1])}`, { ...look, fill: 'none' })
}

export function group(inner: string, transform: string, opacity?: number): string {
  return `<g transform="${transform}"${opacity === undefined ? '' : ` opacity="${num(opacity)}"`}>${inner}</g>`
}

export function at(x: number, y: number, inner: string): string {
  return group(inner, `translate(${num(x)} ${num(y)})`)
}

export function matrix(m: readonly number[]): string {
  return `matrix(${m.map((v) => String(Math.round(v * 10000) / 10000 + 0)).join(' ')})`
}

/** Repeats a drawing for 0 … count − 1. */
export function times(count: number, draw: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => draw(index)).join('')
}

export function lerp(a: number, b: number, t: number): number {
  return a + (b - a) * t
}

function toward(from: Corner, to: Corner, distance: number): Point {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1
  const t = Math.min(distance / length, 0.5)
  return [lerp(from[0], to[0], t), lerp(from[1], to[1], t)]
}

/** Outline of a closed polygon whose corners may each be rounded. */
export function outline(corners: readonly Corner[]): string {
  const steps = corners.map((corner, index) => {
    const before = corners[(index + corners.length - 1) % corners.length] ?? corner
    const after = corners[(index + 1) % corners.length] ?? corner
    const [ax, ay] = toward(corner, before, corner[2] ?? 0)
    const [bx, by] = toward(corner, after, corner[2] ?? 0)
    const bend = corner[2] ? `Q${num(corner[0])} ${num(corner[1])} ${num(bx)} ${num(by)}` : ''
    return `${index === 0 ? 'M' : 'L'}${num(ax)} ${num(ay)}${bend}`
  })
  return `${steps.join('')}Z`
}

/** A smooth open curve through the points. */
export function curve(points: readonly Point[]): string {
  const start = points[0] ?? [0, 0]
  let d = `M${num(start[0])} ${num(start[1])}`
  for (let i = 1; i < points.length; i += 1) {
    const [p0, p1, p2, p3] = [points[i - 2] ?? points[i - 1], points[i - 1], points[i], points[i + 1] ?? points[i]]
    if (!p0 || !p1 || !p2 || !p3) continue
    const c1: Point = [p1[0] + (p2[0] - p0[0]) / 6, p1[1] + (p2[1] - p0[1]) / 6]
    const c2: Point = [p2[0] - (p3[0] - p1[0]) / 6, p2[1] - (p3[1] - p1[1]) / 6]
    d += `C${[...c1, ...c2, ...p2].map(num).join(' ')}`
  }
  return d
}

/** How a picture lies in its box: enlarged from the middle, then moved, in pixels. */
export type Zoom = { scale: number; x: number; y: number }
export type Box = { width: number; height: number }
/** From the middle of the box. */
export type Point = { x: number; y: number }

export const WHOLE: Zoom = { scale: 1, x: 0, y: 0 }
/** What one step enlarges to. */
export const NEAR = 2.5
const NEAREST = 5

/** Enlarged so that what lies under the point stays there. */
export function zoomedTo(zoom: Zoom, scale: number, { point, box }: { point: Point; box: Box }): Zoom {
  const next = Math.min(Math.max(scale, 1), NEAREST)
  const ratio = next / zoom.scale
  return kept({ scale: next, x: point.x - (point.x - zoom.x) * ratio, y: point.y - (point.y - zoom.y) * ratio }, box)
}

export function movedBy(zoom: Zoom, by: Point, box: Box): Zoom {
  return kept({ ...zoom, x: zoom.x + by.x, y: zoom.y + by.y }, box)
}

/** No picture is pushed out of its box. */
function kept({ scale, x, y }: Zoom, { width, height }: Box): Zoom {
  const within = (value: number, size: number) => {
    const most = ((scale - 1) * size) / 2
    return Math.min(Math.max(value, -most), most) + 0
  }
  return { scale, x: within(x, width), y: within(y, height) }
}

/** Whether a finger's way over a whole picture asks for the next (1) or the one before (-1). */
export function swipeOf({ x, y }: Point): -1 | 0 | 1 {
  if (Math.abs(x) < 48 || Math.abs(x) < Math.abs(y) * 1.5) return 0
  return x < 0 ? 1 : -1
}

import { useRef } from 'react'
import type { Dispatch, PointerEvent, RefObject, SetStateAction, WheelEvent } from 'react'
import { movedBy, swipeOf, zoomedTo } from '@hearth/client/view/zoom'
import type { Point, Zoom } from '@hearth/client/view/zoom'

const TAP_PX = 10
const DOUBLE_TAP_MS = 320

type Stage = {
  stage: RefObject<HTMLDivElement | null>
  zoom: Zoom
  setZoom: Dispatch<SetStateAction<Zoom>>
  turn: (by: number) => void
  toggle: (point: Point) => void
}
/** What the fingers did since the first of them came down. */
type Track = { points: Map<number, Point>; way: Point; wasPinched: boolean; lastTapMs: number }

/** Fingers and mouse on a picture: two pinch, one moves it or swipes on, a click or two quick taps zoom. */
export function useGestures({ stage, zoom, setZoom, turn, toggle }: Stage) {
  const track = useRef<Track>({ points: new Map(), way: { x: 0, y: 0 }, wasPinched: false, lastTapMs: 0 })
  const fromMiddle = ({ x, y }: Point): Point => {
    const box = stage.current?.getBoundingClientRect()
    return box ? { x: x - box.left - box.width / 2, y: y - box.top - box.height / 2 } : { x: 0, y: 0 }
  }
  const boxOf = () => stage.current?.getBoundingClientRect() ?? { width: 0, height: 0 }
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    const { points } = track.current
    if (event.button !== 0) return
    if (points.size === 0) Object.assign(track.current, { way: { x: 0, y: 0 }, wasPinched: false })
    points.set(event.pointerId, { x: event.clientX, y: event.clientY })
    event.currentTarget.setPointerCapture(event.pointerId)
  }
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    const now = track.current
    const before = now.points.get(event.pointerId)
    if (!before) return
    const here = { x: event.clientX, y: event.clientY }
    const other = [...now.points].find(([id]) => id !== event.pointerId)?.[1]
    now.points.set(event.pointerId, here)
    if (other) {
      now.wasPinched = true
      const ratio = apart(here, other) / Math.max(1, apart(before, other))
      const point = fromMiddle({ x: (here.x + other.x) / 2, y: (here.y + other.y) / 2 })
      setZoom((last) => zoomedTo(last, last.scale * ratio, { point, box: boxOf() }))
      return
    }
    const by = { x: here.x - before.x, y: here.y - before.y }
    now.way = { x: now.way.x + by.x, y: now.way.y + by.y }
    setZoom((last) => (last.scale > 1 ? movedBy(last, by, boxOf()) : last))
  }
  const onPointerUp = (event: PointerEvent<HTMLDivElement>) => {
    const now = track.current
    if (!now.points.delete(event.pointerId) || now.points.size > 0 || now.wasPinched) return
    if (Math.abs(now.way.x) < TAP_PX && Math.abs(now.way.y) < TAP_PX) {
      const isSecond = event.timeStamp - now.lastTapMs < DOUBLE_TAP_MS
      now.lastTapMs = isSecond ? 0 : event.timeStamp
      if (isSecond || event.pointerType === 'mouse') toggle(fromMiddle({ x: event.clientX, y: event.clientY }))
    } else if (zoom.scale === 1 && event.pointerType !== 'mouse') {
      const by = swipeOf(now.way)
      if (by !== 0) turn(by)
    }
  }
  const onPointerCancel = (event: PointerEvent<HTMLDivElement>) => void track.current.points.delete(event.pointerId)
  const onWheel = (event: WheelEvent<HTMLDivElement>) => {
    const point = fromMiddle({ x: event.clientX, y: event.clientY })
    setZoom((last) => zoomedTo(last, last.scale * (event.deltaY < 0 ? 1.2 : 1 / 1.2), { point, box: boxOf() }))
  }
  return { onPointerDown, onPointerMove, onPointerUp, onPointerCancel, onWheel }
}

function apart(one: Point, other: Point): number {
  return Math.hypot(one.x - other.x, one.y - other.y)
}

import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { viewerTexts } from '@hearth/client/texts/shop-viewer'
import { NEAR, WHOLE, movedBy, zoomedTo } from '@hearth/client/view/zoom'
import { Icon } from '../parts/icons.tsx'
import { useTexts } from '../parts/use-shop.ts'
import { useGestures } from './viewer-gestures.ts'

const STEP_PX = 80
const MIDDLE = { x: 0, y: 0 }
const moves: Record<string, { x: number; y: number }> = {
  ArrowLeft: { x: STEP_PX, y: 0 }, ArrowRight: { x: -STEP_PX, y: 0 },
  ArrowUp: { x: 0, y: STEP_PX }, ArrowDown: { x: 0, y: -STEP_PX },
}

type Props = { images: string[]; name: string; start: number; onClose: (at: number) => void }

/** One picture over the whole screen: the browser's own dialog keeps the focus inside and closes on Escape. */
export function Viewer({ images, name, start, onClose }: Props) {
  const texts = useTexts(viewerTexts)
  const dialog = useRef<HTMLDialogElement>(null)
  const stage = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState(start)
  const [zoom, setZoom] = useState(WHOLE)
  const count = images.length
  const isNear = zoom.scale > 1
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal()
  }, [])
  const turn = (by: number) => {
    setZoom(WHOLE)
    setAt((now) => (now + by + count) % count)
  }
  const boxOf = () => stage.current?.getBoundingClientRect() ?? { width: 0, height: 0 }
  const toggle = (point = MIDDLE) =>
    setZoom((now) => (now.scale > 1 ? WHOLE : zoomedTo(now, NEAR, { point, box: boxOf() })))
  const gestures = useGestures({ stage, zoom, setZoom, turn, toggle })
  const nearer = (by: number) => setZoom(zoomedTo(zoom, zoom.scale * by, { point: MIDDLE, box: boxOf() }))
  const onKeyDown = (event: KeyboardEvent) => {
    const move = moves[event.key]
    if (move && isNear) setZoom(movedBy(zoom, move, boxOf()))
    else if (event.key === 'ArrowLeft') turn(-1)
    else if (event.key === 'ArrowRight') turn(1)
    else if (event.key === '+' || event.key === '=') nearer(1.5)
    else if (event.key === '-') nearer(1 / 1.5)
    else return
    event.preventDefault()
  }
  return (
    <dialog ref={dialog} aria-label={texts.title(name)} className="viewer" onClose={() => onClose(at)} onKeyDown={onKeyDown}>
      <div ref={stage} {...gestures} className={`viewer-stage ${isNear ? 'cursor-grab' : 'cursor-zoom-in'}`}>
        <img
          src={images[at]} alt={`${name}，${texts.picture(at + 1, count)}`} draggable={false} className="viewer-picture"
          style={{ transform: `translate(${zoom.x}px, ${zoom.y}px) scale(${zoom.scale})` }}
        />
      </div>
      <div className="viewer-tools">
        <p aria-live="polite" className="num rounded-full bg-paper/85 px-3 text-sm"><span className="sr-only">{texts.picture(at + 1, count)}</span><span aria-hidden="true">{at + 1} / {count}</span></p>
        <button type="button" className="viewer-button ml-auto" aria-pressed={isNear} onClick={() => toggle()} aria-label={texts.zoom}><Icon name={isNear ? 'minus' : 'plus'} size={22} /></button>
        <button type="button" className="viewer-button" onClick={() => dialog.current?.close()} aria-label={texts.close}><Icon name="close" size={22} /></button>
      </div>
      {count > 1 ? (
        <>
          <button type="button" className="viewer-button viewer-side left-3" onClick={() => turn(-1)} aria-label={texts.previous}><Icon name="left" size={24} /></button>
          <button type="button" className="viewer-button viewer-side right-3" onClick={() => turn(1)} aria-label={texts.next}><Icon name="right" size={24} /></button>
        </>
      ) : null}
    </dialog>
  )
}

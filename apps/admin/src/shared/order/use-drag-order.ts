import { useState } from 'react'
import type { DragEvent } from 'react'

/**
 * Order by dragging: `grip(at)` goes on what is taken hold of, `place(at)` on what it is dropped on (both may be one
 * element). Dragging needs a mouse: `OrderButtons` beside it do the same for everybody else.
 */
export function useDragOrder(onMove: (from: number, to: number) => void) {
  const [from, setFrom] = useState<number | null>(null)
  const [over, setOver] = useState<number | null>(null)
  function end(): void {
    setFrom(null)
    setOver(null)
  }
  const grip = (at: number) => ({
    draggable: true,
    onDragStart: (event: DragEvent<HTMLElement>) => {
      event.dataTransfer.effectAllowed = 'move'
      event.dataTransfer.setData('text/plain', String(at))
      const whole = event.currentTarget.closest<HTMLElement>('[data-order-place]')
      if (whole) event.dataTransfer.setDragImage(whole, 16, 16)
      event.stopPropagation()
      setFrom(at)
    },
    onDragEnd: end,
  })
  const place = (at: number) => ({
    'data-order-place': '',
    'data-order-drop': from !== null && over === at && from !== at ? (from < at ? 'after' : 'before') : undefined,
    'data-order-held': from === at ? '' : undefined,
    onDragOver: (event: DragEvent<HTMLElement>) => {
      if (from === null) return
      event.preventDefault()
      event.stopPropagation()
      setOver(at)
    },
    onDrop: (event: DragEvent<HTMLElement>) => {
      if (from === null) return
      event.preventDefault()
      event.stopPropagation()
      end()
      if (from !== at) onMove(from, at)
    },
  })
  return { grip, place }
}

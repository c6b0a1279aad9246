import ArrowDownOutlined from '@ant-design/icons/ArrowDownOutlined'
import ArrowLeftOutlined from '@ant-design/icons/ArrowLeftOutlined'
import ArrowRightOutlined from '@ant-design/icons/ArrowRightOutlined'
import ArrowUpOutlined from '@ant-design/icons/ArrowUpOutlined'
import Button from 'antd/es/button'
import { useEffect, useRef } from 'react'
import { useTexts } from '../language.tsx'

type ButtonsProps = {
  at: number
  count: number
  /** What moves, as it is read out. */
  name: string
  /** Side by side, as pictures are; else one above the other. */
  sideways?: boolean
  disabled?: boolean
  onMove: (from: number, to: number) => void
}

/** The way to order without dragging; the focus goes along with what was moved. */
export function OrderButtons({ at, count, name, sideways = false, disabled = false, onMove }: ButtonsProps) {
  const t = useTexts().order
  const pressed = useRef<'back' | 'on' | null>(null)
  const back = useRef<HTMLButtonElement>(null)
  const on = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (pressed.current === null) return
    const [same, other] = pressed.current === 'back' ? [back, on] : [on, back]
    pressed.current = null
    const next = same.current?.disabled ? other.current : same.current
    next?.focus()
  }, [at])
  function move(way: 'back' | 'on'): void {
    pressed.current = way
    onMove(at, way === 'back' ? at - 1 : at + 1)
  }
  const [BackIcon, OnIcon] = sideways ? [ArrowLeftOutlined, ArrowRightOutlined] : [ArrowUpOutlined, ArrowDownOutlined]
  const [backWords, onWords] = sideways ? [t.left(name), t.right(name)] : [t.up(name), t.down(name)]
  return (
    <span className="order-buttons">
      <Button ref={back} type="text" className="order-button" icon={<BackIcon aria-hidden />} aria-label={backWords}
        title={backWords} disabled={disabled || at === 0} onClick={() => move('back')} />
      <Button ref={on} type="text" className="order-button" icon={<OnIcon aria-hidden />} aria-label={onWords}
        title={onWords} disabled={disabled || at === count - 1} onClick={() => move('on')} />
    </span>
  )
}

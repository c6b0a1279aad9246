import DeleteOutlined from '@ant-design/icons/DeleteOutlined'
import HolderOutlined from '@ant-design/icons/HolderOutlined'
import Button from 'antd/es/button'
import Input from 'antd/es/input'
import TextArea from 'antd/es/input/TextArea'
import { useState } from 'react'
import { useTexts } from '../../shared/language.tsx'
import { moved } from '../../shared/order/moved.ts'
import { OrderButtons } from '../../shared/order/order-buttons.tsx'
import { useDragOrder } from '../../shared/order/use-drag-order.ts'
import { PictureField } from '../../shared/pictures/picture-field.tsx'
import { randomKey } from '../../shared/random-key.ts'
import { MOST_BLOCKS, TEXT_LENGTH } from './case-draft.ts'
import type { BlockDraft } from './case-draft.ts'
import '../../shared/order/order.css'

type BlocksProps = {
  blocks: BlockDraft[]
  /** Keys of blocks in which something is missing. */
  faulty: readonly string[]
  onChange: (change: (now: BlockDraft[]) => BlockDraft[]) => void
}

/** The story of a case: texts and pictures, added, taken out and put in order. */
export function CaseBlocks({ blocks, faulty, onChange }: BlocksProps) {
  const { cases: t, order: words } = useTexts()
  const [said, setSaid] = useState('')
  function move(from: number, to: number): void {
    setSaid(t.movedBlock(to + 1))
    onChange((now) => moved(now, from, to))
  }
  const drag = useDragOrder(move)
  const change = (key: string, part: Partial<BlockDraft>) =>
    onChange((now) => now.map((each) => (each.key === key ? { ...each, ...part } : each)))
  const remove = (key: string) => onChange((now) => now.filter((each) => each.key !== key))
  const add = (type: BlockDraft['type']) => onChange((now) => [...now, { key: randomKey(), type, text: '', picture: '' }])
  const isFull = blocks.length >= MOST_BLOCKS
  return (
    <>
      {blocks.length === 0 && <p className="hint">{t.noBlocks}</p>}
      <ol className="case-blocks" aria-label={t.blocks}>
        {blocks.map((block, at) => (
          <li key={block.key} className="case-block" {...drag.place(at)}>
            <div className="case-block-head">
              <span className="order-grip" title={words.grip} {...drag.grip(at)}><HolderOutlined aria-hidden /></span>
              <span className="case-block-name">{(block.type === 'text' ? t.textBlock : t.pictureBlock)(at + 1)}</span>
              <OrderButtons at={at} count={blocks.length} name={t.block(at + 1)} onMove={move} />
              <Button type="text" className="order-button" icon={<DeleteOutlined aria-hidden />} aria-label={t.removeBlock(at + 1)}
                title={t.removeBlock(at + 1)} onClick={() => remove(block.key)} />
            </div>
            <BlockFields block={block} place={at + 1} isFaulty={faulty.includes(block.key)}
              onChange={(part) => change(block.key, part)} />
          </li>
        ))}
      </ol>
      <div className="move-buttons">
        <Button disabled={isFull} onClick={() => add('text')}>{t.addText}</Button>
        <Button disabled={isFull} onClick={() => add('image')}>{t.addPicture}</Button>
      </div>
      <p className="unseen" role="status">{said}</p>
    </>
  )
}

type FieldsProps = {
  block: BlockDraft
  place: number
  isFaulty: boolean
  onChange: (part: Partial<BlockDraft>) => void
}

function BlockFields({ block, place, isFaulty, onChange }: FieldsProps) {
  const { cases: t } = useTexts()
  if (block.type === 'text') {
    return (
      <>
        <TextArea aria-label={t.textBlock(place)} value={block.text} maxLength={TEXT_LENGTH}
          autoSize={{ minRows: 3, maxRows: 16 }} status={isFaulty ? 'error' : undefined} aria-invalid={isFaulty} onChange={(event) => onChange({ text: event.target.value })} />
        {isFaulty && <p className="words-red" role="alert">{t.textNeeded}</p>}
      </>
    )
  }
  return (
    <div className="fields">
      <div>
        <PictureField label={t.pictureBlock(place)} value={block.picture}
          onChange={(picture) => onChange({ picture })} />
        {isFaulty && <p className="words-red" role="alert">{t.pictureNeeded}</p>}
      </div>
      <label>
        <span className="field-label">{t.caption}</span>
        <Input value={block.text} maxLength={200} onChange={(event) => onChange({ text: event.target.value })} />
      </label>
    </div>
  )
}

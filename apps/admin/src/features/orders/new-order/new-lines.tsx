import CloseOutlined from '@ant-design/icons/CloseOutlined'
import Button from 'antd/es/button'
import InputNumber from 'antd/es/input-number'
import { yuanText } from '@hearth/kernel/money'
import { useTexts } from '../../../shared/language.tsx'
import { moneyShown } from '../../../shared/shown.ts'
import { Picture } from '../goods-brief.tsx'
import { totalFen } from './new-order.ts'
import type { NewLine } from './new-order.ts'

/** The goods of the new order with their quantities and what they cost. */
export function NewLines({ lines, onChange }: { lines: NewLine[]; onChange: (lines: NewLine[]) => void }) {
  const t = useTexts().orders.placing
  if (lines.length === 0) return <p className="hint">{t.goodsEmpty}</p>
  const shown = (some: NewLine[]) => moneyShown(yuanText(totalFen(some) ?? 0))
  return (
    <>
      <ul className="new-lines">
        {lines.map((line) => (
          <li key={line.skuId}>
            <Picture url={line.image} size={40} />
            <span className="new-line-words">
              <span>{line.name}</span>
              <span className="hint">
                {[line.specs, moneyShown(line.price), t.stock(line.stock)].filter((part) => part !== '').join(' · ')}
              </span>
            </span>
            <InputNumber min={1} max={9999} precision={0} value={line.qty} aria-label={t.quantityOf(line.name)}
              status={line.qty > line.stock ? 'warning' : ''}
              onChange={(qty) => onChange(lines.map((one) => (one === line ? { ...line, qty: qty ?? 1 } : one)))} />
            <strong className="num new-line-sum">{shown([line])}</strong>
            <Button type="text" icon={<CloseOutlined aria-hidden />} aria-label={t.removeLine(line.name)} title={t.removeLine(line.name)}
              onClick={() => onChange(lines.filter(({ skuId }) => skuId !== line.skuId))} />
          </li>
        ))}
      </ul>
      <p className="new-order-total num">{t.total} <strong>{shown(lines)}</strong></p>
    </>
  )
}

import Button from 'antd/es/button'
import Checkbox from 'antd/es/checkbox'
import Input from 'antd/es/input'
import type { ConsoleSku } from '@hearth/contracts/catalog-admin'
import { useTexts } from '../../../shared/language.tsx'
import { Thumb } from '../../../shared/pictures/thumb.tsx'
import { useNarrow } from '../../../shared/use-media.ts'
import { isSkuChanged, skuDraftOf, specsWords } from './sku-draft.ts'
import type { SkuDraft, SkuField } from './sku-draft.ts'
import type { SkuAct } from './sku-part.tsx'
import type { SkuEditing } from './use-sku-editing.ts'

type RowsProps = { skus: readonly ConsoleSku[]; editing: SkuEditing; onAsk: (act: SkuAct, sku: ConsoleSku) => void }
type RowProps = Omit<RowsProps, 'skus'> & { sku: ConsoleSku; isLast: boolean }

const texted = ['price', 'market_price', 'cost_price', 'sku_code', 'barcode'] as const

/** One row per SKU; on a phone one card. */
export function SkuRows({ skus, editing, onAsk }: RowsProps) {
  const { fields, sku: t } = useTexts().editor
  const narrow = useNarrow()
  const rows = skus.map((sku) => ({ sku, editing, onAsk, isLast: skus.length === 1 }))
  if (narrow) return <ul className="cards sku-cards">{rows.map((row) => <SkuCard key={row.sku.id} {...row} />)}</ul>
  return (
    <div className="sku-scroll" tabIndex={0} role="region" aria-label={fields.specs}>
      <table className="sku-table">
        <thead>
          <tr>
            <th scope="col">{fields.image}</th>
            <th scope="col">{fields.specs}</th>
            {texted.slice(0, 3).map((field) => <th key={field} scope="col">{fields[field]}</th>)}
            <th scope="col">{fields.stock}</th>
            <th scope="col">{t.launched}</th>
            <th scope="col">{fields.sku_code} / {fields.barcode}</th>
            <th scope="col"><span className="unseen">{t.prices}</span></th>
          </tr>
        </thead>
        <tbody>{rows.map((row) => <SkuRow key={row.sku.id} {...row} />)}</tbody>
      </table>
    </div>
  )
}

function SkuRow(row: RowProps) {
  const { sku, editing } = row
  const fault = editing.faults[sku.id]
  const className = isSkuChanged(sku, editing.edits[sku.id]) ? 'sku-changed' : undefined
  return (
    <>
      <tr className={className}>
        <td><PictureButton {...row} /></td>
        <th scope="row"><SkuName sku={sku} /></th>
        {texted.slice(0, 3).map((field) => <td key={field}><TextCell {...row} field={field} /></td>)}
        <td><StockButton {...row} /></td>
        <td><LaunchedBox {...row} /></td>
        <td className="sku-codes">{texted.slice(3).map((field) => <TextCell key={field} {...row} field={field} />)}</td>
        <td><RowActs {...row} /></td>
      </tr>
      {fault && fault.words !== '' && <tr><td colSpan={9}><p className="words-red" role="alert">{fault.words}</p></td></tr>}
    </>
  )
}

function SkuCard(row: RowProps) {
  const { sku, editing } = row
  const { fields, sku: t } = useTexts().editor
  const fault = editing.faults[sku.id]
  return (
    <li className={isSkuChanged(sku, editing.edits[sku.id]) ? 'card sku-changed' : 'card'}>
      <div className="sku-card-head"><PictureButton {...row} /><SkuName sku={sku} /><LaunchedBox {...row} words={t.launched} /></div>
      <div className="sku-card-fields">
        {texted.map((field) => (
          <div key={field}><span className="hint">{fields[field]}</span><TextCell {...row} field={field} /></div>
        ))}
        <div><span className="hint">{fields.stock}</span><StockButton {...row} /></div>
      </div>
      {fault && fault.words !== '' && <p className="words-red" role="alert">{fault.words}</p>}
      <RowActs {...row} />
    </li>
  )
}

function SkuName({ sku }: { sku: ConsoleSku }) {
  const t = useTexts().editor.sku
  return (
    <span className="sku-name">
      <span>{specsWords(sku.specs) || t.noOptions}</span>
      {sku.is_default && <span className="tag tag-grey">{t.isDefault}</span>}
    </span>
  )
}

function TextCell({ sku, editing, field }: RowProps & { field: Extract<SkuField, (typeof texted)[number]> }) {
  const { fields, sku: t } = useTexts().editor
  const draft: SkuDraft = skuDraftOf(sku, editing.edits[sku.id])
  const fault = editing.faults[sku.id]?.fields[field]
  const isMoney = field.endsWith('price')
  const errorId = `sku-${sku.id}-${field}`
  return (
    <>
      <Input className={isMoney ? 'num sku-money' : 'code sku-code'} value={draft[field]} prefix={isMoney ? '¥' : undefined}
        inputMode={isMoney ? 'decimal' : undefined} maxLength={isMoney ? 13 : field === 'barcode' ? 50 : 100} autoComplete="off"
        aria-label={t.cell(fields[field] ?? field, specsWords(sku.specs) || t.noOptions)} status={fault ? 'error' : ''}
        aria-invalid={fault !== undefined} aria-describedby={fault ? errorId : undefined}
        onChange={(event) => editing.edit(sku.id, { [field]: event.target.value })} />
      {fault && <p id={errorId} className="words-red">{fault}</p>}
    </>
  )
}

function PictureButton({ sku, editing, onAsk }: RowProps) {
  const t = useTexts().editor.sku
  return (
    <button type="button" className="sku-picture" aria-label={t.image(sku.name)} title={t.image(sku.name)}
      onClick={() => onAsk('picture', sku)}>
      <Thumb url={skuDraftOf(sku, editing.edits[sku.id]).image} size={40} />
    </button>
  )
}

function StockButton({ sku, onAsk }: RowProps) {
  const t = useTexts().editor.sku
  return (
    <span className="sku-stock">
      <button type="button" className={sku.stock <= 5 ? 'link-button num words-low' : 'link-button num'}
        aria-label={`${t.adjust(sku.name)}，${sku.stock}`}
        onClick={() => onAsk('adjust', sku)}>{sku.stock}</button>
      {sku.held > 0 && <span className="hint">{t.held(sku.held)}</span>}
    </span>
  )
}

function LaunchedBox({ sku, editing, words }: RowProps & { words?: string }) {
  const t = useTexts().editor.sku
  return (
    <Checkbox checked={skuDraftOf(sku, editing.edits[sku.id]).is_launched}
      aria-label={t.cell(t.launched, specsWords(sku.specs) || t.noOptions)}
      onChange={(event) => editing.edit(sku.id, { is_launched: event.target.checked })}>{words}</Checkbox>
  )
}

function RowActs({ sku, isLast, onAsk }: RowProps) {
  const texts = useTexts()
  const t = texts.editor.sku
  return (
    <span className="move-buttons sku-acts">
      <Button size="small" type="text" onClick={() => onAsk('prices', sku)}>{t.prices}</Button>
      <Button size="small" type="text" danger disabled={isLast} title={isLast ? t.last : undefined}
        aria-label={texts.products.removingSku.remove(sku.name)} onClick={() => onAsk('remove', sku)}>{t.remove}</Button>
    </span>
  )
}

import Modal from 'antd/es/modal'
import type { ConsoleSku } from '@hearth/contracts/catalog-admin'
import { useTexts } from '../../../shared/language.tsx'
import { PictureField } from '../../../shared/pictures/picture-field.tsx'
import { skuDraftOf } from './sku-draft.ts'
import type { SkuEditing } from './use-sku-editing.ts'

/** The picture of one SKU; it is saved with the rest of the page. */
export function SkuPicture({ sku, editing, onClose }: { sku: ConsoleSku; editing: SkuEditing; onClose: () => void }) {
  const texts = useTexts()
  const t = texts.editor.sku
  return (
    <Modal open title={t.imageTitle(sku.name)} onCancel={onClose} onOk={onClose} okText={texts.dialog.done}
      cancelButtonProps={{ hidden: true }} closable={{ 'aria-label': texts.dialog.close }}>
      <PictureField label={t.imageTitle(sku.name)} hint={t.imageHint}
        value={skuDraftOf(sku, editing.edits[sku.id]).image} onChange={(image) => editing.edit(sku.id, { image })} />
    </Modal>
  )
}

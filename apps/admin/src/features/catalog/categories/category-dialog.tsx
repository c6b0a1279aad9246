import Form from 'antd/es/form'
import Input from 'antd/es/input'
import Select from 'antd/es/select'
import type { CategoryView } from '@hearth/contracts/catalog'
import { ActionDialog } from '../../../shared/action-dialog.tsx'
import { api } from '../../../shared/api.ts'
import { useFieldFaults } from '../../../shared/field-faults.ts'
import { useTexts } from '../../../shared/language.tsx'
import { useOnceKey } from '../../../shared/once-key.ts'
import { PictureField } from '../../../shared/pictures/picture-field.tsx'
import { useStep } from '../../../shared/use-step.ts'
import { useCatalogChanged } from '../catalog-changed.ts'
import { categoryOptions } from '../category-tree.ts'

export type CategoryAsked =
  | { act: 'create'; level: CategoryView['level']; parentId: number | null }
  | { act: 'edit'; category: CategoryView }
type Draft = { name: string; parent_id: number | null; logo: string }
type DialogProps = { asked: CategoryAsked; categories: CategoryView[]; onClose: () => void }

const above = { major: null, minor: 'major', item: 'minor' } as const

/** Makes a category, or renames it, gives it a logo, moves it to another parent. */
export function CategoryDialog({ asked, categories, onClose }: DialogProps) {
  const t = useTexts().categories
  const [form] = Form.useForm<Draft>()
  const before = asked.act === 'edit' ? asked.category : null
  const level = asked.act === 'edit' ? asked.category.level : asked.level
  const initial: Draft = asked.act === 'edit'
    ? { name: asked.category.name, parent_id: asked.category.parent_id, logo: asked.category.logo }
    : { name: '', parent_id: asked.parentId, logo: '' }
  const parents = categories.filter((category) => category.level === above[level])
  const parentId = Form.useWatch('parent_id', form)
  const parent = parents.find(({ id }) => id === parentId)
  const save = useSaving(asked, categories)
  const saving = useStep({
    run: save, said: ({ name }) => (before ? t.saved : t.created)(name), changed: useCatalogChanged(),
    onClose,
  })
  useFieldFaults(form, saving.error)
  const moves = before !== null && parent !== undefined && parent.id !== before.parent_id
  return (
    <ActionDialog title={before ? t.editTitle(before.name) : t.createTitle(t.levels[level])}
      will={moves ? [t.moveWill(parent.name)] : []} submit={before ? t.editSubmit : t.createSubmit}
      busy={saving.isPending} error={saving.error} beside={['name', 'parent_id', 'logo']} onSubmit={form.submit} onClose={onClose}>
      <Form form={form} layout="vertical" initialValues={initial} onFinish={(draft) => saving.mutate(draft)}>
        <Form.Item name="name" label={t.name} rules={[{ required: true, whitespace: true, message: t.nameNeeded }]}>
          <Input maxLength={100} autoFocus autoComplete="off" />
        </Form.Item>
        {level !== 'major' && (
          <Form.Item name="parent_id" label={t.parent} rules={[{ required: true, message: t.parentNeeded }]}>
            <Select showSearch={{ optionFilterProp: 'label' }} aria-label={t.parent}
              options={optionsOf(parents, categories)} />
          </Form.Item>
        )}
        <Form.Item name="logo" label={t.logo}>
          <PictureField label={t.logo} hint={t.logoHint} />
        </Form.Item>
      </Form>
    </ActionDialog>
  )
}

function useSaving(asked: CategoryAsked, categories: CategoryView[]) {
  const onceKey = useOnceKey()
  return async (draft: Draft): Promise<CategoryView> => {
    const said = { name: draft.name.trim(), logo: draft.logo ?? '' }
    if (asked.act === 'create') {
      const parentId = asked.level === 'major' ? null : draft.parent_id
      const brothers = categories.filter((each) => each.parent_id === parentId)
      const order = Math.max(0, ...brothers.map((each) => each.order)) + 1
      const body = { ...said, level: asked.level, parent_id: parentId, order }
      return api.createCategory(body, onceKey(body))
    }
    const { category } = asked
    const moved = category.level !== 'major' && draft.parent_id !== category.parent_id
    return api.changeCategory(category.id, { ...said, ...(moved && { parent_id: draft.parent_id }) })
  }
}

function optionsOf(parents: CategoryView[], categories: CategoryView[]): { value: number; label: string }[] {
  const ids = new Set(parents.map(({ id }) => String(id)))
  return categoryOptions(categories).filter(({ value }) => ids.has(value))
    .map(({ value, label }) => ({ value: Number(value), label }))
}

import Form from 'antd/es/form'
import type { PersonView } from '@hearth/contracts/people'
import { ActionDialog } from '../../shared/action-dialog.tsx'
import { api } from '../../shared/api.ts'
import { useFieldFaults } from '../../shared/field-faults.ts'
import { useTexts } from '../../shared/language.tsx'
import { useStep } from '../../shared/use-step.ts'
import { PasswordField } from './password-field.tsx'
import { usePeopleChanged } from './people-changed.ts'

type Words = { password: string }

/** A new password for somebody who cannot set one alone. */
export function PasswordDialog({ person, onClose }: { person: PersonView; onClose: () => void }) {
  const t = useTexts().people.settingPassword
  const [form] = Form.useForm<Words>()
  const setting = useStep({
    run: ({ password }: Words) => api.changePerson(person.id, { password }),
    said: () => t.done(person.username),
    changed: usePeopleChanged(),
    onClose,
  })
  useFieldFaults(form, setting.error)
  return (
    <ActionDialog title={t.title(person.username)} will={t.will} submit={t.submit} busy={setting.isPending}
      error={setting.error} beside={['password']} onSubmit={form.submit} onClose={onClose}>
      <Form form={form} layout="vertical" initialValues={{ password: '' }} onFinish={(words) => setting.mutate(words)}>
        <PasswordField label={t.label} hint={t.hint} required autoFocus />
      </Form>
    </ActionDialog>
  )
}

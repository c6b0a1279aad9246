import Checkbox from 'antd/es/checkbox'
import Form from 'antd/es/form'
import Input from 'antd/es/input'
import Select from 'antd/es/select'
import type { PersonPatch, PersonView } from '@hearth/contracts/people'
import type { ConsoleTexts } from '@hearth/client/console-texts'
import { ActionDialog } from '../../shared/action-dialog.tsx'
import { api } from '../../shared/api.ts'
import { useFieldFaults } from '../../shared/field-faults.ts'
import { useTexts } from '../../shared/language.tsx'
import { useProfile } from '../../shared/session.ts'
import { useStep } from '../../shared/use-step.ts'
import { PasswordField } from './password-field.tsx'
import { usePeopleChanged } from './people-changed.ts'
import { draftFields, draftOf, endsSessions, roles, toPersonBody, toPersonPatch } from './person-draft.ts'
import type { PersonDraft } from './person-draft.ts'

type DialogProps = { person?: PersonView; onClose: () => void; onCreated?: (person: PersonView) => void }

/** Makes a person, or changes one. */
export function PersonDialog({ person, onClose, onCreated }: DialogProps) {
  const texts = useTexts()
  const t = texts.people.form
  const [form] = Form.useForm<PersonDraft>()
  const draft = { ...draftOf(person), ...Form.useWatch([], form) }
  const isSelf = useProfile().id === person?.id
  const saving = useStep({
    run: (given: PersonDraft) => save(person, given),
    said: ({ username }) => (person ? t.saved : t.created)(username),
    changed: usePeopleChanged(),
    onClose: (saved) => {
      onClose()
      if (!person) onCreated?.(saved)
    },
  })
  useFieldFaults(form, saving.error, { phone: 'mobile' })
  return (
    <ActionDialog
      title={person ? t.editTitle(person.username) : t.createTitle}
      will={person ? willOf(toPersonPatch(person, draft), texts) : []}
      submit={person ? t.editSubmit : t.createSubmit}
      busy={saving.isPending}
      error={saving.error}
      beside={draftFields}
      onSubmit={form.submit}
      onClose={onClose}
      width={560}
    >
      <Form form={form} layout="vertical" initialValues={draftOf(person)} className="person-form"
        onFinish={(given) => saving.mutate({ ...draftOf(person), ...given })}>
        <NameFields />
        <PasswordField label={person ? t.newPassword : t.password} disabled={isSelf}
          hint={person ? t.newPasswordHint : t.passwordHint} />
        <Form.Item name="role" label={texts.people.role}>
          <Select disabled={isSelf} aria-label={texts.people.role}
            options={roles.map((value) => ({ value, label: texts.roles[value] }))} />
        </Form.Item>
        <Form.Item name="is_agent" valuePropName="checked" className="person-box">
          <Checkbox disabled={isSelf}>{t.agent}</Checkbox>
        </Form.Item>
        <Form.Item name="is_active" valuePropName="checked" className="person-box">
          <Checkbox disabled={isSelf}>{t.active}</Checkbox>
        </Form.Item>
        {isSelf && <p className="hint">{t.own}</p>}
      </Form>
    </ActionDialog>
  )
}

function NameFields() {
  const { form: t, mobile, email } = useTexts().people
  return (
    <>
      <Form.Item name="username" label={t.username}
        rules={[{ required: true, whitespace: true, message: t.usernameNeeded }]}>
        <Input maxLength={150} autoFocus autoComplete="off" autoCapitalize="none" />
      </Form.Item>
      <div className="person-pair">
        <Form.Item name="mobile" label={mobile} rules={[{ pattern: /^\s*(1[3-9]\d{9}\s*)?$/, message: t.mobileWrong }]}>
          <Input type="tel" maxLength={20} autoComplete="off" />
        </Form.Item>
        <Form.Item name="email" label={email} rules={[{ pattern: /^\s*([^\s@]+@[^\s@]+\s*)?$/, message: t.emailWrong }]}>
          <Input type="email" maxLength={254} autoComplete="off" />
        </Form.Item>
      </div>
    </>
  )
}

async function save(person: PersonView | undefined, draft: PersonDraft): Promise<PersonView> {
  if (!person) return api.createPerson(toPersonBody(draft))
  const patch = toPersonPatch(person, draft)
  return Object.keys(patch).length === 0 ? person : api.changePerson(person.id, patch)
}

function willOf(patch: PersonPatch, texts: ConsoleTexts): string[] {
  const { form: t, sessionsEnd } = texts.people
  return [
    ...patch.role === undefined ? [] : [t.willRole(texts.roles[patch.role])],
    ...patch.role === 'admin' ? [t.willAdmin] : [],
    ...patch.is_active === false ? [t.willBlock] : [],
    ...endsSessions(patch) ? [sessionsEnd] : [],
  ]
}

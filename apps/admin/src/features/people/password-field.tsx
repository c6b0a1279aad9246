import Button from 'antd/es/button'
import Form from 'antd/es/form'
import Password from 'antd/es/input/Password'
import { useState } from 'react'
import { useTexts } from '../../shared/language.tsx'
import { randomPassword } from '../../shared/random-key.ts'
import { PASSWORD } from './person-draft.ts'

type FieldProps = {
  label: string
  hint: string
  required?: boolean
  disabled?: boolean
  autoFocus?: boolean
}

/** A new password: typed, or made here and then shown, since somebody has to read it out. */
export function PasswordField(props: FieldProps) {
  const t = useTexts().people.form
  const form = Form.useFormInstance<{ password: string }>()
  const [visible, setVisible] = useState(false)
  function generate(): void {
    form.setFields([{ name: 'password', value: randomPassword(), errors: [] }])
    setVisible(true)
  }
  return (
    <Form.Item label={props.label} htmlFor="new-password" extra={props.hint} required={props.required}>
      <div className="password-row">
        <Form.Item name="password" noStyle rules={[{ required: props.required, min: PASSWORD.min, max: PASSWORD.max, message: t.passwordLength }]}>
          <Password id="new-password" autoComplete="new-password" disabled={props.disabled} autoFocus={props.autoFocus}
            visibilityToggle={{ visible, onVisibleChange: setVisible }} />
        </Form.Item>
        <Button disabled={props.disabled} onClick={generate}>{t.generate}</Button>
      </div>
    </Form.Item>
  )
}

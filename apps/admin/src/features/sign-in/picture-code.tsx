import Button from 'antd/es/button'
import Form from 'antd/es/form'
import Input from 'antd/es/input'
import { useState } from 'react'
import { pictureCodePath } from '@hearth/client/console-api'
import { useTexts } from '../../shared/language.tsx'

/** The field for what a picture says; a press on the picture brings another one. */
export function PictureCode({ id, onAnother }: { id: string; onAnother: () => void }) {
  const { signIn } = useTexts()
  return (
    <Form.Item label={signIn.pictureCode} htmlFor="picture-text" extra={signIn.pictureCodeHint}>
      <div className="picture-code">
        <Form.Item name="text" noStyle rules={[{ required: true, whitespace: true, message: signIn.pictureCodeNeeded }]}>
          <Input id="picture-text" size="large" maxLength={10} autoComplete="off" autoCapitalize="none" spellCheck={false}
            autoFocus />
        </Form.Item>
        <Picture key={id} id={id} onAnother={onAnother} />
      </div>
    </Form.Item>
  )
}

function Picture({ id, onAnother }: { id: string; onAnother: () => void }) {
  const { signIn } = useTexts()
  const [failed, setFailed] = useState(false)
  if (failed) {
    return (
      <span className="words-red" role="alert">
        {signIn.pictureCodeFailed} <Button size="small" onClick={onAnother}>{signIn.anotherPicture}</Button>
      </span>
    )
  }
  return (
    <>
      <img src={pictureCodePath(id)} alt={signIn.pictureCodeAlt} width="120" height="40" onError={() => setFailed(true)} />
      <Button size="small" type="text" onClick={onAnother}>{signIn.anotherPicture}</Button>
    </>
  )
}

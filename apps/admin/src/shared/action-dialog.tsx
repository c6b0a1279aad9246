import Modal from 'antd/es/modal'
import type { ReactNode } from 'react'
import { useTexts } from './language.tsx'
import { ActionFault } from './states.tsx'

type ActionDialogProps = {
  title: string
  /** What will happen, one sentence each. */
  will: string[]
  submit: string
  danger?: boolean
  busy: boolean
  error: unknown
  /** Fields of the form inside that show their own faults. */
  beside?: readonly string[]
  /** There is nothing to do yet: the button waits. */
  idle?: boolean
  onSubmit: () => void
  onClose: () => void
  width?: number
  children?: ReactNode
}

/** The dialog before every step that changes something: says what it will do, shows the refusal in place. */
export function ActionDialog(props: ActionDialogProps) {
  const texts = useTexts()
  return (
    <Modal
      open
      title={props.title}
      width={props.width ?? 520}
      onCancel={props.onClose}
      onOk={props.onSubmit}
      okText={props.submit}
      cancelText={texts.dialog.cancel}
      okButtonProps={{ danger: props.danger === true, loading: props.busy, disabled: props.idle === true }}
      cancelButtonProps={{ disabled: props.busy }}
      mask={{ closable: false }}
      styles={{ header: { marginBottom: 14, paddingRight: 32 } }}
      keyboard={!props.busy}
      closable={{ 'aria-label': texts.dialog.close }}
    >
      <ActionFault error={props.error} beside={props.beside} />
      {props.children}
      {props.will.length > 0 && (
        <div className={props.danger ? 'will will-danger' : 'will'}>
          <p>{texts.dialog.will}</p>
          <ul>{props.will.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>
        </div>
      )}
    </Modal>
  )
}

import Modal from 'antd/es/modal'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useTexts } from './language.tsx'
import { ReasonField } from './reason-field.tsx'
import type { AskedReason } from './reason-field.tsx'
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
  /** Whether all is there that the fields inside ask for; until then the button only shows what is missing. */
  isReady?: boolean
  /** The step takes a reason along. */
  reason?: AskedReason
  /** `reason` is empty where none was asked for. */
  onSubmit: (reason: string) => void
  onClose: () => void
  width?: number
  /** `tried`: the button was pressed, so what is missing is to be named. */
  children?: ReactNode | ((tried: boolean) => ReactNode)
}

/** The dialog before every step that changes something: says what it will do, shows the refusal in place. */
export function ActionDialog(props: ActionDialogProps) {
  const { children, danger = false, busy, isReady = true } = props
  const texts = useTexts()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const lacksReason = props.reason !== undefined && !props.reason.optional && reason.trim() === ''
  const submit = () => {
    setTried(true)
    if (!lacksReason && isReady) props.onSubmit(reason.trim())
  }
  return (
    <Modal
      open
      title={props.title}
      width={props.width ?? 520}
      onCancel={props.onClose}
      onOk={submit}
      okText={props.submit}
      cancelText={texts.dialog.cancel}
      okButtonProps={{ danger, loading: busy, disabled: props.idle === true }}
      cancelButtonProps={{ disabled: busy }}
      mask={{ closable: false }}
      styles={{ header: { marginBottom: 14, paddingRight: 32 } }}
      keyboard={!busy}
      closable={{ 'aria-label': texts.dialog.close }}
    >
      <ActionFault error={props.error} beside={props.beside} />
      {typeof children === 'function' ? children(tried) : children}
      {props.reason && (
        <ReasonField asked={props.reason} value={reason} missing={tried && lacksReason} onChange={setReason} />
      )}
      {props.will.length > 0 && (
        <div className={danger ? 'will will-danger' : 'will'}>
          <p>{texts.dialog.will}</p>
          <ul>{props.will.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>
        </div>
      )}
    </Modal>
  )
}

import Button from 'antd/es/button'
import Modal from 'antd/es/modal'
import { useEffect, useRef } from 'react'
import { useBlocker } from 'react-router'
import { useTexts } from '../../../shared/language.tsx'

/** Asks before a page with unsaved changes is left, in the console or by the browser. */
export function useLeaveGuard(dirty: boolean) {
  const { leave: t } = useTexts().editor
  const free = useRef(false)
  const blocker = useBlocker(({ currentLocation, nextLocation }) =>
    dirty && !free.current && currentLocation.pathname !== nextLocation.pathname)
  useEffect(() => {
    if (!dirty) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [dirty])
  const dialog = blocker.state === 'blocked' && (
    <Modal open title={t.title} onCancel={() => blocker.reset()} closable={false} width={440}
      footer={[
        <Button key="go" danger onClick={() => blocker.proceed()}>{t.go}</Button>,
        <Button key="stay" type="primary" onClick={() => blocker.reset()}>{t.stay}</Button>,
      ]}>
      <p>{t.words}</p>
    </Modal>
  )
  /** Everything is saved: the next step away asks nothing. */
  const letGo = () => { free.current = true }
  return { dialog, letGo }
}

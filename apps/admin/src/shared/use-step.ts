import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import { useToast } from './toast.tsx'

type Step<Given, Got> = {
  run: (given: Given) => Promise<Got>
  /** What is said in passing once it worked. */
  said: (got: Got) => string
  /** Has everything asked for again that may look different now. */
  changed: () => void
  onClose: (got: Got) => void
}

/**
 * The one step behind a dialog: runs, says that it worked, closes. A refusal stays in the dialog. Pressed twice at once
 * it runs once.
 */
export function useStep<Given = void, Got = unknown>({ run, said, changed, onClose }: Step<Given, Got>) {
  const toast = useToast()
  const isRunning = useRef(false)
  const step = useMutation({
    mutationFn: run,
    onSuccess: (got) => {
      toast(said(got))
      onClose(got)
    },
    onSettled: () => {
      isRunning.current = false
      changed()
    },
  })
  const mutate = (given: Given) => {
    if (isRunning.current) return
    isRunning.current = true
    step.mutate(given)
  }
  const { isPending, error, reset } = step
  return { mutate, isPending, error, reset }
}

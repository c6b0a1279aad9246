import { useMutation } from '@tanstack/react-query'
import { useToast } from './toast.tsx'

type Step<Given, Got> = {
  run: (given: Given) => Promise<Got>
  /** What is said in passing once it worked. */
  said: (got: Got) => string
  /** Has everything asked for again that may look different now. */
  changed: () => void
  onClose: (got: Got) => void
}

/** The one step behind a dialog: runs, says that it worked, closes. A refusal stays in the dialog. */
export function useStep<Given = void, Got = unknown>({ run, said, changed, onClose }: Step<Given, Got>) {
  const toast = useToast()
  return useMutation({
    mutationFn: run,
    onSuccess: (got) => {
      toast(said(got))
      onClose(got)
    },
    onSettled: changed,
  })
}

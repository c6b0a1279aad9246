import { useMutation } from '@tanstack/react-query'
import { useToast } from '../../shared/toast.tsx'
import { useContentChanged } from './content-changed.ts'

/** Switches one thing on or off from its row; says what it did. */
export function useSwitch<Row>(run: (row: Row) => Promise<unknown>, said: (row: Row) => string) {
  const toast = useToast()
  const changed = useContentChanged()
  return useMutation({ mutationFn: run, onSuccess: (_answer, row) => toast(said(row)), onSettled: changed })
}

import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useToast } from './toast.tsx'

export type Failed<T> = { item: T; error: unknown }
type OneByOne<T> = {
  run: (item: T) => Promise<unknown>
  said: (count: number) => string
  changed: () => void
  /** All of them worked. */
  onDone: () => void
}

/** One act for several things: goes one by one, says how far it is, and keeps what failed for another try. */
export function useOneByOne<T>({ run, said, changed, onDone }: OneByOne<T>) {
  const toast = useToast()
  const [failed, setFailed] = useState<Failed<T>[]>([])
  const [done, setDone] = useState(0)
  const working = useMutation({
    mutationFn: async (items: readonly T[]) => {
      const refused: Failed<T>[] = []
      for (const [at, item] of items.entries()) {
        setDone(at)
        await run(item).catch((error: unknown) => refused.push({ item, error }))
      }
      return { refused, all: items.length }
    },
    onSuccess: ({ refused, all }) => {
      setFailed(refused)
      if (refused.length > 0) return
      toast(said(all))
      onDone()
    },
    onSettled: changed,
  })
  return { working, failed, done }
}

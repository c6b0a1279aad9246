import type { ReactNode } from 'react'
import { ActionDialog } from '../../shared/action-dialog.tsx'
import { InTheWay, inTheWayOf } from '../../shared/in-the-way.tsx'
import { useTexts } from '../../shared/language.tsx'
import { useStep } from '../../shared/use-step.ts'
import { useCatalogChanged } from './catalog-changed.ts'

type Words = {
  title: (name: string) => string
  will: string[]
  submit: string
  done: (name: string) => string
  inTheWay: string
}
type Props = {
  name: string
  words: Words
  run: () => Promise<unknown>
  onClose: () => void
  onRemoved?: () => void
  /** Where a kind that stands in the way can be seen; false where it cannot. */
  linked?: (kind: string, words: string) => ReactNode
  /** Another way to what was wanted. */
  instead?: ReactNode
}

/** Deletes something of the catalogue; where something still refers to it, says what. */
export function RemoveDialog({ name, words, run, onClose, onRemoved, linked, instead }: Props) {
  const { hanging, hangingOther } = useTexts().products
  const removing = useStep({
    run, said: () => words.done(name), changed: useCatalogChanged(),
    onClose: () => {
      onClose()
      onRemoved?.()
    },
  })
  const counts = inTheWayOf(removing.error)
  const said = (kind: string, count: number) => hanging[kind]?.(count) ?? hangingOther(kind, count)
  return (
    <ActionDialog title={words.title(name)} will={counts.length > 0 ? [] : words.will} submit={words.submit} danger
      busy={removing.isPending} error={counts.length > 0 ? null : removing.error} idle={counts.length > 0}
      onSubmit={() => removing.mutate()} onClose={onClose}>
      <InTheWay title={words.inTheWay} counts={counts}
        words={(kind, count) => linked?.(kind, said(kind, count)) || said(kind, count)}>
        {instead}
      </InTheWay>
    </ActionDialog>
  )
}

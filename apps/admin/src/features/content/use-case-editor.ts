import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { CaseDetail } from '@hearth/contracts/content'
import { api } from '../../shared/api.ts'
import { useTexts } from '../../shared/language.tsx'
import { useOnceKey } from '../../shared/once-key.ts'
import { useStep } from '../../shared/use-step.ts'
import { caseDraft, faultsOf, isSame, picturesOf, toCaseBody } from './case-draft.ts'
import type { CaseDraft, CaseFaults } from './case-draft.ts'
import { useContentChanged } from './content-changed.ts'
import { pictureIds } from './picture-id.ts'

const NO_FAULTS: CaseFaults = { fields: [], blocks: [] }

/** A case as it is being written: its draft, what is missing once it was to be saved, and the saving. */
export function useCaseEditor(found: CaseDetail | undefined, onSaved: (saved: CaseDetail) => void) {
  const { content: words } = useTexts()
  const client = useQueryClient()
  const [base, setBase] = useState(found)
  const [draft, setDraft] = useState(() => caseDraft(found))
  const [isChecked, setChecked] = useState(false)
  const once = useOnceKey()
  const changed = useContentChanged()
  const saving = useStep({
    run: async (isActive: boolean) => {
      const wanted = [draft.cover, ...draft.blocks.map(({ picture }) => picture)]
      const ids = await pictureIds(wanted, { known: picturesOf(base), look: api.pictureAt, gone: words.pictureGone })
      const body = toCaseBody(draft, { ids, isActive, updatedAt: base?.updated_at })
      return base ? api.changeCase(base.id, body) : api.createCase(body, once(body))
    },
    said: ({ title }) => words.saved(title),
    changed,
    onClose: (saved) => {
      setBase(saved)
      setDraft(caseDraft(saved))
      setChecked(false)
      client.setQueryData(['content', 'case', saved.id], saved)
      onSaved(saved)
    },
  })
  const missing = faultsOf(draft)
  const isWhole = missing.fields.length + missing.blocks.length === 0
  const isChanged = !isSame(draft, caseDraft(base))
  useLeaveGuard(isChanged)
  function save(isActive: boolean): void {
    setChecked(true)
    if (isWhole) saving.mutate(isActive)
  }
  const change = (part: Partial<CaseDraft> | ((now: CaseDraft) => CaseDraft)) =>
    setDraft((now) => (typeof part === 'function' ? part(now) : { ...now, ...part }))
  return { base, draft, change, faults: isChecked ? missing : NO_FAULTS, isChanged, save, saving }
}

/** The browser asks before a page with unsaved words is closed. */
function useLeaveGuard(isChanged: boolean): void {
  useEffect(() => {
    if (!isChanged) return undefined
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isChanged])
}

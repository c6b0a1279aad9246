import { useEffect, useState } from 'react'
import type { RefObject } from 'react'

type Combobox<T> = {
  /** Of the listbox; option n is `{id}-{n}`. */
  id: string
  isOpen: boolean
  options: readonly T[]
  onType: (typed: string) => void
  onClose: () => void
  onChoose: (option: T) => void
}

/**
 * Makes a text field the combobox of a list below it (ARIA pattern, list autocomplete): arrows walk, Enter chooses,
 * Escape and leaving its form close. @returns the option that is walked to, -1 for none
 */
export function useCombobox<T>(field: RefObject<HTMLInputElement | null>, box: Combobox<T>): number {
  const { id, isOpen, options, onType, onClose, onChoose } = box
  const [walked, setWalked] = useState(-1)
  const active = isOpen && walked < options.length ? walked : -1
  useEffect(() => {
    const input = field.current
    if (!input) return undefined
    const say = (names: Record<string, string>) => {
      for (const [name, value] of Object.entries(names)) input.setAttribute(name, value)
    }
    say({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-controls': id, 'aria-expanded': String(isOpen) })
    if (active < 0) input.removeAttribute('aria-activedescendant')
    else say({ 'aria-activedescendant': `${id}-${active}` })
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' })
  }, [field, id, isOpen, active])
  useEffect(() => {
    const input = field.current
    if (!input) return undefined
    const type = () => {
      setWalked(-1)
      onType(input.value)
    }
    const onInput = (event: Event) => {
      if (!(event as InputEvent).isComposing) type()
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing) return
      const chosen = options[active]
      if (event.key === 'Enter' && chosen === undefined) return onClose()
      if (event.key === 'Escape' && isOpen) onClose()
      else if (event.key === 'Enter' && chosen !== undefined) onChoose(chosen)
      else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        if (isOpen) setWalked(step(active, event.key === 'ArrowDown' ? 1 : -1, options.length))
        else type()
      } else return
      event.preventDefault()
    }
    const onLeave = (event: FocusEvent) => {
      if (!(event.relatedTarget instanceof Node && input.form?.contains(event.relatedTarget))) onClose()
    }
    const off = new AbortController()
    const { signal } = off
    input.addEventListener('input', onInput, { signal })
    input.addEventListener('compositionend', type, { signal })
    input.addEventListener('focus', type, { signal })
    input.addEventListener('keydown', onKey, { signal })
    input.form?.addEventListener('focusout', onLeave, { signal })
    return () => off.abort()
  })
  useEffect(() => {
    // It was the focus that brought this list here.
    if (field.current && document.activeElement === field.current) onType(field.current.value)
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [field])
  return active
}

/** From the field (-1) down through the options and back to the field. */
function step(from: number, by: 1 | -1, count: number): number {
  const next = from + by
  return next < -1 ? count - 1 : next >= count ? -1 : next
}

import { useId } from 'react'
import type { ReactNode, ToggleEvent } from 'react'
import { shopTexts } from '@hearth/client/texts/shop'
import { useTexts } from './use-shop.ts'

type Props = {
  label: ReactNode
  name?: string
  title: string
  text: string
  className?: string
  /** The form, or forms, that go ahead. */
  children: ReactNode
}

/** A button that first says what it would do. The browser itself opens and closes it, so it works without scripts. */
export function Confirm({ label, name, title, text, className = 'btn btn-line', children }: Props) {
  const texts = useTexts(shopTexts)
  const id = useId()
  const takeFocus = (event: ToggleEvent<HTMLDivElement>) => {
    if (event.newState === 'open') event.currentTarget.querySelector<HTMLElement>('[popovertarget]')?.focus()
  }
  return (
    <>
      <button type="button" popoverTarget={id} aria-label={name} className={className}>{label}</button>
      <div id={id} popover="auto" role="dialog" aria-labelledby={`${id}-title`} className="confirm" onToggle={takeFocus} onSubmit={(event) => event.currentTarget.hidePopover()}>
        <h2 id={`${id}-title`} className="text-lg">{title}</h2>
        <p className="mt-2 text-sm text-muted">{text}</p>
        <div className="mt-6 flex flex-wrap justify-end gap-3">
          <button type="button" popoverTarget={id} popoverTargetAction="hide" className="btn btn-line">{texts.cancel}</button>
          {children}
        </div>
      </div>
    </>
  )
}

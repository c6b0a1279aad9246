import { useState } from 'react'
import { codesTexts } from '@hearth/client/texts/shop-codes'
import { strengthOf } from './account-rules.ts'
import { FieldFrame, fieldIds } from './field.tsx'
import { useTexts } from './use-shop.ts'

type Props = {
  label: string
  name: string
  errors: string[] | undefined
  hint?: string
  /** A password being chosen: the browser offers one, and the hint says how strong it is. */
  isNew?: boolean
  saysStrength?: boolean
}

/** A password that can be looked at; its strength in words while it is typed. */
export function PasswordField({ label, name, errors, hint, isNew = false, saysStrength = false }: Props) {
  const texts = useTexts(codesTexts)
  const [isShown, setShown] = useState(false)
  const [typed, setTyped] = useState('')
  const told = saysStrength && typed !== '' ? texts.strength[strengthOf(typed)] : hint
  const ids = fieldIds(name, told, errors)
  return (
    <FieldFrame label={label} name={name} errors={errors} {...(told === undefined ? {} : { hint: told })}>
      <div className="relative">
        <input
          name={name} id={ids.input} type={isShown ? 'text' : 'password'} aria-invalid={errors ? true : undefined} aria-describedby={ids.told}
          className="input pr-18" autoComplete={isNew ? 'new-password' : 'current-password'} autoCapitalize="none" spellCheck={false}
          required maxLength={200} onChange={saysStrength ? (event) => setTyped(event.target.value) : undefined}
        />
        <button
          type="button" aria-label={isShown ? texts.hideTyped : texts.showTyped} onClick={() => setShown(!isShown)}
          className="tap absolute top-0.5 right-1 justify-center px-3 text-sm text-muted hover:text-ember noscript:hidden"
        >
          {isShown ? texts.hide : texts.show}
        </button>
      </div>
    </FieldFrame>
  )
}

import { useState } from 'react'
import { picturePath } from '@hearth/client/api/accounts'
import { codesTexts } from '@hearth/client/texts/shop-codes'
import { FieldFrame, fieldIds } from './field.tsx'
import { useTexts } from './use-shop.ts'

type Props = { id: string; errors: string[] | undefined; takesFocus?: boolean; required?: boolean }

/** A picture to read and the field for it. Another one by a click, or by a whole round without scripts. */
export function PictureCode({ id, errors, takesFocus = false, required = false }: Props) {
  const texts = useTexts(codesTexts)
  const [turns, setTurns] = useState(0)
  const shown = turns === 0 ? id : `${id}-${turns}`
  const ids = fieldIds('text', texts.pictureHint, errors)
  return (
    <FieldFrame label={texts.picture} name="text" hint={texts.pictureHint} errors={errors}>
      <div className="flex gap-3">
        <input
          key={shown} name="text" id={ids.input} aria-invalid={errors ? true : undefined} aria-describedby={ids.told} className="input"
          autoComplete="off" autoCapitalize="none" spellCheck={false} maxLength={10} autoFocus={takesFocus || turns > 0} required={required}
        />
        <input type="hidden" name="image_code_id" value={shown} />
        <button
          type="submit" name="intent" value="picture" formNoValidate className="h-12 w-30 shrink-0 overflow-hidden rounded-control border border-[#c9cdd2] bg-white hover:border-ink"
          onClick={(event) => {
            event.preventDefault()
            setTurns(turns + 1)
          }}
        >
          <img key={shown} src={picturePath(shown)} width={120} height={46} alt={texts.pictureAlt} className="mx-auto h-[46px] w-full object-contain text-xs" />
        </button>
      </div>
    </FieldFrame>
  )
}

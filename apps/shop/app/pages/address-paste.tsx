import { useEffect, useRef } from 'react'
import { addressTexts } from '@hearth/client/texts/shop-addresses'
import { TextField } from '../parts/field.tsx'
import { Notice } from '../parts/notice.tsx'
import { Submit } from '../parts/submit.tsx'
import { useTexts } from '../parts/use-shop.ts'
import type { AddressDraft, Reading } from '../server/address-form.ts'

/** A pasted text fills the fields below; what it gave and what is still to do is said and takes the focus. */
export function AddressPaste({ draft }: { draft: AddressDraft | undefined }) {
  const texts = useTexts(addressTexts)
  const reading = draft?.reading
  const told = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (reading) told.current?.focus()
  }, [reading])
  return (
    <section aria-labelledby="paste" className="rounded-card bg-wash p-4 md:p-5">
      <h2 id="paste" className="mb-3 text-base">{texts.paste}</h2>
      <TextField label={texts.pasteLabel} name="pasted" rows={2} maxLength={500} placeholder={texts.pasteHint} defaultValue={draft?.values.pasted} errors={draft?.refused?.errors.pasted} />
      <div className="mt-3"><Submit name="intent" value="parse" formNoValidate busy={texts.parsing} className="btn btn-line">{texts.parse}</Submit></div>
      {reading ? <div ref={told} tabIndex={-1} className="mt-3 outline-none"><Read reading={reading} /></div> : null}
    </section>
  )
}

function Read({ reading }: { reading: Reading }) {
  const texts = useTexts(addressTexts)
  const list = (names: string[]) => names.join(texts.and)
  if (!reading.isRead) return <Notice kind="care">{texts.notParsed}</Notice>
  const isWhole = reading.unmatched.length === 0 && reading.missing.length === 0
  return (
    <Notice kind={isWhole ? 'good' : 'care'}>
      <p>{texts.parsed}</p>
      <ul className="num mt-1 font-normal">{reading.found.map((text) => <li key={text}>{text}</li>)}</ul>
      {reading.unmatched.length > 0 ? <p className="mt-1">{texts.unmatched(list(reading.unmatched))}</p> : null}
      {reading.missing.length > 0 ? <p className="mt-1">{texts.missing(list(reading.missing))}</p> : null}
    </Notice>
  )
}

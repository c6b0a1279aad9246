import { codesTexts } from '@hearth/client/texts/shop-codes'
import { FieldFrame, fieldIds } from './field.tsx'
import { PictureCode } from './picture-code.tsx'
import { Icon } from './icons.tsx'
import type { Sms } from './use-sms.ts'
import { useTexts } from './use-shop.ts'

type Props = { sms: Sms; value: string | undefined; hint?: string }

/** Picture code, the button that sends a text message, and the field for what it says. */
export function SmsCode({ sms, value, hint }: Props) {
  const texts = useTexts(codesTexts)
  const { text } = sms.errors
  const words = sms.isBusy ? texts.sendingSms : sms.waitS > 0 ? texts.getSmsIn(sms.waitS) : texts.getSms
  return (
    <>
      <PictureCode key={sms.pictureId} id={sms.pictureId} errors={text} takesFocus={sms.isLive && Boolean(text)} />
      <SmsField sms={sms} value={value} hint={hint ?? ''} words={words} />
    </>
  )
}

type FieldProps = { sms: Sms; value: string | undefined; hint: string; words: string }

function SmsField({ sms, value, hint, words }: FieldProps) {
  const texts = useTexts(codesTexts)
  const ids = fieldIds('sms_code', hint, sms.errors.sms_code)
  const isClosed = sms.isBusy || sms.waitS > 0
  return (
    <div>
      <FieldFrame label={texts.sms} name="sms_code" hint={hint} errors={sms.errors.sms_code}>
        <div className="flex gap-3">
          <input
            name="sms_code" id={ids.input} aria-invalid={sms.errors.sms_code ? true : undefined} aria-describedby={ids.told} className="input num"
            inputMode="numeric" autoComplete="one-time-code" maxLength={6} defaultValue={value}
          />
          <button
            type="submit" name="intent" value="sms" formNoValidate aria-disabled={isClosed || undefined} className="btn btn-line num h-12 min-w-30 shrink-0 px-3 text-sm"
            onClick={(event) => {
              event.preventDefault()
              if (!isClosed && event.currentTarget.form) sms.send(event.currentTarget.form)
            }}
          >
            {words}
          </button>
        </div>
      </FieldFrame>
      <div role="status"><SmsNote sms={sms} /></div>
    </div>
  )
}

function SmsNote({ sms }: { sms: Sms }) {
  if (!sms.answer) return null
  return (
    <p className={`mt-1 flex items-start gap-1.5 text-sm ${sms.answer.isSent ? 'text-teal' : 'text-red'}`}>
      <span className="mt-0.5 flex"><Icon name={sms.answer.isSent ? 'check' : 'alert'} size={18} /></span>{sms.answer.message}
    </p>
  )
}

import { useState } from 'react'
import type { FormEvent } from 'react'
import type { CashierView } from '@hearth/client/api/payments'
import { payTexts } from '@hearth/client/texts/shop-pay'
import { transferTexts } from '@hearth/client/texts/shop-transfer'
import type { TransferStanding } from '@hearth/client/view/cashier'
import { minuteText } from '@hearth/client/view/dates'
import { Form, Link } from 'react-router'
import { CopyButton } from '../parts/copy-button.tsx'
import { TextField } from '../parts/field.tsx'
import { Fold } from '../parts/fold.tsx'
import { Notice } from '../parts/notice.tsx'
import { Steps } from '../parts/steps.tsx'
import type { Step } from '../parts/steps.tsx'
import { Submit } from '../parts/submit.tsx'
import { useTexts } from '../parts/use-shop.ts'

type Props = {
  order: { number: string; amount: string }
  account: CashierView['bank_account']
  transfer: TransferStanding
  onceKey: string
  refused: string | null
}

/** Paying by transfer: where to, with which words, the proof of it, and how far its check is. */
export function PayTransfer({ order, account, transfer, onceKey, refused }: Props) {
  const texts = useTexts(transferTexts)
  const { another } = useTexts(payTexts)
  const { state, attempt } = transfer
  const form = <ProofForm number={order.number} onceKey={onceKey} refused={refused} isAgain={state !== 'asked'} />
  return (
    <div className="space-y-5">
      {state === 'sent' ? <Sent attempt={attempt} /> : null}
      {state === 'refused' ? <div className="rounded-control bg-[#fdf0ee] px-4 py-3"><b className="text-sm text-red">{texts.reason}</b><p>{attempt?.reason}</p></div> : null}
      {account ? <Account order={order} account={account} /> : <Notice kind="care">{texts.closed}</Notice>}
      {state === 'sent' ? (
        <Fold title={texts.more} isOpen={refused !== null} className="rounded-card border border-line px-4 py-1 open:pb-6 md:px-6">{form}</Fold>
      ) : <section aria-labelledby="proof" className="panel"><h2 id="proof" className="text-base">{texts.proofTitle}</h2>{form}</section>}
      <p><Link to={`/pay/${order.number}?choose`} className="btn btn-line max-md:w-full">{another}</Link></p>
    </div>
  )
}

function Sent({ attempt }: { attempt: TransferStanding['attempt'] }) {
  const texts = useTexts(transferTexts)
  const states = ['done', 'now', 'ahead'] as const
  const steps = texts.steps.map((title, at): Step => ({
    key: title, title, note: at === 0 ? minuteText(attempt?.proof?.sent_at ?? null) : '', state: states[at] ?? 'ahead',
  }))
  const proof = attempt?.proof
  return (
    <section className="panel">
      <Steps steps={steps} label={texts.stepsLabel} nowLabel={texts.stepNow} />
      {proof ? (
        <dl className="mt-5 space-y-2 border-t border-line pt-4 text-sm">
          {proof.has_picture ? <div className="flex justify-between gap-4"><dt className="text-muted">{texts.sentPicture}</dt><dd>{texts.sentPictureYes}</dd></div> : null}
          {proof.note ? <div className="flex justify-between gap-4"><dt className="shrink-0 text-muted">{texts.sentNote}</dt><dd className="text-right">{proof.note}</dd></div> : null}
        </dl>
      ) : null}
    </section>
  )
}

type AccountProps = Pick<Props, 'order'> & { account: NonNullable<Props['account']> }

function Account({ order, account }: AccountProps) {
  const texts = useTexts(transferTexts)
  const rows = [
    [texts.accountName, account.account_name], [texts.bank, account.bank],
    [texts.accountNumber, account.account_number], [texts.amount, order.amount], [texts.reference, order.number],
  ] as const
  return (
    <section aria-labelledby="account" className="panel">
      <h2 id="account" className="text-base">{texts.where}</h2>
      <dl className="mt-2 divide-y divide-line">
        {rows.map(([name, value]) => (
          <div key={name} className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 py-2">
            <dt className="text-sm text-muted">{name}</dt>
            <dd className="num col-start-1 font-semibold select-all">{value}</dd>
            <dd className="col-start-2 row-span-2 row-start-1"><CopyButton text={value} name={name} /></dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

const MAX_BYTES = 20 * 1_048_576
type ProofProps = { number: string; onceKey: string; refused: string | null; isAgain: boolean }

function ProofForm({ number, onceKey, refused, isAgain }: ProofProps) {
  const texts = useTexts(transferTexts)
  const [trouble, setTrouble] = useState('')
  const said = trouble || refused
  const check = (event: FormEvent<HTMLFormElement>) => {
    const form = new FormData(event.currentTarget)
    const file = form.get('file')
    const size = file instanceof File ? file.size : 0
    const wrong = size > MAX_BYTES ? texts.fileTooBig : size === 0 && String(form.get('note')).trim() === '' ? texts.missing : ''
    setTrouble(wrong)
    if (wrong) event.preventDefault()
  }
  return (
    <Form method="post" action={`/pay/${number}`} encType="multipart/form-data" onSubmit={check} className="mt-2">
      <input type="hidden" name="intent" value="proof" />
      <input type="hidden" name="once" value={onceKey} />
      <p className="text-sm text-muted">{texts.proofText}</p>
      {said ? <div className="mt-4"><Notice kind="error">{said}</Notice></div> : null}
      <label htmlFor="field-file" className="mt-4 block text-sm font-semibold">{texts.file}</label>
      <input id="field-file" name="file" type="file" accept="image/jpeg,image/png,image/webp" aria-describedby="told-file" aria-invalid={said ? true : undefined} className="file-input mt-1" />
      <p id="told-file" className="text-xs text-muted">{texts.fileHint}</p>
      <div className="mt-4"><TextField label={texts.note} name="note" rows={2} maxLength={500} placeholder={texts.noteHint} /></div>
      <Submit busy={texts.sending} className="btn btn-primary btn-big mt-5 max-md:w-full">{isAgain ? texts.sendAgain : texts.send}</Submit>
    </Form>
  )
}

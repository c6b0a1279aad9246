import type { RepairView, UnitByCodeView } from '@hearth/client/api/units'
import { unitsTexts } from '@hearth/client/texts/shop-units'
import { dayText, minuteText } from '@hearth/client/view/dates'
import { repairSteps } from '@hearth/client/view/repair-steps'
import { Form } from 'react-router'
import { TextField } from '../parts/field.tsx'
import { Notice } from '../parts/notice.tsx'
import { Steps } from '../parts/steps.tsx'
import { Submit } from '../parts/submit.tsx'
import { useTexts } from '../parts/use-shop.ts'

type Props = { unit: UnitByCodeView; repairs: RepairView[]; onceKey: string; errors: string[] | undefined }

/** The owner asks for repair; while one is open there is nothing to ask. */
export function RepairBlock({ unit, repairs, onceKey, errors }: Props) {
  const texts = useTexts(unitsTexts)
  const isOpen = repairs.some((repair) => repair.status === 'pending' || repair.status === 'in_progress')
  return (
    <section id="repair" aria-labelledby="repair-title" className="panel mt-5 scroll-mt-24">
      <h2 id="repair-title" className="text-lg">{texts.repairTitle}</h2>
      {isOpen ? <div className="mt-3"><Notice kind="good">{texts.repairOpenText}</Notice></div> : (
        <Form method="post" preventScrollReset className="mt-1 space-y-4">
          <p className="text-sm text-muted">{unit.in_warranty ? texts.repairText : texts.overText}</p>
          <input type="hidden" name="once_key" value={onceKey} />
          <TextField label={texts.repairReason} name="reason" placeholder={texts.repairHint} required maxLength={500} errors={errors} />
          <Submit name="intent" value="repair" busy={texts.repairing} className="btn btn-primary">{texts.repairGo}</Submit>
        </Form>
      )}
    </section>
  )
}

export function Repairs({ repairs }: { repairs: RepairView[] }) {
  const texts = useTexts(unitsTexts)
  return (
    <section aria-labelledby="repairs" className="mt-10">
      <h2 id="repairs" className="text-lg">{texts.repairsTitle}</h2>
      <ul className="mt-4 space-y-4">{repairs.map((repair) => <li key={repair.id}><Repair repair={repair} /></li>)}</ul>
    </section>
  )
}

function Repair({ repair }: { repair: RepairView }) {
  const texts = useTexts(unitsTexts)
  const steps = repairSteps(repair).map((step) => ({
    ...step, title: texts.repairSteps[step.key], note: minuteText(step.at),
  }))
  return (
    <article className="panel">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <h3 className="min-w-0 text-base">{repair.reason}</h3>
        <span className={`tag ${repair.in_warranty ? 'tag-teal' : 'tag-wash'}`}>{repair.in_warranty ? texts.inWarrantyRepair : texts.outOfWarrantyRepair}</span>
      </div>
      <p className="num text-sm text-muted">{dayText(repair.created_at)}</p>
      <Steps steps={steps} label={texts.repairsTitle} nowLabel={texts.stateTitle} />
      {repair.result ? <p className="mt-4 border-t border-line pt-4 text-sm"><span className="text-muted">{texts.result} </span>{repair.result}</p> : null}
    </article>
  )
}

import { Part } from './facts.tsx'
import { useTexts } from './language.tsx'
import { timeShown } from './shown.ts'

type Step = { t: string; event: string; operator?: string | null; note?: string }

/** What happened to money, the newest first. */
export function MoneyLog({ of, steps }: { of: 'payments' | 'refunds' | 'suspense'; steps: readonly Step[] }) {
  const t = useTexts().money
  const words: Record<string, string> = t[of].events
  return (
    <Part title={t.log}>
      <ol className="timeline">
        {steps.toReversed().map((step, at) => (
          <li key={steps.length - at}>
            <p className="timeline-title">{words[step.event] ?? step.event}</p>
            <p className="hint num">
              {timeShown(step.t)}{step.operator === undefined ? '' : ` · ${t.operator(step.operator)}`}
            </p>
            {step.note !== undefined && step.note !== '' && <p className="timeline-note">{step.note}</p>}
          </li>
        ))}
      </ol>
    </Part>
  )
}

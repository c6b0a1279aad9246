import { Icon } from './icons.tsx'

export type Step = { key: string; title: string; note: string; state: 'done' | 'now' | 'ahead' }

const dots = {
  done: 'border-teal bg-teal text-white',
  now: 'border-teal bg-paper text-teal',
  ahead: 'border-[#c9cdd2] bg-paper text-transparent',
} as const

/** A way with stations: from top to bottom on a phone, from left to right on a desk. */
export function Steps({ steps, label, nowLabel }: { steps: Step[]; label: string; nowLabel: string }) {
  return (
    <ol aria-label={label} className="mt-7 md:flex">
      {steps.map((step, at) => {
        const isLast = at === steps.length - 1
        const isWalked = steps[at + 1]?.state !== 'ahead'
        return (
          <li key={step.key} aria-current={step.state === 'now' ? 'step' : undefined} className="relative flex gap-4 pb-6 last:pb-0 md:block md:flex-1 md:pb-0 md:last:flex-none">
            {isLast ? null : <span aria-hidden="true" className={`absolute top-7 bottom-0 left-[13px] w-0.5 md:top-[13px] md:right-0 md:bottom-auto md:left-7 md:h-0.5 md:w-auto ${isWalked ? 'bg-teal' : 'bg-[#d9d3ca]'}`} />}
            <span className={`relative z-10 flex size-7 shrink-0 items-center justify-center rounded-full border-2 ${dots[step.state]}`}>
              {step.state === 'now' ? <span className="size-2.5 rounded-full bg-teal" /> : <Icon name="check" size={16} />}
            </span>
            <span className="md:mt-3 md:block md:pr-3">
              <b className={`block text-sm font-semibold md:text-base ${step.state === 'ahead' ? 'text-muted' : ''}`}>
                {step.title}{step.state === 'now' ? <span className="sr-only"> ({nowLabel})</span> : null}
              </b>
              {step.note ? <span className="num block text-xs text-muted md:text-sm">{step.note}</span> : null}
            </span>
          </li>
        )
      })}
    </ol>
  )
}

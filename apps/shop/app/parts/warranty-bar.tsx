import { unitsTexts } from '@hearth/client/texts/shop-units'
import { warrantyState } from '@hearth/client/view/warranty'
import type { WarrantyFacts } from '@hearth/client/view/warranty'
import { useTexts } from './use-shop.ts'

/** How much of a warranty is left: words, dates and a bar drawn without inline styles. */
export function WarrantyBar({ unit }: { unit: WarrantyFacts }) {
  const texts = useTexts(unitsTexts)
  const state = warrantyState(unit)
  const left = state.daysLeft === 0 ? texts.lastDay : texts.running(state.daysLeft)
  const words = { not_started: texts.notStarted, over: texts.over, running: left, ending: left }[state.kind]
  const tone = { not_started: 'text-muted', over: 'text-red', running: 'text-teal', ending: 'text-amber' }[state.kind]
  const fill = { not_started: '#c9cdd2', over: '#c9cdd2', running: '#1f6f6b', ending: '#b45309' }[state.kind]
  return (
    <div className="num">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <b className={`font-semibold ${tone}`}>{words}</b>
        {unit.warranty_start && unit.warranty_end ? <span className="text-sm text-muted">{texts.fromTo(unit.warranty_start, unit.warranty_end)}</span> : null}
      </p>
      <svg width="100%" height="8" role="img" aria-label={texts.warrantyBar(state.kind === 'not_started' ? 100 : state.leftPct)} className="mt-2 block">
        <rect width="100%" height="8" rx="4" fill="#e6e8eb" />
        {state.kind === 'not_started' || state.leftPct === 0 ? null : <rect width={`${state.leftPct}%`} height="8" rx="4" fill={fill} />}
      </svg>
    </div>
  )
}

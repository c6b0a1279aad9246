import { useEffect, useRef } from 'react'
import type { FormEvent } from 'react'
import { findTexts } from '@hearth/client/texts/shop-find'
import { optionRows, queryCleared, queryOfForm, queryWith } from '@hearth/client/view/filters'
import type { Filters } from '@hearth/client/view/filters'
import { Link, useLocation, useNavigate } from 'react-router'
import { Icon } from '../parts/icons.tsx'
import { useTexts } from '../parts/use-shop.ts'
import type { ListView } from '../server/list-page.ts'
import { PANEL, rangeName } from './list-chosen.tsx'
import { CategoryLinks } from './list-categories.tsx'
import { Group } from './list-group.tsx'

const SHOWN_AT_FIRST = 8
const MOST_OPTIONS = 6

type Props = { list: ListView; kept: Record<string, string>; without?: 'brand' | 'category' }
type Pick = { name: string; value: string; label: string; count: number; isChosen: boolean }

/** A form that works as it is; with scripts every tick shows its products at once. */
export function FilterPanel({ list, kept, without }: Props) {
  const texts = useTexts(findTexts)
  const { pathname, search } = useLocation()
  const navigate = useNavigate()
  const form = useRef<HTMLFormElement>(null)
  const { filters, facets, sort } = list
  const shown = useRef(filters)
  useEffect(() => {
    // What was ticked before the scripts came stays ticked.
    if (shown.current !== filters) showChosen(form.current, filters, shown.current)
    shown.current = filters
  }, [filters])
  const go = () => {
    if (form.current) void navigate(queryOfForm(new FormData(form.current)), { preventScrollReset: true })
  }
  const onChange = ({ target }: FormEvent) => {
    if (target instanceof HTMLInputElement && target.type === 'checkbox') go()
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    go()
    const panel = document.getElementById(PANEL)
    if (panel?.matches(':popover-open')) panel.hidePopover()
  }
  return (
    <section id={PANEL} popover="auto" aria-labelledby={`${PANEL}-title`} className="filters">
      <form ref={form} method="get" action={pathname} autoComplete="off" onChange={onChange} onSubmit={onSubmit}>
        <div className="flex items-center justify-between lg:hidden">
          <h2 id={`${PANEL}-title`} className="text-lg">{texts.filters}</h2>
          <button type="button" popoverTarget={PANEL} popoverTargetAction="hide" aria-label={texts.close} className="round-button -mr-2"><Icon name="close" size={20} /></button>
        </div>
        {Object.entries({ ...kept, ...(sort === 'relevance' ? {} : { sort_by: sort }) }).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
        {filters.categoryId !== null && without !== 'category' ? <input type="hidden" name="category_id" value={filters.categoryId} /> : null}
        {without === 'category' ? null : <CategoryLinks categories={facets?.categories ?? []} chosenId={filters.categoryId} />}
        {without === 'brand' ? null : <Picks title={texts.brand} picks={brandPicks(list, texts.unknownBrand)} />}
        <Prices list={list} />
        <Picks title={texts.stock} picks={[{ name: 'in_stock', value: '1', label: texts.inStock, count: facets?.in_stock ?? 0, isChosen: filters.inStock }]} />
        {optionRows(facets, filters).slice(0, MOST_OPTIONS).map(({ name, values }) => (
          <Picks key={name} title={name} picks={values.map((each) => ({ ...each, name: 'option', value: each.option, label: each.value }))} />
        ))}
        <div className="filters-end">
          <Link to={queryCleared(search)} preventScrollReset className="btn btn-line lg:hidden">{texts.clearAll}</Link>
          <button type="submit" className="btn btn-primary flex-1">{texts.see(list.total)}</button>
        </div>
      </form>
    </section>
  )
}

/**
 * Ticks and amounts follow the address when it changes by another way: a chip, the browser's back.
 * An amount that is being typed meanwhile stays.
 */
function showChosen(form: HTMLFormElement | null, filters: Filters, before: Filters): void {
  const { brandIds, options, inStock, min, max } = filters
  const ticked: Record<string, readonly string[]> = { brand_id: brandIds.map(String), option: options, in_stock: inStock ? ['1'] : [] }
  for (const field of form?.querySelectorAll('input') ?? []) {
    if (field.type === 'checkbox') field.checked = ticked[field.name]?.includes(field.value) ?? false
    if (field.name === 'min_price' && min !== before.min) field.value = min
    if (field.name === 'max_price' && max !== before.max) field.value = max
  }
}

function brandPicks({ facets, filters }: ListView, unknown: string): Pick[] {
  const known = facets?.brands ?? []
  const gone = filters.brandIds.filter((id) => !known.some((brand) => brand.id === id))
  return [...gone.map((id) => ({ id, name: unknown, count: 0 })), ...known].map(({ id, name, count }) => ({
    name: 'brand_id', value: String(id), label: name, count, isChosen: filters.brandIds.includes(id),
  }))
}

function Picks({ title, picks }: { title: string; picks: Pick[] }) {
  const texts = useTexts(findTexts)
  if (picks.length === 0) return null
  const [shown, rest] = [picks.slice(0, SHOWN_AT_FIRST), picks.slice(SHOWN_AT_FIRST)]
  return (
    <Group title={title}>
      <ul className="flex flex-wrap gap-2">{shown.map((pick) => <PickView key={pick.value} pick={pick} />)}</ul>
      {rest.length > 0 ? (
        <details open={rest.some((pick) => pick.isChosen)} className="group">
          <summary className="tap gap-1 text-sm text-muted hover:text-ember">{texts.moreValues(rest.length)}<span className="rotate-90 group-open:-rotate-90"><Icon name="right" size={16} /></span></summary>
          <ul className="flex flex-wrap gap-2">{rest.map((pick) => <PickView key={pick.value} pick={pick} />)}</ul>
        </details>
      ) : null}
    </Group>
  )
}

function PickView({ pick }: { pick: Pick }) {
  const texts = useTexts(findTexts)
  return (
    <li>
      <label className="pick-chip">
        <input type="checkbox" name={pick.name} value={pick.value} defaultChecked={pick.isChosen} className="sr-only" />
        {pick.label}<span aria-hidden="true" className="num text-xs text-muted">{pick.count}</span>
        <span className="sr-only">{texts.count(pick.count)}</span>
      </label>
    </li>
  )
}

function Prices({ list: { facets, filters } }: { list: ListView }) {
  const texts = useTexts(findTexts)
  const { search } = useLocation()
  const isChosen = (min: string, max: string | null) =>
    Number(filters.min) === Number(min) && Number(filters.max) === Number(max ?? 0)
  const to = (min: string, max: string | null) => queryWith(search, isChosen(min, max)
    ? { min_price: null, max_price: null } : { min_price: Number(min) > 0 ? min : null, max_price: max })
  return (
    <Group title={texts.price}>
      <ul className="flex flex-wrap gap-2">
        {(facets?.price_ranges ?? []).map(({ min_price: min, max_price: max, count }) => (
          <li key={min}>
            <Link
              to={to(min, max)} preventScrollReset rel="nofollow" aria-current={isChosen(min, max) ? 'true' : undefined} className="pick-chip num"
            >
              {rangeName(texts, { min, max })}<span aria-hidden="true" className="text-xs text-muted">{count}</span><span className="sr-only">{texts.count(count)}</span>
            </Link>
          </li>
        ))}
      </ul>
      <div className="mt-3 flex items-center gap-2">
        <input name="min_price" inputMode="decimal" maxLength={12} defaultValue={filters.min} placeholder={texts.from} aria-label={texts.priceFrom} className="input price-end" />
        <span aria-hidden="true" className="text-muted">–</span>
        <input name="max_price" inputMode="decimal" maxLength={12} defaultValue={filters.max} placeholder={texts.to} aria-label={texts.priceTo} className="input price-end" />
        <button type="submit" className="btn btn-line px-3">{texts.priceGo}</button>
      </div>
    </Group>
  )
}

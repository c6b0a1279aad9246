import { useEffect, useId, useState } from 'react'
import type { RefObject } from 'react'
import { clearOwnSearches } from '@hearth/client/api/finding'
import { browserHttp } from '@hearth/client/http'
import { findTexts } from '@hearth/client/texts/shop-find'
import { folded } from '@hearth/client/view/hits'
import { useFetcher, useNavigate } from 'react-router'
import type { loader } from '../routes/suggest.ts'
import { Icon } from './icons.tsx'
import { Marked } from './marked.tsx'
import { Picture } from './picture.tsx'
import { Price } from './price.tsx'
import { suggestGroups } from './suggest-groups.ts'
import type { Suggested } from './suggest-groups.ts'
import { useCombobox } from './use-combobox.ts'
import { useShop, useTexts } from './use-shop.ts'

const PAUSE_MS = 150

/**
 * What drops down under the search box, once it has the focus: words and products while typing, else what was looked
 * for lately. The router gives up a question that a newer one replaces.
 */
export function SearchSuggest({ input }: { input: RefObject<HTMLInputElement | null> }) {
  const texts = useTexts(findTexts)
  const { language } = useShop()
  const id = useId()
  const navigate = useNavigate()
  const { data, load } = useFetcher<typeof loader>()
  const [typed, setTyped] = useState<string | null>(null)
  const fits = data !== undefined && (data.prefix === '') === (typed?.trim() === '')
  const groups = fits ? suggestGroups(data, texts) : []
  const options = groups.flatMap((group) => group.options)
  const isOpen = typed !== null && options.length > 0
  const close = () => setTyped(null)
  const choose = ({ to }: Suggested) => {
    input.current?.blur()
    void navigate(to)
  }
  const active = useCombobox(input, { id, isOpen, options, onType: setTyped, onClose: close, onChoose: choose })
  useEffect(() => {
    if (typed === null) return undefined
    const timer = setTimeout(() => void load(`/suggest?prefix=${encodeURIComponent(typed.trim())}`), typed === '' ? 0 : PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed, load])
  const clear = async () => {
    input.current?.focus()
    await clearOwnSearches(browserHttp(() => language)).catch(() => null)
    await load('/suggest?prefix=')
  }
  return (
    <div className="suggest" hidden={!isOpen}>
      <p role="status" className="sr-only">{typed !== null && fits ? texts.suggestionCount(options.length) : ''}</p>
      <div id={id} role="listbox" aria-label={texts.suggestions}>
        {groups.map(({ title, options: own }) => (
          <div key={title} role="group" aria-label={title} className="py-1">
            <p aria-hidden="true" className="px-4 pt-2 text-xs text-muted">{title}</p>
            {own.map((option) => (
              <OptionView key={option.to} id={`${id}-${options.indexOf(option)}`} option={option} isActive={options[active] === option} typed={typed ?? ''} onChoose={() => choose(option)} />
            ))}
          </div>
        ))}
      </div>
      {data && data.recent.length > 0 && typed === '' ? (
        <button type="button" onClick={() => void clear()} className="tap mx-4 gap-1.5 text-sm text-muted hover:text-ember"><Icon name="trash" size={16} />{texts.clear}</button>
      ) : null}
    </div>
  )
}

type OptionProps = { id: string; option: Suggested; isActive: boolean; typed: string; onChoose: () => void }

/** The focus stays in the field, so a press must not take it. */
function OptionView({ id, option, isActive, typed, onChoose }: OptionProps) {
  const { product } = option
  return (
    <div id={id} role="option" aria-selected={isActive} onMouseDown={(event) => event.preventDefault()} onClick={onChoose} className="suggestion">
      {product ? <span className="w-11 flex-none overflow-hidden rounded-control"><Picture src={product.image} alt="" sizes="44px" className="aspect-square w-full" /></span> : <span className="text-muted"><Icon name={option.icon} size={18} /></span>}
      <span className="min-w-0 flex-1 truncate"><Marked text={option.label} words={[folded(typed)]} /></span>
      {product ? <Price money={product.price} size="sm" /> : null}
    </div>
  )
}

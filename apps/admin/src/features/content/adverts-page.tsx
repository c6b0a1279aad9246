import { useQuery } from '@tanstack/react-query'
import Button from 'antd/es/button'
import { lazy, Suspense, useState } from 'react'
import type { ContentView } from '@hearth/contracts/content'
import { api } from '../../shared/api.ts'
import { Part } from '../../shared/facts.tsx'
import { useTexts } from '../../shared/language.tsx'
import { ActionFault, LoadFault, LoadingBlock, Nothing } from '../../shared/states.tsx'
import { usePageTitle } from '../../shared/use-page-title.ts'
import { NEW_SLOT, slotsOf } from './advert-draft.ts'
import type { Slot } from './advert-draft.ts'
import { ContentRow } from './content-row.tsx'
import { OrderedList } from './ordered-list.tsx'
import { RemoveContentDialog } from './remove-dialog.tsx'
import { useSwitch } from './use-switch.ts'
import './content.css'

const AdvertDialog = lazy(async () => ({ default: (await import('./advert-dialog.tsx')).AdvertDialog }))

type Asked = { act: 'create'; slot: string } | { act: 'edit' | 'remove'; entry: ContentView }

/** Advertising, by the slots that pages of the shop ask for. Administrators only. */
export function AdvertsPage() {
  const { adverts: t } = useTexts()
  usePageTitle(t.title)
  const [asked, setAsked] = useState<Asked | null>(null)
  const found = useQuery({ queryKey: ['content', 'adverts'], queryFn: () => api.adverts() })
  const slots = slotsOf(found.data ?? [])
  const close = () => setAsked(null)
  const entry = asked && 'entry' in asked ? asked.entry : undefined
  return (
    <div className="list-page">
      <div className="page-head">
        <h1>{t.title}</h1>
        <div className="page-actions">
          <Button type="primary" disabled={!found.data}
            onClick={() => setAsked({ act: 'create', slot: slots[0]?.key ?? NEW_SLOT })}>
            {t.create}
          </Button>
        </div>
      </div>
      {found.isError && <LoadFault error={found.error} retry={() => void found.refetch()} />}
      {found.isPending && <LoadingBlock rows={8} />}
      {found.data?.length === 0 && <Nothing title={t.none}><p>{t.noneWords}</p></Nothing>}
      {slots.map((slot) => <SlotPart key={slot.key} slot={slot} onAsk={setAsked} />)}
      <Suspense fallback={null}>
        {asked && asked.act !== 'remove' && (
          <AdvertDialog entry={entry} slots={slots} slot={asked.act === 'create' ? asked.slot : ''} onClose={close} />
        )}
      </Suspense>
      {asked?.act === 'remove' && entry && (
        <RemoveContentDialog what="contents" id={entry.id} name={entry.title} words={t} onClose={close} />
      )}
    </div>
  )
}

function SlotPart({ slot, onAsk }: { slot: Slot; onAsk: (asked: Asked) => void }) {
  const { adverts: t, content: words } = useTexts()
  const switching = useSwitch(
    (row: ContentView) => api.changeAdvert(row.id, { status: row.status !== true }),
    (row) => (row.status ? words.switchedOff : words.switchedOn)(row.title),
  )
  const create = (
    <span className="look-actions">
      <span className="code hint">{slot.key}</span>
      <Button size="small" onClick={() => onAsk({ act: 'create', slot: slot.key })}>{t.createHere(slot.name)}</Button>
    </span>
  )
  return (
    <div className="content-slot">
      <Part title={slot.name} extra={create}>
        <ActionFault error={switching.error} />
        <OrderedList what="contents" label={slot.name} rows={slot.entries} nameOf={(row) => row.title}>
          {(row) => (
            <ContentRow
              name={row.title}
              picture={row.image_url}
              link={row.url}
              text={row.text ?? ''}
              shown={{ state: row.state ?? 'off', starts: row.starts_at ?? null, ends: row.ends_at ?? null, isActive: row.status === true }}
              busy={switching.isPending}
              onEdit={() => onAsk({ act: 'edit', entry: row })}
              onSwitch={() => switching.mutate(row)}
              onRemove={() => onAsk({ act: 'remove', entry: row })}
            />
          )}
        </OrderedList>
      </Part>
    </div>
  )
}

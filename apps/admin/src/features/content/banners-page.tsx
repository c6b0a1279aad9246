import { useQuery } from '@tanstack/react-query'
import Button from 'antd/es/button'
import { lazy, Suspense, useState } from 'react'
import type { BannerView } from '@hearth/contracts/content'
import { api } from '../../shared/api.ts'
import { useTexts } from '../../shared/language.tsx'
import { useListUrl, wordOf } from '../../shared/list/use-list-url.ts'
import { ActionFault, LoadFault, LoadingBlock, Nothing } from '../../shared/states.tsx'
import { usePageTitle } from '../../shared/use-page-title.ts'
import { bannerName, positions } from './banner-draft.ts'
import { ContentRow } from './content-row.tsx'
import { OrderLead } from './order-lead.tsx'
import { OrderedList } from './ordered-list.tsx'
import { RemoveContentDialog } from './remove-dialog.tsx'
import { useSwitch } from './use-switch.ts'
import './content.css'

const BannerDialog = lazy(async () => ({ default: (await import('./banner-dialog.tsx')).BannerDialog }))

type Asked = { act: 'create' } | { act: 'edit' | 'remove'; banner: BannerView }

/** The large pictures of the front pages, one place at a time. Administrators only. */
export function BannersPage() {
  const { banners: t, content: words } = useTexts()
  usePageTitle(t.title)
  const url = useListUrl('home')
  const position = wordOf(positions, url.ask.values.status) ?? 'home'
  const [asked, setAsked] = useState<Asked | null>(null)
  const found = useQuery({ queryKey: ['content', 'banners', position], queryFn: () => api.banners(position) })
  const close = () => setAsked(null)
  const banner = asked && 'banner' in asked ? asked.banner : undefined
  const nameOf = (row: BannerView) => bannerName(row, words.untitled)
  return (
    <div className="list-page">
      <div className="page-head">
        <h1>{t.title}</h1>
        <div className="page-actions">
          <Button type="primary" disabled={!found.data} onClick={() => setAsked({ act: 'create' })}>{t.create}</Button>
        </div>
      </div>
      <nav className="tabs" aria-label={t.position}>
        {positions.map((value) => (
          <button key={value} type="button" className="tab" aria-current={value === position ? 'true' : undefined}
            onClick={() => url.change({ status: value })}>
            {t.positions[value]}
          </button>
        ))}
      </nav>
      {found.isError && <LoadFault error={found.error} retry={() => void found.refetch()} />}
      {found.isPending && <LoadingBlock rows={6} />}
      {found.data?.length === 0 && <Nothing title={t.none}>{position === 'home' && <p>{t.noneWords}</p>}</Nothing>}
      {found.data && found.data.length > 0 && (
        <>
          <OrderLead total={found.data.length} />
          <BannerRows banners={found.data} label={t.positions[position]} onAsk={setAsked} />
        </>
      )}
      <Suspense fallback={null}>
        {asked && asked.act !== 'remove' && (
          <BannerDialog banner={banner} position={position} order={lastOrder(found.data ?? []) + 1} onClose={close} />
        )}
      </Suspense>
      {asked?.act === 'remove' && banner && (
        <RemoveContentDialog what="home-banners" id={banner.id} name={nameOf(banner)} words={t} onClose={close} />
      )}
    </div>
  )
}

type RowsProps = { banners: BannerView[]; label: string; onAsk: (asked: Asked) => void }

function BannerRows({ banners, label, onAsk }: RowsProps) {
  const { content: words } = useTexts()
  const nameOf = (row: BannerView) => bannerName(row, words.untitled)
  const switching = useSwitch(
    (row: BannerView) => api.changeBanner(row.id, { is_active: !row.is_active }),
    (row) => (row.is_active ? words.switchedOff : words.switchedOn)(nameOf(row)),
  )
  return (
    <>
      <ActionFault error={switching.error} />
      <OrderedList what="home-banners" label={label} rows={banners} nameOf={nameOf}>
        {(row) => (
          <ContentRow
            name={nameOf(row)}
            picture={row.image_url}
            isWide
            link={row.link_url}
            shown={{ state: row.state, starts: row.starts_at, ends: row.ends_at, isActive: row.is_active }}
            busy={switching.isPending}
            onEdit={() => onAsk({ act: 'edit', banner: row })}
            onSwitch={() => switching.mutate(row)}
            onRemove={() => onAsk({ act: 'remove', banner: row })}
          />
        )}
      </OrderedList>
    </>
  )
}

function lastOrder(banners: readonly BannerView[]): number {
  return Math.max(0, ...banners.map(({ order }) => order))
}

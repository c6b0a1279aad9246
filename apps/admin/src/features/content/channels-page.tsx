import { useQuery } from '@tanstack/react-query'
import Button from 'antd/es/button'
import { lazy, Suspense, useState } from 'react'
import type { ChannelView } from '@hearth/contracts/content'
import { api } from '../../shared/api.ts'
import { Part } from '../../shared/facts.tsx'
import { useTexts } from '../../shared/language.tsx'
import { LoadFault, LoadingBlock, Nothing } from '../../shared/states.tsx'
import { usePageTitle } from '../../shared/use-page-title.ts'
import { linesOf } from './channel-draft.ts'
import type { MenuLine } from './channel-draft.ts'
import { RowActs } from './content-row.tsx'
import { OrderedList } from './ordered-list.tsx'
import { RemoveContentDialog } from './remove-dialog.tsx'
import './content.css'

const ChannelDialog = lazy(async () => ({ default: (await import('./channel-dialog.tsx')).ChannelDialog }))

type Asked = { act: 'create'; group: number } | { act: 'edit' | 'remove'; channel: ChannelView }

/** The lines of the shop's menu. Administrators only. */
export function ChannelsPage() {
  const { channels: t } = useTexts()
  usePageTitle(t.title)
  const [asked, setAsked] = useState<Asked | null>(null)
  const found = useQuery({ queryKey: ['content', 'channels'], queryFn: () => api.channels() })
  const lines = linesOf(found.data ?? [])
  const next = Math.max(0, ...lines.map(({ group }) => group)) + 1
  const close = () => setAsked(null)
  const channel = asked && 'channel' in asked ? asked.channel : undefined
  return (
    <div className="list-page">
      <div className="page-head">
        <h1>{t.title}</h1>
        <div className="page-actions">
          <Button type="primary" disabled={!found.data} onClick={() => setAsked({ act: 'create', group: next })}>
            {t.create}
          </Button>
        </div>
      </div>
      <p className="hint content-lead">{t.lead}</p>
      {found.isError && <LoadFault error={found.error} retry={() => void found.refetch()} />}
      {found.isPending && <LoadingBlock rows={8} />}
      {found.data?.length === 0 && <Nothing title={t.none}><p>{t.noneWords}</p></Nothing>}
      {lines.map((line) => <LinePart key={line.group} line={line} onAsk={setAsked} />)}
      <Suspense fallback={null}>
        {asked && asked.act !== 'remove' && (
          <ChannelDialog channel={channel} lines={lines} group={asked.act === 'create' ? asked.group : 1} onClose={close} />
        )}
      </Suspense>
      {asked?.act === 'remove' && channel && (
        <RemoveContentDialog what="channels" id={channel.id} name={channel.name} words={t} onClose={close} />
      )}
    </div>
  )
}

function LinePart({ line, onAsk }: { line: MenuLine; onAsk: (asked: Asked) => void }) {
  const { channels: t, content: words } = useTexts()
  const create = (
    <Button size="small" onClick={() => onAsk({ act: 'create', group: line.group })}>{t.createHere(line.group)}</Button>
  )
  return (
    <div className="content-slot channel-line">
      <Part title={t.row(line.group)} extra={create}>
        <OrderedList what="channels" label={t.row(line.group)} rows={line.channels} nameOf={(row) => row.name}>
          {(row) => (
            <>
              <div className="content-words">
                <p className="content-name">{row.name}</p>
                <p className="hint">{t.opens(row.category)} {row.url !== '' && <span className="code">{row.url}</span>}</p>
              </div>
              <RowActs>
                <Button onClick={() => onAsk({ act: 'edit', channel: row })} aria-label={words.open(row.name)}>
                  {words.edit}
                </Button>
                <Button danger type="text" onClick={() => onAsk({ act: 'remove', channel: row })}
                  aria-label={`${words.remove} ${row.name}`}>
                  {words.remove}
                </Button>
              </RowActs>
            </>
          )}
        </OrderedList>
      </Part>
    </div>
  )
}

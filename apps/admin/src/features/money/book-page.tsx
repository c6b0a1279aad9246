import { useQuery } from '@tanstack/react-query'
import { accounts, entryKinds } from '@hearth/contracts/book'
import type { BookEntryView } from '@hearth/contracts/book'
import type { ConsoleTexts } from '@hearth/client/console-texts'
import { api } from '../../shared/api.ts'
import { useTexts } from '../../shared/language.tsx'
import { ListPage } from '../../shared/list/list-page.tsx'
import type { ListAsk, ListColumn, ListSpec } from '../../shared/list/list-types.ts'
import { useListUrl, wordOf } from '../../shared/list/use-list-url.ts'
import { OrderLink } from '../../shared/order-link.tsx'
import { Postings } from '../../shared/postings.tsx'
import { moneyShown, timeShown } from '../../shared/shown.ts'
import { LoadFault, LoadingBlock } from '../../shared/states.tsx'
import { isBalanced } from './balance.ts'
import './money.css'

/** The money book: what stands in each account, and every entry with its postings. Administrators only. */
export function BookPage() {
  const texts = useTexts()
  const t = texts.money
  const url = useListUrl('all')
  const toOrder = (entry: BookEntryView) => url.change({ order_number: entry.order_number })
  const spec: ListSpec<BookEntryView> = {
    id: 'book',
    title: t.book.title,
    columns: columnsOf(texts),
    filters: [
      { kind: 'text', name: 'order_number', label: t.orderNumber, search: true },
      { kind: 'choice', name: 'account', label: t.book.account, options: accounts.map((value) => ({ value, label: t.book.accounts[value] })) },
      { kind: 'days', from: 'from', until: 'to', fromLabel: t.from, untilLabel: t.until },
    ],
    tabs: [{ value: 'all', label: texts.list.all }, ...entryKinds.map((value) => ({ value, label: t.book.entryKinds[value] }))],
    rowKey: ({ id }) => String(id),
    rowName: ({ key }) => key,
    load: (ask) => api.bookEntries(toQuery(ask)),
    open: toOrder,
    look: toOrder,
    card: (entry) => <EntryCard entry={entry} />,
    above: <Balances />,
  }
  return <ListPage spec={spec} url={url} />
}

function toQuery({ values, page, pageSize }: ListAsk) {
  return {
    order_number: values.order_number, account: wordOf(accounts, values.account),
    kind: wordOf(entryKinds, values.status), from: values.from, to: values.to, page, page_size: pageSize,
  }
}

function columnsOf({ money: t }: ConsoleTexts): ListColumn<BookEntryView>[] {
  return [
    { key: 'at', title: t.at, render: ({ at }) => <span className="num">{timeShown(at)}</span> },
    { key: 'kind', title: t.book.kind, render: ({ kind }) => t.book.entryKinds[kind] },
    { key: 'order', title: t.order, render: (entry) => <EntryOrder entry={entry} /> },
    { key: 'postings', title: t.book.postings, width: 240, render: (entry) => <Postings entry={entry} /> },
    { key: 'key', title: t.book.key, choice: 'shown', render: ({ key }) => <span className="code">{key}</span> },
    { key: 'reference', title: t.reference, choice: 'hidden', render: ({ reference }) => <span className="code">{reference || '—'}</span> },
    { key: 'note', title: t.book.note, choice: 'hidden', render: ({ note }) => <span className="clip clip-wide" title={note}>{note || '—'}</span> },
    { key: 'who', title: t.book.who, choice: 'shown', render: ({ operator }) => t.operator(operator) },
  ]
}

function EntryOrder({ entry }: { entry: BookEntryView }) {
  if (entry.order_number === '') return <>—</>
  return <OrderLink number={entry.order_number} known={entry.order !== null} />
}

function EntryCard({ entry }: { entry: BookEntryView }) {
  const t = useTexts().money
  return (
    <>
      <div className="card-head">
        <strong>{t.book.entryKinds[entry.kind]}</strong><span className="num hint">{timeShown(entry.at)}</span>
      </div>
      {entry.order_number !== '' && <p className="card-line"><EntryOrder entry={entry} /></p>}
      <Postings entry={entry} />
    </>
  )
}

function Balances() {
  const t = useTexts().money.book
  const found = useQuery({ queryKey: ['book', 'balances'], queryFn: () => api.bookBalances() })
  if (found.isError) return <LoadFault error={found.error} retry={() => void found.refetch()} />
  if (!found.data) return <LoadingBlock rows={3} />
  const { balances } = found.data
  const balanced = isBalanced(balances)
  return (
    <section aria-label={t.balances}>
      <ul className="balances">
        {balances.map(({ account, kind, balance }) => (
          <li key={account}>
            <span>{t.accounts[account]} <span className="hint">{t.kinds[kind]}</span></span>
            <strong>{moneyShown(balance)}</strong>
          </li>
        ))}
      </ul>
      <p className={balanced ? 'balance-words hint' : 'balance-words words-red'} role={balanced ? undefined : 'alert'}>
        {balanced ? t.balanced : t.unbalanced}
      </p>
    </section>
  )
}

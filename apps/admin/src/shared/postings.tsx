import type { BookEntryView } from '@hearth/contracts/book'
import { useTexts } from './language.tsx'
import { moneyShown } from './shown.ts'

/** The postings of an entry, each account with what it got or gave. */
export function Postings({ entry }: { entry: BookEntryView }) {
  const t = useTexts().money.book.accounts
  return (
    <ul className="posting-list num">
      {entry.postings.map(({ account, amount }) => (
        <li key={account}>
          <span>{t[account]}</span>
          <span className={amount.startsWith('-') ? 'posting-out' : undefined}>{amount.startsWith('-') ? '' : '+'}{moneyShown(amount)}</span>
        </li>
      ))}
    </ul>
  )
}

import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { whileFirstIsOpen } from '../../../tests/support/race.ts'
import { countOf, openWorld } from '../../../tests/support/world.ts'
import type { World } from '../../../tests/support/world.ts'
import { bookEntry, moved } from './index.ts'
import type { Entry } from './index.ts'

const receipt = (w: World, over: Partial<Entry> = {}): Entry => ({
  kind: 'receipt', key: 'payment:1', postings: moved(100, { from: 'orders', to: 'alipay' }), at: w.deps.now(), ...over,
})

/** What the database says to raw statements, run one after the other in one transaction. */
async function refusalOf(w: World, ...statements: string[]): Promise<string> {
  try {
    await w.inTx(async (tx) => {
      for (const statement of statements) await sql.raw(statement).execute(tx)
    })
    return 'written'
  } catch (fault) {
    return fault instanceof Error ? fault.message : String(fault)
  }
}

const entry = `insert into book.entries (kind, business_key, at) values ('correction', 'x', '2026-11-20')`
const posting = (account: string, fen: number, key = 'x') =>
  `insert into book.postings select id, '${account}', ${fen} from book.entries where business_key = '${key}'`

describe('the database refuses', () => {
  test.each([
    ['postings that do not sum to nothing', [entry, posting('alipay', 100), posting('orders', -99)], 'is not balanced: 2 postings sum to 1'],
    ['a single posting', [entry, posting('alipay', 100)], 'is not balanced: 1 postings sum to 100'],
    ['an entry without postings', [entry], 'is not balanced: 0 postings'],
    ['a posting of nothing', [entry, posting('alipay', 0)], 'violates check constraint'],
    ['an account that there is not', [entry, posting('pocket', 1)], 'violates foreign key'],
    ['one account twice in an entry', [entry, posting('alipay', 1), posting('alipay', -1)], 'duplicate key'],
    ['the balance looked at too early', [
      entry, posting('alipay', 5), posting('orders', -5), 'set constraints all immediate', posting('fees', 1),
    ], 'is not balanced: 3 postings sum to 1'],
  ])('%s', async (_, statements, said) => {
    await using w = await openWorld()
    expect(await refusalOf(w, ...statements)).toContain(said)
    expect(await countOf(w, 'book.entries')).toBe(0)
  })

  test('every change of what is written, and postings that come later', async () => {
    await using w = await openWorld()
    await w.inTx((tx) => bookEntry(tx, receipt(w)))
    for (const statement of [
      'update book.postings set amount_fen = amount_fen * 2', 'update book.entries set order_id = 7',
      'delete from book.postings', 'delete from book.entries', 'truncate book.postings', 'truncate book.entries cascade',
      'truncate book.accounts cascade', `update book.accounts set kind = 'spent'`,
      'insert into book.entries (id, kind, business_key, at) overriding system value ' +
        `select id, kind, business_key, at from book.entries on conflict (id) do update set note = 'other'`,
    ]) expect(await refusalOf(w, statement), statement).toContain('only ever added to')
    expect(await refusalOf(w, posting('fees', 5, 'payment:1'), posting('suspense', -5, 'payment:1')))
      .toContain('is closed: postings belong to the transaction')
    const rows = await w.db.selectFrom('book.postings').select(['account', 'amount_fen']).orderBy('account').execute()
    expect(rows).toEqual([{ account: 'alipay', amount_fen: 100 }, { account: 'orders', amount_fen: -100 }])
  })
})

describe('booking', () => {
  test('a key is booked once, also when two try at once', async () => {
    await using w = await openWorld()
    const race = await whileFirstIsOpen(w, (tx) => bookEntry(tx, receipt(w)), () =>
      w.inTx((tx) => bookEntry(tx, receipt(w))))
    expect([race.rivalWaited, race.first, race.rival]).toEqual([
      true, { status: 'fulfilled', value: true }, { status: 'fulfilled', value: false },
    ])
    expect([await countOf(w, 'book.entries'), await countOf(w, 'book.postings')]).toEqual([1, 2])
  })

  test('what is rolled back was never booked', async () => {
    await using w = await openWorld()
    await expect(w.inTx(async (tx) => {
      await bookEntry(tx, receipt(w))
      throw new Error('the rest failed')
    })).rejects.toThrow('the rest failed')
    expect(await w.inTx((tx) => bookEntry(tx, receipt(w)))).toBe(true)
  })

  test('inside a savepoint too', async () => {
    await using w = await openWorld()
    await w.inTx(async (tx) => {
      await sql`savepoint one`.execute(tx)
      await bookEntry(tx, receipt(w))
      await sql`release savepoint one`.execute(tx)
    })
    expect(await countOf(w, 'book.postings')).toBe(2)
  })
})

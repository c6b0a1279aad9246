import HolderOutlined from '@ant-design/icons/HolderOutlined'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useState } from 'react'
import type { Ordered } from '@hearth/client/console-api-content'
import { api } from '../../shared/api.ts'
import { useTexts } from '../../shared/language.tsx'
import { moved } from '../../shared/order/moved.ts'
import { OrderButtons } from '../../shared/order/order-buttons.tsx'
import { useDragOrder } from '../../shared/order/use-drag-order.ts'
import { ActionFault } from '../../shared/states.tsx'
import '../../shared/order/order.css'
import './content.css'

type OrderedProps<Row> = {
  what: Ordered
  /** What the list is, as it is read out. */
  label: string
  rows: Row[]
  nameOf: (row: Row) => string
  children: (row: Row) => ReactNode
}

/** Rows in an order that is changed by dragging and by buttons; each change is saved at once. */
export function OrderedList<Row extends { id: number }>({ what, label, rows, nameOf, children }: OrderedProps<Row>) {
  const { content: t, order: words } = useTexts()
  const [said, setSaid] = useState('')
  const { shown, save } = useOrder(what, rows)
  function move(from: number, to: number): void {
    const row = shown[from]
    if (!row || !(to in shown)) return
    setSaid(t.moved(nameOf(row), to + 1))
    save.mutate(moved(shown, from, to).map(({ id }) => id))
  }
  const drag = useDragOrder(move)
  return (
    <>
      <ActionFault error={save.error} />
      <ol className="ordered" aria-label={label}>
        {shown.map((row, at) => (
          <li key={row.id} className="ordered-row" {...drag.place(at)}>
            <span className="order-grip" title={words.grip} {...drag.grip(at)}><HolderOutlined aria-hidden /></span>
            {children(row)}
            <OrderButtons at={at} count={shown.length} name={nameOf(row)} onMove={move} />
          </li>
        ))}
      </ol>
      <p className="unseen" role="status">{said}</p>
    </>
  )
}

/** The order as it was put last, until the server has said it back; a refused one is taken back. */
function useOrder<Row extends { id: number }>(what: Ordered, rows: Row[]) {
  const client = useQueryClient()
  const [wanted, setWanted] = useState<number[] | null>(null)
  const save = useMutation({
    mutationFn: (ids: number[]) => api.reorder(what, ids),
    onMutate: setWanted,
    onSettled: async (_answer, _error, ids) => {
      await client.invalidateQueries({ queryKey: ['content'] })
      setWanted((now) => (now === ids ? null : now))
    },
    scope: { id: `reorder ${what}` },
  })
  return { shown: wanted === null ? rows : inOrder(rows, wanted), save }
}

/** The rows in the order of the ids; what is not among them stands behind. */
function inOrder<Row extends { id: number }>(rows: Row[], ids: readonly number[]): Row[] {
  const place = (row: Row) => (ids.includes(row.id) ? ids.indexOf(row.id) : ids.length)
  return rows.toSorted((a, b) => place(a) - place(b))
}

import { useTexts } from '../../shared/language.tsx'
import { useNarrow } from '../../shared/use-media.ts'

/** Above a list with an order of its own: how many there are, and how the order is changed. */
export function OrderLead({ total }: { total: number }) {
  const { list, content: t } = useTexts()
  const narrow = useNarrow()
  return <p className="hint content-lead"><span>{list.total(total)}</span> {narrow ? t.orderByButtons : t.order}</p>
}

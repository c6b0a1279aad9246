import { keepPreviousData, useQuery } from '@tanstack/react-query'
import Drawer from 'antd/es/drawer'
import Pagination from 'antd/es/pagination'
import { useState } from 'react'
import type { ConsoleSku } from '@hearth/contracts/catalog-admin'
import { api } from '../../../shared/api.ts'
import { useTexts } from '../../../shared/language.tsx'
import { moneyShown, timeShown } from '../../../shared/shown.ts'
import { LoadFault, LoadingBlock, Nothing } from '../../../shared/states.tsx'

const PAGE_SIZE = 20

/** Every price that a SKU had, the newest first. */
export function PriceDrawer({ sku, onClose }: { sku: ConsoleSku; onClose: () => void }) {
  const texts = useTexts()
  const t = texts.products.history
  const [page, setPage] = useState(1)
  const ask = { sku_id: sku.id, page, page_size: PAGE_SIZE }
  const found = useQuery({
    queryKey: ['products', 'prices', ask], queryFn: () => api.priceHistory(sku.product_id, ask),
    placeholderData: keepPreviousData, staleTime: 0,
  })
  const rows = found.data?.rows ?? []
  return (
    <Drawer open onClose={onClose} size={520} title={t.pricesOf(sku.name)} closable={{ 'aria-label': texts.dialog.close }}
      styles={{ wrapper: { maxWidth: '100vw' } }}>
      {found.isError && <LoadFault error={found.error} retry={() => void found.refetch()} />}
      {found.isPending && <LoadingBlock rows={6} />}
      {found.data && rows.length === 0 && <Nothing title={t.noPrices} />}
      {rows.length > 0 && (
        <table className="plain-table num">
          <thead>
            <tr><th scope="col">{t.at}</th><th scope="col">{t.was}</th><th scope="col">{t.now}</th><th scope="col">{t.who}</th></tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">{timeShown(row.changed_at)}</th>
                <td>{row.old_price === null ? t.first : moneyShown(row.old_price)}</td>
                <td>{moneyShown(row.new_price)}</td>
                <td>{row.changed_by_name || t.system}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {(found.data?.total ?? 0) > PAGE_SIZE && (
        <Pagination simple current={page} pageSize={PAGE_SIZE} total={found.data?.total ?? 0} onChange={setPage}
          showSizeChanger={false} />
      )}
    </Drawer>
  )
}

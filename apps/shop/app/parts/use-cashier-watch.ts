import { useCallback } from 'react'
import { readCashier } from '@hearth/client/api/payments'
import type { CashierView } from '@hearth/client/api/payments'
import { browserHttp } from '@hearth/client/http'
import { cashierMark } from '@hearth/client/view/cashier'
import { useRevalidator } from 'react-router'
import { useAskAgain, useFreshOnReturn } from './use-ask-again.ts'
import { useShop } from './use-shop.ts'

type Watch = {
  isOn: boolean
  /** May go elsewhere and say so; otherwise the page is read anew. */
  onChange: (fresh: CashierView) => boolean
}

/** Keeps a page true to what it shows of an order's money. */
export function useCashierWatch(shown: CashierView, { isOn, onChange }: Watch): void {
  const { language } = useShop()
  const { revalidate } = useRevalidator()
  const ask = useCallback(async () => {
    const fresh = await readCashier(browserHttp(() => language), shown.order_number)
    if (cashierMark(fresh) !== cashierMark(shown) && !onChange(fresh)) await revalidate()
  }, [shown, language, onChange, revalidate])
  useAskAgain(isOn, ask)
  useFreshOnReturn(revalidate)
}

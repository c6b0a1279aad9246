import { useCallback } from 'react'
import { readCashier } from '@hearth/client/api/payments'
import type { CashierView } from '@hearth/client/api/payments'
import { browserHttp } from '@hearth/client/http'
import { cashierMark } from '@hearth/client/view/cashier'
import { useRevalidator } from 'react-router'
import { useAskAgain, useFreshOnReturn } from './use-ask-again.ts'
import { useShop } from './use-shop.ts'

/** Keeps a page true to what it shows of an order's money; `onChange` may go elsewhere, otherwise the page is read anew. */
export function useCashierWatch(shown: CashierView | null, isOn: boolean, onChange?: (fresh: CashierView) => boolean): void {
  const { language } = useShop()
  const { revalidate } = useRevalidator()
  const ask = useCallback(async () => {
    if (!shown) return
    const fresh = await readCashier(browserHttp(() => language), shown.order_number)
    if (cashierMark(fresh) !== cashierMark(shown) && !onChange?.(fresh)) await revalidate()
  }, [shown, language, onChange, revalidate])
  useAskAgain(isOn && shown !== null, ask)
  useFreshOnReturn(revalidate)
}

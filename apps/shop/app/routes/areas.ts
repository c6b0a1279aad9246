import { listAreas } from '@hearth/client/api/addresses'
import type { AreaView } from '@hearth/client/api/addresses'
import { wholeNumber } from '@hearth/client/view/pages'
import type { Route } from './+types/areas'
import { shopContext } from '../shop-context.ts'

/** What lies in an area, for the next choice of an address form. */
export async function loader({ context, url }: Route.LoaderArgs): Promise<{ areas: AreaView[] }> {
  const parent = wholeNumber(url.searchParams.get('parent'), 0)
  const areas = await listAreas(context.get(shopContext).http, parent > 0 ? parent : null).catch(() => [])
  return { areas }
}

import { activateUnit, askRepair, listRepairs, readUnitByCode } from '@hearth/client/api/units'
import { ApiRefusal } from '@hearth/client/http'
import { unitsTexts } from '@hearth/client/texts/shop-units'
import { signInPath } from '@hearth/client/view/own-path'
import { data, redirect } from 'react-router'
import type { Route } from './+types/scan'
import { MachinePassport } from '../pages/scan-passport.tsx'
import { RepairBlock, Repairs } from '../pages/scan-repairs.tsx'
import { UnknownMachine } from '../pages/scan-unknown.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { useTexts } from '../parts/use-shop.ts'
import { leaving, refusedForm, textOf } from '../server/refusals.ts'
import { shopContext } from '../shop-context.ts'

/** An unknown code and a wrong signature are one and the same page, with the same status. */
export async function loader({ context, params, url }: Route.LoaderArgs) {
  const shop = context.get(shopContext)
  const back = `/q/${params.code}${url.searchParams.has('s') ? `?s=${encodeURIComponent(url.searchParams.get('s') ?? '')}` : ''}`
  const unit = await readUnitByCode(shop.http, params.code, url.searchParams.get('s')).catch((error: unknown) => {
    if (error instanceof ApiRefusal && [400, 404].includes(error.status)) return null
    throw leaving(error, url)
  })
  if (unit === null) return data({ found: null }, { status: 404 })
  const mayFollow = shop.mayBeSignedIn && (unit.is_mine || unit.unit !== null)
  const repairs = mayFollow ? await listRepairs(shop.http, unit.qrcode_id).catch(() => []) : []
  const found = { unit, repairs, back, isSignedIn: shop.mayBeSignedIn, onceKey: crypto.randomUUID() }
  return { found }
}

/** `intent`: activate the machine for oneself, or ask for its repair. */
export async function action({ context, params, request, url }: Route.ActionArgs) {
  const shop = context.get(shopContext)
  const form = await request.formData()
  const back = `/q/${params.code}${url.search}`
  if (!shop.mayBeSignedIn) throw redirect(signInPath(back))
  try {
    if (form.get('intent') === 'activate') await activateUnit(shop.http, params.code)
    else await askRepair(shop.http, { qrcode_id: params.code, reason: textOf(form, 'reason') }, textOf(form, 'once_key'))
  } catch (error) {
    return refusedForm(error, shop, back)
  }
  return redirect(back)
}

export default function ScanPage({ loaderData, actionData }: Route.ComponentProps) {
  const texts = useTexts(unitsTexts)
  const { found } = loaderData
  if (found === null) return <UnknownMachine />
  const { unit, repairs, onceKey } = found
  const refused = actionData?.refused
  const told = refused && !refused.errors.reason ? refused.message : null
  return (
    <div className="page max-md:px-0">
      <PageHead title={`${unit.product_type.name} ${unit.qrcode_id}`} path={`/q/${unit.qrcode_id}`} isPrivate />
      <div className="mx-auto max-w-3xl md:pt-8">
        <MachinePassport unit={unit} isSignedIn={found.isSignedIn} back={found.back} refused={told} />
        <div className="max-md:px-4">
          {unit.is_mine ? (
            <RepairBlock
              key={onceKey} unit={unit} repairs={repairs} onceKey={onceKey} errors={refused?.errors.reason}
            />
          ) : null}
          {repairs.length > 0 ? <Repairs repairs={repairs} /> : null}
          {!unit.is_mine && unit.is_activated ? <div className="mt-5"><Notice kind="care">{texts.notMine}</Notice></div> : null}
        </div>
      </div>
    </div>
  )
}

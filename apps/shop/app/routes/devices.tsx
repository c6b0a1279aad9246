import { listMyUnits, readUnitByCode } from '@hearth/client/api/units'
import type { UnitView } from '@hearth/client/api/units'
import { unitsTexts } from '@hearth/client/texts/shop-units'
import { dayText } from '@hearth/client/view/dates'
import { wholeNumber } from '@hearth/client/view/pages'
import { groupedCode, pathOfScanUrl } from '@hearth/client/view/scan'
import { Link } from 'react-router'
import type { Route } from './+types/devices'
import { Empty } from '../parts/empty.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Pager } from '../parts/pager.tsx'
import { Picture } from '../parts/picture.tsx'
import { useTexts } from '../parts/use-shop.ts'
import { WarrantyBar } from '../parts/warranty-bar.tsx'
import { needsSession, orLeave } from '../server/refusals.ts'
import { shopContext } from '../shop-context.ts'

type Machine = { unit: UnitView; image: string }

export async function loader({ context, url }: Route.LoaderArgs) {
  const shop = context.get(shopContext)
  needsSession(shop, url)
  const { data, pagination } = await orLeave(listMyUnits(shop.http, wholeNumber(url.searchParams.get('page'), 1)), url)
  const machines: Machine[] = await Promise.all(data.map(async (unit) => {
    const seen = await readUnitByCode(shop.http, unit.qrcode_id, null).catch(() => null)
    return { unit, image: seen?.image_url ?? '' }
  }))
  return { machines, pagination }
}

export default function DevicesPage({ loaderData: { machines, pagination } }: Route.ComponentProps) {
  const texts = useTexts(unitsTexts)
  return (
    <div className="page pt-6 md:pt-10">
      <PageHead title={texts.devicesTitle} path="/me/devices" isPrivate />
      {machines.length === 0 ? (
        <Empty title={texts.devicesEmpty} text={texts.devicesEmptyText} asHeading>
          <Link to="/warranty" className="btn btn-primary">{texts.addOne}</Link>
        </Empty>
      ) : (
        <>
          <div className="flex flex-wrap items-end justify-between gap-4">
            <div>
              <h1 className="text-xl md:text-2xl">{texts.devicesTitle}</h1>
              <p className="num mt-1 text-muted">{texts.devicesText} {texts.devicesCount(pagination.count)}</p>
            </div>
            <Link to="/warranty" className="btn btn-line">{texts.addOne}</Link>
          </div>
          <ul className="mt-8 grid gap-5 lg:grid-cols-2">{machines.map((machine) => <li key={machine.unit.id}><MachineCard {...machine} /></li>)}</ul>
          <Pager page={pagination.page} totalPages={pagination.total_pages} />
        </>
      )}
    </div>
  )
}

/** One machine: what it is, its warranty, and the two things its owner most likely wants. */
function MachineCard({ unit, image }: Machine) {
  const texts = useTexts(unitsTexts)
  const path = pathOfScanUrl(unit.scan_url, unit.qrcode_id)
  const isInRepair = unit.status === 'in_repair'
  return (
    <article className="flex h-full flex-col gap-4 rounded-card border border-line p-4 sm:flex-row md:gap-6 md:p-5">
      <div className="arch w-28 shrink-0 self-start max-sm:mx-auto md:w-36"><Picture src={image} alt="" sizes="144px" className="aspect-[5/6] w-full" /></div>
      <div className="flex min-w-0 flex-1 flex-col">
        <div className="flex items-start justify-between gap-3">
          <h2 className="text-base md:text-lg"><Link to={path} className="-my-3 block py-3 hover:text-ember">{unit.product_type.name}</Link></h2>
          <span className={`tag ${isInRepair ? 'tag-amber' : 'tag-teal'}`}>{texts.status[unit.status]}</span>
        </div>
        <p className="num mt-1 text-sm text-muted">{groupedCode(unit.qrcode_id)}{unit.activated_at ? ` · ${texts.activatedOn(dayText(unit.activated_at))}` : ''}</p>
        <div className="mt-4"><WarrantyBar unit={unit} /></div>
        <p className="mt-auto flex flex-wrap gap-2 pt-5">
          <Link to={`${path}#repair`} className={`btn ${isInRepair ? 'btn-teal' : 'btn-soft'}`}>{isInRepair ? texts.followRepair : texts.askRepair}</Link>
          {unit.order_number ? <Link to={`/orders/${unit.order_number}`} className="btn btn-line">{texts.seeOrder}</Link> : <Link to={path} className="btn btn-line">{texts.seeWarranty}</Link>}
        </p>
      </div>
    </article>
  )
}

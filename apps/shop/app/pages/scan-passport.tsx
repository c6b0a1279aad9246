import type { UnitByCodeView } from '@hearth/client/api/units'
import { shopTexts } from '@hearth/client/texts/shop'
import { unitsTexts } from '@hearth/client/texts/shop-units'
import { signInPath } from '@hearth/client/view/own-path'
import { groupedCode } from '@hearth/client/view/scan'
import { yearsAndMonths } from '@hearth/client/view/warranty'
import { Form, Link } from 'react-router'
import { Icon } from '../parts/icons.tsx'
import { Notice } from '../parts/notice.tsx'
import { Picture } from '../parts/picture.tsx'
import { Submit } from '../parts/submit.tsx'
import { useTexts } from '../parts/use-shop.ts'
import { WarrantyBar } from '../parts/warranty-bar.tsx'

type Props = { unit: UnitByCodeView; isSignedIn: boolean; back: string; refused: string | null }

/** The machine's passport: genuine or not → what it is → its state → the one thing to do. */
export function MachinePassport({ unit, isSignedIn, back, refused }: Props) {
  const texts = useTexts(unitsTexts)
  const isGenuine = unit.proof === 'signed'
  return (
    <section className="overflow-hidden border-line md:rounded-card md:border md:shadow-soft">
      <div className={`flex items-start gap-4 px-5 py-4 md:px-8 md:py-5 ${isGenuine ? 'bg-teal text-white' : 'bg-[#fdf3e3] text-[#8a4207]'}`}>
        <Icon name={isGenuine ? 'shield' : 'shield-ask'} size={36} />
        <div>
          <p className="text-lg font-semibold">{isGenuine ? texts.genuine : texts.unsigned}</p>
          <p className="text-sm">{isGenuine ? texts.genuineText : texts.unsignedText}</p>
        </div>
      </div>
      <div className="grid gap-5 p-5 md:grid-cols-[220px_minmax(0,1fr)] md:gap-8 md:p-8">
        <div className="flex items-center gap-4 md:block">
          <div className="arch w-24 shrink-0 md:w-full"><Picture src={unit.image_url} alt={unit.product_type.name} sizes="(min-width: 768px) 220px, 96px" className="aspect-[5/6] w-full" /></div>
          <Name unit={unit} className="md:hidden" isHeading={false} />
        </div>
        <div className="min-w-0 space-y-5">
          <Name unit={unit} className="max-md:sr-only" isHeading />
          <div className="rounded-control bg-wash p-4">
            <p className="mb-3 flex flex-wrap justify-between gap-x-4 text-sm"><span className="text-muted">{texts.stateTitle}</span><b className="font-semibold">{texts.status[unit.status]}{unit.is_mine ? ` · ${texts.mine}` : ''}</b></p>
            <WarrantyBar unit={unit} />
          </div>
          {refused ? <Notice kind="error">{refused}</Notice> : null}
          <TheOneThing unit={unit} isSignedIn={isSignedIn} back={back} />
        </div>
      </div>
    </section>
  )
}

function Name({ unit, className, isHeading }: { unit: UnitByCodeView; className: string; isHeading: boolean }) {
  const texts = useTexts(unitsTexts)
  const Title = isHeading ? 'h1' : 'p'
  return (
    <div className={`min-w-0 ${className}`} aria-hidden={isHeading ? undefined : true}>
      <Title className="text-lg leading-snug font-semibold md:text-xl">{unit.product_type.name}</Title>
      <p className="num mt-1 text-sm text-muted">{texts.model} {unit.product_type.model}</p>
      <p className="num text-sm text-muted">{texts.code} {groupedCode(unit.qrcode_id)}</p>
    </div>
  )
}

function TheOneThing({ unit, isSignedIn, back }: { unit: UnitByCodeView; isSignedIn: boolean; back: string }) {
  const texts = useTexts(unitsTexts)
  const { warrantyTag } = useTexts(shopTexts)
  const { years, months } = yearsAndMonths(unit.product_type.warranty_months)
  if (unit.can_be_activated) {
    return (
      <div>
        <p className="text-sm text-muted">{isSignedIn ? texts.activateText(warrantyTag(years, months)) : texts.activateSignInText}</p>
        {isSignedIn ? (
          <Form method="post" className="mt-3"><Submit name="intent" value="activate" busy={texts.activating} className="btn btn-teal btn-big w-full">{texts.activate}</Submit></Form>
        ) : <Link to={signInPath(back)} className="btn btn-teal btn-big mt-3 w-full">{texts.signInToActivate}</Link>}
      </div>
    )
  }
  if (unit.status === 'created') return <p className="text-sm text-muted">{texts.notShippedText}</p>
  if (unit.is_mine) return <a href="#repair" className="btn btn-soft btn-big w-full"><Icon name="wrench" size={20} />{unit.status === 'in_repair' ? texts.followRepair : texts.askRepair}</a>
  return (
    <div className="flex flex-wrap gap-3">
      {isSignedIn ? null : <Link to={signInPath(back)} className="btn btn-line flex-1">{texts.signInAsOwner}</Link>}
      {unit.sku_id ? <Link to={`/goods/${unit.sku_id}`} className="btn btn-soft flex-1">{texts.buySame}</Link> : null}
    </div>
  )
}

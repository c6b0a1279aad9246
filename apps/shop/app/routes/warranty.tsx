import { unitsTexts } from '@hearth/client/texts/shop-units'
import { scanPath } from '@hearth/client/view/scan'
import { Form, data, redirect } from 'react-router'
import type { Route } from './+types/warranty'
import { Icon } from '../parts/icons.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { useTexts } from '../parts/use-shop.ts'

/** A code leads straight to its machine; anything else comes back with a word about it. */
export function loader({ url }: Route.LoaderArgs) {
  const typed = url.searchParams.get('code')
  if (typed === null || typed.trim() === '') return { typed: '', isBad: false }
  const path = scanPath(typed)
  if (path !== null) throw redirect(path)
  return data({ typed: typed.slice(0, 300), isBad: true }, { status: 400 })
}

export default function WarrantyPage({ loaderData: { typed, isBad } }: Route.ComponentProps) {
  const texts = useTexts(unitsTexts)
  return (
    <div className="page pt-8 md:pt-16">
      <PageHead title={texts.warrantyPage} description={texts.warrantyPageText} path="/warranty" />
      <div className="mx-auto grid max-w-5xl gap-10 md:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] md:gap-16">
        <div>
          <span className="inline-flex h-20 w-16 items-center justify-center rounded-t-full rounded-b-card bg-teal-wash text-teal"><Icon name="shield" size={36} /></span>
          <h1 className="mt-6 text-xl md:text-2xl">{texts.warrantyPage}</h1>
          <p className="mt-3 text-muted">{texts.warrantyPageText}</p>
          <Form method="get" className="mt-8">
            <label htmlFor="code" className="text-sm font-semibold">{texts.code}</label>
            <div className="mt-2 flex gap-2 max-sm:flex-col">
              <input
                id="code" name="code" required maxLength={300} defaultValue={typed} autoComplete="off" autoCapitalize="characters" spellCheck={false}
                aria-invalid={isBad || undefined} aria-describedby="code-told" className="input num min-h-[52px] min-w-0 flex-1"
              />
              <button type="submit" className="btn btn-teal btn-big">{texts.lookUp}</button>
            </div>
            <p id="code-told" className={`mt-2 text-sm ${isBad ? 'text-red' : 'text-muted'}`} role={isBad ? 'alert' : undefined}>{isBad ? texts.badCode : texts.codeHint}</p>
          </Form>
        </div>
        <section aria-labelledby="where" className="rounded-card bg-wash p-6 md:p-8">
          <h2 id="where" className="text-base">{texts.where}</h2>
          <ul className="mt-4 space-y-3 text-sm text-[#3a4149]">
            {texts.whereItems.map((item) => <li key={item} className="flex gap-3"><span className="mt-0.5 text-teal"><Icon name="code" size={18} /></span>{item}</li>)}
          </ul>
        </section>
      </div>
    </div>
  )
}

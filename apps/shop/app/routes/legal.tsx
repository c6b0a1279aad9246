import { legalTexts } from '@hearth/client/texts/shop-legal'
import type { LoaderFunctionArgs } from 'react-router'
import { Narrow } from '../parts/narrow.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { shopContext } from '../shop-context.ts'

/** The texts come with the page: no other page's scripts carry them. */
export function loader({ context, request }: LoaderFunctionArgs) {
  const { language } = context.get(shopContext)
  const name = new URL(request.url).pathname.startsWith('/privacy') ? 'privacy' : 'terms'
  return { name, ...legalTexts[language][name] }
}

export default function LegalPage({ loaderData }: { loaderData: ReturnType<typeof loader> }) {
  const { name, title, lead, since, parts } = loaderData
  return (
    <div className="page pt-6 md:pt-10">
      <PageHead title={title} description={lead} path={`/${name}`} />
      <Narrow title={title} text={lead}>
        <p className="num mt-2 text-sm text-muted">{since}</p>
        <div className="legal">
          {parts.map(([heading, ...lines]) => (
            <section key={heading}>
              <h2>{heading}</h2>
              {lines.map((line) => <p key={line}>{line}</p>)}
            </section>
          ))}
        </div>
      </Narrow>
    </div>
  )
}

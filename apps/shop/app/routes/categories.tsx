import { listCategories } from '@hearth/client/api/catalog'
import { listTexts } from '@hearth/client/texts/shop-list'
import { categoryTree } from '@hearth/client/view/category-tree'
import type { TreeNode } from '@hearth/client/view/category-tree'
import { Link } from 'react-router'
import type { Route } from './+types/categories'
import { Empty } from '../parts/empty.tsx'
import { Icon } from '../parts/icons.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Picture } from '../parts/picture.tsx'
import { useTexts } from '../parts/use-shop.ts'
import { orLeave } from '../server/refusals.ts'
import { shopContext } from '../shop-context.ts'

export async function loader({ context, url }: Route.LoaderArgs) {
  const { http } = context.get(shopContext)
  const [majors, minors] = await orLeave(Promise.all([listCategories(http, 'major'), listCategories(http, 'minor')]), url)
  return { tree: categoryTree(majors, minors) }
}

export default function CategoriesPage({ loaderData: { tree } }: Route.ComponentProps) {
  const texts = useTexts(listTexts)
  return (
    <div className="page pt-6 md:pt-10">
      <PageHead title={texts.categoriesTitle} path="/categories" />
      <h1 className="text-xl md:text-2xl">{texts.categoriesTitle}</h1>
      <p className="mt-2 text-muted">{texts.categoriesText}</p>
      {tree.length === 0 ? <Empty title={texts.nothingYet} text={texts.emptyText} /> : (
        <div className="mt-6 gap-12 md:mt-10 lg:grid lg:grid-cols-[180px_1fr]">
          <nav aria-label={texts.categoriesTitle} className="sticky top-14 z-20 -mx-4 bg-paper px-4 md:top-[72px] md:mx-0 md:px-0 lg:top-28 lg:self-start">
            <ul className="strip gap-1 py-1 lg:block">
              {tree.map((major) => (
                <li key={major.id}><a href={`#c-${major.id}`} className="tap rounded-control px-3 whitespace-nowrap hover:bg-wash hover:text-ember lg:flex lg:-ml-3">{major.name}</a></li>
              ))}
            </ul>
          </nav>
          <div className="min-w-0 divide-y divide-line">{tree.map((major) => <Major key={major.id} major={major} />)}</div>
        </div>
      )}
    </div>
  )
}

function Major({ major }: { major: TreeNode }) {
  return (
    <section id={`c-${major.id}`} aria-labelledby={`h-${major.id}`} className="scroll-mt-28 py-8 first:pt-4 md:py-10">
      <h2 id={`h-${major.id}`} className="text-lg">
        <Link to={`/c/${major.id}`} className="tap gap-4 hover:text-ember">
          {major.logo ? <span className="w-14 overflow-hidden rounded-full"><Picture src={major.logo} alt="" sizes="56px" className="aspect-square w-full" /></span> : null}
          {major.name}<Icon name="right" size={18} />
        </Link>
      </h2>
      <div className="mt-4 flex flex-wrap gap-x-12 gap-y-6">
        {major.children.map((minor) => (
          <div key={minor.id} className="max-md:w-full">
            <h3 className="text-base"><Link to={`/c/${minor.id}`} className="tap hover:text-ember">{minor.name}</Link></h3>
            <ul className="grid grid-cols-4 gap-x-3 gap-y-4 md:flex md:flex-wrap md:gap-4">
              {minor.children.map((item) => <li key={item.id}><Tile node={item} /></li>)}
            </ul>
          </div>
        ))}
      </div>
    </section>
  )
}

function Tile({ node }: { node: TreeNode }) {
  return (
    <Link to={`/c/${node.id}`} className="group block text-center md:w-28">
      <span className="block overflow-hidden rounded-full bg-wash">
        <Picture src={node.logo} alt="" sizes="(min-width: 768px) 112px, 30vw" className="moves aspect-square w-full group-hover:scale-105" />
      </span>
      <span className="mt-2 block pb-1 text-xs leading-snug group-hover:text-ember md:text-sm">{node.name}</span>
    </Link>
  )
}

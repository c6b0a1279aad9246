import ArrowLeftOutlined from '@ant-design/icons/ArrowLeftOutlined'
import { useQuery } from '@tanstack/react-query'
import { Link, useLocation, useParams } from 'react-router'
import { api } from '../../../shared/api.ts'
import { isMissing } from '../../../shared/fault-words.ts'
import { useTexts } from '../../../shared/language.tsx'
import { idOf } from '../../../shared/list/use-list-url.ts'
import { LoadFault, LoadingBlock, Nothing } from '../../../shared/states.tsx'
import { usePageTitle } from '../../../shared/use-page-title.ts'
import { NewProduct } from './new-product.tsx'
import { ProductEditor } from './product-editor.tsx'
import '../catalog.css'
import './editor.css'

/** One product, for real work; `new` makes one. Administrators only. */
export function ProductPage() {
  const t = useTexts().editor
  const { id: word } = useParams()
  const list = useListPath()
  return (
    <div className="editor-page">
      <Link to={list} className="back"><ArrowLeftOutlined aria-hidden /> {t.back}</Link>
      {word === 'new' ? <NewProduct /> : <Existing key={word} id={idOf(word) ?? 0} list={list} />}
    </div>
  )
}

/** The list as it was left. */
function useListPath(): string {
  const state: unknown = useLocation().state
  return typeof state === 'object' && state !== null && 'from' in state ? `/products${String(state.from)}` : '/products'
}

/** Read once and never behind the back of who is typing: what others save comes when he saves. */
function Existing({ id, list }: { id: number; list: string }) {
  const t = useTexts().editor
  const found = useQuery({
    queryKey: ['product-editor', id], gcTime: 0, staleTime: Infinity, refetchOnWindowFocus: false, refetchOnReconnect: false,
    queryFn: async () => {
      const [product, skus] = await Promise.all([api.product(id), api.skus(id)])
      return { product, skus }
    },
  })
  if (found.isError) {
    return isMissing(found.error) ? <Missing /> : <LoadFault error={found.error} retry={() => void found.refetch()} />
  }
  if (!found.data) return <><h1 className="unseen">{t.parts.basics}</h1><LoadingBlock rows={14} /></>
  return <ProductEditor read={found.data} list={list} />
}

function Missing() {
  const t = useTexts().editor
  usePageTitle(t.missing)
  return <div className="missing"><h1>{t.missing}</h1><Nothing title={t.missing}><Link to="/products">{t.back}</Link></Nothing></div>
}

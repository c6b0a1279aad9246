import DownOutlined from '@ant-design/icons/DownOutlined'
import HolderOutlined from '@ant-design/icons/HolderOutlined'
import RightOutlined from '@ant-design/icons/RightOutlined'
import Button from 'antd/es/button'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useTexts } from '../../../shared/language.tsx'
import { OrderButtons } from '../../../shared/order/order-buttons.tsx'
import { useDragOrder } from '../../../shared/order/use-drag-order.ts'
import { Thumb } from '../../../shared/pictures/thumb.tsx'
import type { CategoryNode } from '../category-tree.ts'

export type RowActs = {
  onMove: (brothers: CategoryNode[], from: number, to: number) => void
  onAdd: (under: CategoryNode) => void
  onEdit: (category: CategoryNode) => void
  onRemove: (category: CategoryNode) => void
  folded: ReadonlySet<number>
  onFold: (id: number, folded: boolean) => void
  busy: boolean
}

/** Brothers in their order, each with what lies below it. */
export function CategoryRows({ nodes, acts }: { nodes: CategoryNode[]; acts: RowActs }) {
  const move = (from: number, to: number) => { if (!acts.busy) acts.onMove(nodes, from, to) }
  const drag = useDragOrder(move)
  return (
    <ul className="category-rows">
      {nodes.map((node, at) => (
        <li key={node.id} {...drag.place(at)}>
          <CategoryRow node={node} acts={acts} grip={drag.grip(at)}
            order={<OrderButtons at={at} count={nodes.length} name={node.name} onMove={move} />} />
          {node.children.length > 0 && !acts.folded.has(node.id) && <CategoryRows nodes={node.children} acts={acts} />}
        </li>
      ))}
    </ul>
  )
}

type RowProps = {
  node: CategoryNode
  acts: RowActs
  grip: ReturnType<ReturnType<typeof useDragOrder>['grip']>
  order: ReactNode
}

function CategoryRow({ node, acts, grip, order }: RowProps) {
  const texts = useTexts()
  const t = texts.categories
  const isFolded = acts.folded.has(node.id)
  return (
    <div className={`category-row category-${node.level}`}>
      <span className="order-grip" title={texts.order.grip} {...grip}><HolderOutlined aria-hidden /></span>
      {node.children.length > 0 ? (
        <Button type="text" className="order-button" icon={isFolded ? <RightOutlined aria-hidden /> : <DownOutlined aria-hidden />}
          aria-expanded={!isFolded} aria-label={isFolded ? t.unfold(node.name) : t.fold(node.name)}
          onClick={() => acts.onFold(node.id, !isFolded)} />
      ) : <span className="category-leaf" />}
      <Thumb url={node.logo} size={32} />
      <span className="category-name">
        <strong>{node.name}</strong>
        <span className="hint">{t.levels[node.level]}{node.children.length > 0 && ` · ${t.children(node.children.length)}`}</span>
      </span>
      <span className="category-acts">
        {order}
        <Link to={`/products?category_id=${node.id}`} className="category-link">{t.products}</Link>
        {node.level !== 'item' && (
          <Button type="text" aria-label={t.addUnder(node.name)} onClick={() => acts.onAdd(node)}>
            {t.add}
          </Button>
        )}
        <Button type="text" aria-label={t.edit(node.name)} onClick={() => acts.onEdit(node)}>{t.editShort}</Button>
        <Button type="text" danger aria-label={t.remove(node.name)} onClick={() => acts.onRemove(node)}>{texts.brands.remove}</Button>
      </span>
    </div>
  )
}

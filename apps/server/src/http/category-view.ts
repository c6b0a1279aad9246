import type { CategoryView } from '@hearth/contracts/catalog'
import type { Files } from '../platform/files.ts'
import type { CategoryRow } from '../reads/categories.sql.ts'

/** a category with its direct children. */
export function categoryView({ logo, children, ...row }: CategoryRow, files: Files): CategoryView {
  return {
    ...row, logo: files.url(logo), children: children.map((child) => ({ ...child, logo: files.url(child.logo) })),
  }
}

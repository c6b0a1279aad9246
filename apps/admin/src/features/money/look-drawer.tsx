import Drawer from 'antd/es/drawer'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTexts } from '../../shared/language.tsx'
import { LoadFault, LoadingBlock } from '../../shared/states.tsx'

type LookProps<T> = {
  title: string
  open: boolean
  found: UseQueryResult<T>
  onClose: () => void
  children: (loaded: T) => ReactNode
}

/** The quick look at the right, with its loading and its fault. */
export function LookDrawer<T>({ title, open, found, onClose, children }: LookProps<T>) {
  const texts = useTexts()
  return (
    <Drawer open={open} onClose={onClose} size={560} destroyOnHidden title={title} closable={{ 'aria-label': texts.dialog.close }}
      styles={{ wrapper: { maxWidth: '100vw' } }}>
      <div className="look">
        {found.isError ? <LoadFault error={found.error} retry={() => void found.refetch()} />
          : found.data === undefined ? <LoadingBlock rows={10} /> : children(found.data)}
      </div>
    </Drawer>
  )
}

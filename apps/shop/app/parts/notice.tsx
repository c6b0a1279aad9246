import type { ReactNode } from 'react'
import { Icon } from './icons.tsx'
import type { IconName } from './icons.tsx'

const looks: Record<'error' | 'good' | 'care', { className: string; icon: IconName }> = {
  error: { className: 'bg-[#fdf0ee] text-red', icon: 'alert' },
  good: { className: 'bg-teal-wash text-teal', icon: 'check' },
  care: { className: 'bg-[#fdf3e3] text-[#8a4207]', icon: 'alert' },
}

/** A sentence about what just happened; read out when it appears. */
export function Notice({ kind, children }: { kind: keyof typeof looks; children: ReactNode }) {
  const look = looks[kind]
  return (
    <div role={kind === 'error' ? 'alert' : 'status'} className={`flex items-start gap-3 rounded-control px-4 py-3 text-sm font-medium ${look.className}`}>
      <Icon name={look.icon} size={20} />
      <div className="min-w-0 flex-1">{children}</div>
    </div>
  )
}

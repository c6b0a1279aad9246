import type { ReactNode } from 'react'

const drawings = {
  search: <path d="M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13Zm4.8-1.7L20.5 20.5" />,
  home: <path d="M4 20v-8a8 8 0 0 1 16 0v8h-5v-5a3 3 0 0 0-6 0v5Z" />,
  grid: <path d="M4.5 4.5h6v6h-6Zm9 0h6v6h-6Zm-9 9h6v6h-6Zm9 3a3 3 0 1 0 6 0 3 3 0 0 0-6 0Z" />,
  cart: <path d="M3 4h2.5l2.2 11h9.9L20 7.5H6.2M9.5 20.2a1 1 0 1 0 0-2 1 1 0 0 0 0 2Zm7 0a1 1 0 1 0 0-2 1 1 0 0 0 0 2Z" />,
  machine: <path d="M5.5 3.5h13v17h-13Zm0 4.5h13M8 5.7h3M12 18a3.7 3.7 0 1 0 0-7.4 3.7 3.7 0 0 0 0 7.4Z" />,
  person: <path d="M12 11.5a3.8 3.8 0 1 0 0-7.6 3.8 3.8 0 0 0 0 7.6Zm-7.5 9c.4-3.9 3.3-6 7.5-6s7.1 2.1 7.5 6" />,
  left: <path d="m14.5 5-7 7 7 7" />,
  right: <path d="m9.5 5 7 7-7 7" />,
  down: <path d="m5 9.5 7 7 7-7" />,
  check: <path d="m5 12.5 4.7 4.7L19.3 7" />,
  plus: <path d="M12 5v14M5 12h14" />,
  minus: <path d="M5 12h14" />,
  trash: <path d="M4.5 7h15M9.5 7V4.5h5V7M6.5 7l1 13h9l1-13M10.3 10.5v6m3.4-6v6" />,
  shield: <path d="M12 3.5 19 6v5.5c0 4.5-2.8 7.5-7 9-4.2-1.5-7-4.5-7-9V6Zm-3.3 8.3 2.4 2.4 4.3-4.6" />,
  shieldAsk: <path d="M12 3.5 19 6v5.5c0 4.5-2.8 7.5-7 9-4.2-1.5-7-4.5-7-9V6Zm-2 6.2c0-2.7 4-2.7 4-.2 0 1.7-2 1.6-2 3.3m0 2.4v.1" />,
  truck: <path d="M2.5 6h11v10.5h-11Zm11 3.5H18l3.5 3.5v3.5h-8ZM7 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4Zm10 0a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z" />,
  wrench: <path d="M20 7.2a4.7 4.7 0 0 1-6.5 5.4l-6.7 6.9a2 2 0 0 1-2.9-2.9l6.9-6.7A4.7 4.7 0 0 1 16.3 3.6L13.7 6.3l.6 3 3 .6Z" />,
  back: <path d="M8.5 5 4 9.5 8.5 14M4 9.5h10a5.5 5.5 0 0 1 0 11H8" />,
  clock: <path d="M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17Zm0-13.5v5.3l3.3 2" />,
  code: <path d="M4 4h6v6H4Zm10 0h6v6h-6ZM4 14h6v6H4Zm10 0h2.5v2.5H14Zm3.5 3.5H20V20h-2.5Zm0-3.5H20m-6 6h0" />,
  box: <path d="m12 3.5 8 4v9l-8 4-8-4v-9Zm-8 4 8 4 8-4m-8 4v9M8 5.5l8 4" />,
  alert: <path d="M12 4 21 19.5H3Zm0 6v4.2m0 2.5v.1" />,
  paper: <path d="M6 3.5h8.5L18.5 7.5v13H6Zm8 0V8h4.5M9 12h6.5M9 15.5h6.5" />,
  out: <path d="M13 4.5H5v15h8M10 12h10.5m-3.7-3.8 3.8 3.8-3.8 3.8" />,
  globe: <path d="M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17Zm-8.5-8.5h17M12 3.5c-5 5-5 12 0 17 5-5 5-12 0-17Z" />,
} satisfies Record<string, ReactNode>

export type IconName = keyof typeof drawings

/** A line drawing beside words; it says nothing of its own to a screen reader. */
export function Icon({ name, size = 24 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size} height={size} viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth={1.6}
      strokeLinecap="round" strokeLinejoin="round" aria-hidden="true" focusable="false" className="shrink-0"
    >
      {drawings[name]}
    </svg>
  )
}

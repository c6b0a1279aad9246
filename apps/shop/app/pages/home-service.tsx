import { homeTexts } from '@hearth/client/texts/shop-home'
import { Form } from 'react-router'
import { Icon } from '../parts/icons.tsx'
import type { IconName } from '../parts/icons.tsx'
import { useTexts } from '../parts/use-shop.ts'

export function Promises() {
  const texts = useTexts(homeTexts)
  const { promise } = texts
  const rows: { icon: IconName; title: string; text: string }[] = [
    { icon: 'shield', title: promise.warrantyTitle, text: promise.warrantyText },
    { icon: 'wrench', title: promise.installTitle, text: promise.installText },
    { icon: 'code', title: promise.genuineTitle, text: promise.genuineText },
    { icon: 'back', title: promise.returnTitle, text: promise.returnText },
  ]
  return (
    <section aria-label={texts.promises} className="page pt-12 md:pt-16">
      <ul className="grid gap-px overflow-hidden rounded-card bg-[#cfe4e2] sm:grid-cols-2 xl:grid-cols-4">
        {rows.map((row) => (
          <li key={row.title} className="flex gap-3 bg-teal-wash px-4 py-4 md:px-6 md:py-6">
            <span className="text-teal"><Icon name={row.icon} size={28} /></span>
            <div>
              <h3 className="text-base leading-snug text-teal">{row.title}</h3>
              <p className="mt-1 text-sm text-[#3d5452]">{row.text}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** For those who own a machine already: its code leads on. */
export function ScanBand() {
  const texts = useTexts(homeTexts)
  return (
    <section aria-labelledby="scan-band" className="page pt-16 md:pt-24">
      <div className="grid items-center gap-8 overflow-hidden rounded-card bg-ink px-5 py-10 text-white md:grid-cols-[1fr_auto] md:px-14 md:py-14">
        <div className="max-w-xl">
          <h2 id="scan-band" className="text-xl">{texts.scanTitle}</h2>
          <p className="mt-3 text-[#c9ced4]">{texts.scanText}</p>
          <Form action="/warranty" method="get" className="mt-6 flex gap-2 max-sm:flex-col">
            <input
              name="code" required maxLength={300} aria-label={texts.scanLabel} placeholder={texts.scanLabel} autoComplete="off" autoCapitalize="characters"
              className="h-13 min-h-[52px] min-w-0 flex-1 rounded-control border border-transparent bg-white px-4 text-ink placeholder:text-[#6b737d]"
            />
            <button type="submit" className="btn btn-primary btn-big">{texts.scanGo}</button>
          </Form>
        </div>
        <LabelDrawing />
      </div>
    </section>
  )
}

/** The label as it sits on a machine. */
function LabelDrawing() {
  const dots = [
    [0, 0], [1, 0], [3, 0], [6, 0], [1, 1], [4, 1], [5, 1], [0, 2], [2, 2], [3, 2], [6, 2], [1, 3], [4, 3], [6, 3],
    [0, 4], [2, 4], [3, 4], [5, 4], [1, 5], [4, 5], [6, 5], [0, 6], [2, 6], [5, 6], [6, 6], [3, 6],
  ] as const
  return (
    <svg width="250" height="170" viewBox="0 0 250 170" aria-hidden="true" focusable="false" className="max-md:hidden">
      <g transform="rotate(-4 125 85)">
        <rect x="14" y="16" width="222" height="138" rx="12" fill="#f6f4f1" />
        <rect x="14" y="16" width="222" height="30" rx="12" fill="#c2410c" /><rect x="14" y="34" width="222" height="12" fill="#c2410c" />
        <path d="M30 38v-5a6 6 0 0 1 12 0v5Z" fill="#fff1ea" />
        <rect x="50" y="28" width="54" height="6" rx="3" fill="#fff1ea" />
        <rect x="30" y="62" width="76" height="76" rx="6" fill="#fff" />
        {dots.map(([x, y]) => <rect key={`${x}-${y}`} x={37 + x * 9} y={69 + y * 9} width="8" height="8" fill="#1b1f24" />)}
        <rect x="122" y="66" width="92" height="8" rx="4" fill="#1b1f24" />
        <rect x="122" y="84" width="70" height="6" rx="3" fill="#b9b2a8" /><rect x="122" y="97" width="82" height="6" rx="3" fill="#b9b2a8" />
        <rect x="122" y="118" width="64" height="20" rx="10" fill="#1f6f6b" /><path d="m131 128 4 4 7-8" fill="none" stroke="#fff" strokeWidth="2.4" />
        <rect x="148" y="125.5" width="28" height="5" rx="2.5" fill="#cfe4e2" />
      </g>
    </svg>
  )
}

import type { ReactNode } from 'react'

/** An empty place with a way on: the opening of a hearth, waiting for its fire. */
export function Empty({ title, text, children, asHeading = false }: { title: string; text: string; children?: ReactNode; asHeading?: boolean }) {
  const Title = asHeading ? 'h1' : 'h2'
  return (
    <div className="mx-auto flex max-w-md flex-col items-center py-12 text-center md:py-20">
      <svg width="148" height="120" viewBox="0 0 148 120" aria-hidden="true" focusable="false">
        <ellipse cx="74" cy="112" rx="66" ry="6" fill="#f0ece6" />
        <path d="M30 110V58a44 44 0 0 1 88 0v52Z" fill="#f6f4f1" stroke="#ddd6cd" strokeWidth="1.5" />
        <path d="M44 110V60a30 30 0 0 1 60 0v50Z" fill="#fff" stroke="#ddd6cd" strokeWidth="1.5" />
        <path d="M58 106h32M62 99l24 8M86 99l-24 8" stroke="#b9ab9a" strokeWidth="4" strokeLinecap="round" />
        <path d="M74.5 66c1.6 7 8.5 10.5 8.5 18.5a9 9 0 0 1-18 0c0-5 3-7.5 4.6-10.5 1 1.5 1.5 3 1.7 4.5 2.5-3.3 3.7-7.5 3.2-12.5Z" fill="#fff1ea" stroke="#c2410c" strokeWidth="1.5" strokeLinejoin="round" />
      </svg>
      <Title className="mt-6 text-lg">{title}</Title>
      <p className="mt-2 text-muted">{text}</p>
      {children ? <div className="mt-6 flex flex-wrap justify-center gap-3">{children}</div> : null}
    </div>
  )
}

/** The fire in its opening: the house's mark. */
export function Mark({ size = 32 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false" className="shrink-0">
      <path d="M2 30V16a14 14 0 0 1 28 0v14Z" fill="#1b1f24" />
      <path d="M7 30V16.5a9 9 0 0 1 18 0V30Z" fill="#fff1ea" />
      <path d="M16.3 11c.5 3.4 4.9 5.5 4.9 10.7 0 3.4-2.4 5.8-5.3 5.8s-5.1-2.2-5.1-5.4c0-2.5 1.5-3.9 2.3-5.5.6 1 .9 1.7 1.1 2.5 1.5-1.9 2.4-4.5 2.1-8.1Z" fill="#c2410c" />
      <path d="M16.2 20.3c.3 1.5 2 2.3 2 4.3a2.3 2.3 0 0 1-4.6 0c0-1.6 1.9-2.3 2.6-4.3Z" fill="#ffb08a" />
    </svg>
  )
}

/** The drawn name: one line of even strokes, without a font. */
export function Wordmark({ height = 20 }: { height?: number }) {
  return (
    <svg
      height={height} width={height * 4.7} viewBox="0 0 94 20" fill="none" stroke="currentColor" strokeWidth={2.7}
      strokeLinecap="round" strokeLinejoin="round" aria-hidden="true" focusable="false"
    >
      <path d="M2 2v16M2 12a5.2 5.2 0 0 1 10.4 0v6" />
      <path d="M18.2 12.2h11a5.5 5.5 0 1 0-1.6 4.2" />
      <path d="M46 12.3a5.5 5.5 0 1 0-11 0 5.5 5.5 0 0 0 11 0ZM46 7v11" />
      <path d="M53 7v11M53 12.5A5.3 5.3 0 0 1 59.5 7" />
      <path d="M66 2.5V14a4 4 0 0 0 4.8 3.8M62.5 7.3h7.8" />
      <path d="M78 2v16M78 12a5.2 5.2 0 0 1 10.4 0v6" />
    </svg>
  )
}

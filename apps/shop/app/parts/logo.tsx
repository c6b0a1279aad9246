/** The fire in its opening: the house's mark. */
export function Mark({ size = 32 }: { size?: number }) {
  return <img src="/favicon.svg" width={size} height={size} alt="" className="shrink-0" />
}

/** The drawn name of `styles/icons.css`. */
export function Wordmark() {
  return <span aria-hidden="true" className="wordmark" />
}

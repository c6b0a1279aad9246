type Props = {
  src: string
  alt: string
  /** How wide it is shown, for the browser's choice of file. */
  sizes: string
  /** The largest picture of the first screen: fetched at once, all others when they come near. */
  first?: boolean
  className?: string
}

const widths = [240, 480, 800] as const

/** A product's square picture in the size that the screen needs; a quiet surface when there is none. */
export function Picture({ src, alt, sizes, first = false, className = '' }: Props) {
  if (src === '') {
    const said = alt === '' ? { 'aria-hidden': true } : { role: 'img', 'aria-label': alt }
    return <span {...said} className={`block aspect-square bg-wash ${className}`} />
  }
  return (
    <img
      src={sized(src, 800)} srcSet={widths.map((width) => `${sized(src, width)} ${width}w`).join(', ')} sizes={sizes}
      width={800} height={800} alt={alt} decoding={first ? 'sync' : 'async'} loading={first ? 'eager' : 'lazy'}
      fetchPriority={first ? 'high' : 'auto'} className={`block bg-wash object-cover ${className}`}
    />
  )
}

function sized(src: string, width: number): string {
  if (src.startsWith('data:')) return src
  return `${src}${src.includes('?') ? '&' : '?'}w=${width}`
}

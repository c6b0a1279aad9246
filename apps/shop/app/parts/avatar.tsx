/** A person's picture in the house's own shape, or the first letter of the name. */
export function Avatar({ src, name, alt = '' }: { src: string; name: string; alt?: string }) {
  return (
    <span className="arch flex h-20 w-16 shrink-0 items-end justify-center bg-ember-wash">
      {src === ''
        ? <span aria-hidden="true" className="pb-3 text-xl font-semibold text-ember-deep">{[...name][0]}</span>
        : <img src={src} alt={alt} width={64} height={80} className="size-full object-cover" />}
    </span>
  )
}

import type { ReactNode } from 'react'

type Props = { title: string; text: string; children?: ReactNode; asHeading?: boolean }

/** An empty place with a way on: the opening of a hearth, waiting for its fire. */
export function Empty({ title, text, children, asHeading = false }: Props) {
  const Title = asHeading ? 'h1' : 'h2'
  return (
    <div className="mx-auto flex max-w-md flex-col items-center py-12 text-center md:py-20">
      <span aria-hidden="true" className="cold-hearth" />
      <Title className="mt-6 text-lg">{title}</Title>
      <p className="mt-2 text-muted">{text}</p>
      {children ? <div className="mt-6 flex flex-wrap justify-center gap-3">{children}</div> : null}
    </div>
  )
}

import type { ReactNode } from 'react'

/** One kind of filter under its name. */
export function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="mt-5 border-t border-line pt-4 first-of-type:mt-2 first-of-type:border-0 first-of-type:pt-0 lg:first-of-type:mt-0">
      <legend className="float-left mb-2 w-full text-sm font-semibold">{title}</legend>
      <div className="clear-both">{children}</div>
    </fieldset>
  )
}

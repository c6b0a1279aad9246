import type { ComponentProps, ReactNode } from 'react'
import { useNavigation } from 'react-router'

type Props = ComponentProps<'button'> & { busy: ReactNode; isBusy?: boolean }

/** Sends its form once: while anything is under way it is disabled and says so. */
export function Submit({ busy, isBusy, children, className = 'btn btn-primary', disabled, ...button }: Props) {
  const navigation = useNavigation()
  const sending = isBusy ?? navigation.formMethod === 'POST'
  return (
    <button type="submit" {...button} className={className} disabled={disabled || sending}>
      {sending ? busy : children}
    </button>
  )
}

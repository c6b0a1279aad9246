import { signOut } from '@hearth/client/api/accounts'
import { redirect } from 'react-router'
import type { Route } from './+types/logout'
import { shopContext } from '../shop-context.ts'

export function loader() {
  return redirect('/')
}

/** Signing out of a session that has ended already is no fault. */
export async function action({ context }: Route.ActionArgs) {
  await signOut(context.get(shopContext).http).catch(() => null)
  return redirect('/')
}

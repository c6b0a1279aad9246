import { data } from 'react-router'

/** Any address that is no page of ours. */
export function loader() {
  throw data(null, { status: 404 })
}

export function action() {
  throw data(null, { status: 404 })
}

export default function Missing() {
  return null
}

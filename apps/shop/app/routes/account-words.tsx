import { Outlet } from 'react-router'

/** The server has all its words from the start. */
export function loader() {
  return null
}

/** In a browser the English words of these pages come with the first of them. */
export async function clientLoader() {
  if (document.documentElement.lang === 'en') {
    const { speakEnglishAccount } = await import('@hearth/client/texts/shop-english-account')
    speakEnglishAccount()
  }
  return null
}

/** The words stay once they are there. */
export function shouldRevalidate() {
  return false
}

export default function AccountWords() {
  return <Outlet />
}

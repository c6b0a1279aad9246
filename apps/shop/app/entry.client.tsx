import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { HydratedRouter } from 'react-router/dom'

/** The words have to be those of the page before React compares the two. */
async function takeOver(): Promise<void> {
  if (document.documentElement.lang === 'en') {
    const { speakEnglishHere } = await import('./english.ts')
    await speakEnglishHere()
  }
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <HydratedRouter />
      </StrictMode>,
    )
  })
}

void takeOver()

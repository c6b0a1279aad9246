import { useRef } from 'react'

/**
 * One `Idempotency-Key` per thing asked for: pressing twice, or again after a lost answer, repeats the same key;
 * another body gets another key.
 */
export function useOnceKey(): (body: unknown) => string {
  const last = useRef({ text: '', key: '' })
  return (body) => {
    const text = JSON.stringify(body)
    if (last.current.text !== text) last.current = { text, key: randomKey() }
    return last.current.key
  }
}

function randomKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

import { useRef } from 'react'
import { randomKey } from './random-key.ts'

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

import { isoShanghai } from '@hearth/kernel/dates'

const LOCAL = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/

/** An instant as a field of date and time shows it, in Beijing time; empty for none. */
export function toLocal(instant: string | null | undefined): string {
  if (!instant) return ''
  const at = new Date(instant)
  return Number.isNaN(at.getTime()) ? '' : isoShanghai(at).slice(0, 16)
}

/** What such a field says, as an instant; null for none. */
export function fromLocal(text: string | undefined): string | null {
  return text !== undefined && LOCAL.test(text) ? `${text}:00+08:00` : null
}

/** Whether the end stands before the start. */
export function endsFirst({ starts, ends }: { starts: string; ends: string }): boolean {
  return LOCAL.test(starts) && LOCAL.test(ends) && ends <= starts
}

type WordsOfSchedule = {
  always: string; from: (at: string) => string; until: (at: string) => string
  between: (from: string, until: string) => string
}

/** When something is shown, in words. */
export function scheduleWords(starts: string, ends: string, words: WordsOfSchedule): string {
  const [from, until] = [starts.replace('T', ' '), ends.replace('T', ' ')]
  if (from !== '' && until !== '') return words.between(from, until)
  if (from !== '') return words.from(from)
  return until === '' ? words.always : words.until(until)
}

export const SIZE_HEADING = '## A small shop and a large one'
export const ORDERS_HEADING = '## A thousand orders and a million'
export const RUSH_HEADING = '## A rush'
/** The headings of the sections that are measured by themselves and outlive whole runs. */
export const OWN_HEADINGS = [SIZE_HEADING, ORDERS_HEADING, RUSH_HEADING]

/** The section under a heading, up to the next of its level; null when there is none. */
export function sectionOf(text: string, heading: string): string | null {
  const lines = text.split('\n')
  const from = lines.indexOf(heading)
  if (from < 0) return null
  const length = lines.slice(from + 1).findIndex((line) => line.startsWith('## '))
  return `${lines.slice(from, length < 0 ? undefined : from + 1 + length).join('\n').trimEnd()}\n`
}

/** The text with this section instead of the one with the same heading, or at the end. */
export function withSection(text: string, section: string): string {
  const [heading = ''] = section.split('\n')
  const old = sectionOf(text, heading)
  if (old === null) return `${text.trimEnd()}\n\n${section.trimEnd()}\n`
  const at = text.indexOf(old.trimEnd())
  return `${text.slice(0, at)}${section.trimEnd()}${text.slice(at + old.trimEnd().length)}`
}

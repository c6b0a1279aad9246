/** A company's answer, one field a line; what is no object of fields stays as it came. */
export function answerLines(text: string): string {
  const fields = parsed(text)
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) return text
  return Object.entries(fields)
    .map(([name, value]) => `${name}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`).join('\n')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Whether this is a number of a mobile in China, as people type it: eleven digits. */
export function isMobile(text: string): boolean {
  return /^1[3-9]\d{9}$/.test(text)
}

/** Whether the shop takes this as a link: nothing, a path of its own, or an http(s) address. The server decides. */
export function isLink(text: string): boolean {
  const link = text.trim()
  if (link === '') return true
  if (/[\s\\]/.test(link)) return false
  return link.startsWith('/') ? !link.startsWith('//') : /^https?:\/\/[^/]/i.test(link)
}

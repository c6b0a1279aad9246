/** What runs inside the browser, as text: the tests themselves are compiled without the browser's types. */

/** React has taken over the whole page, down to its last landmark. */
export const isTakenOver = `['h1', 'main', 'footer'].every((name) =>
  Object.keys(document.querySelector(name) ?? {}).some((key) => key.startsWith('__reactProps')))`

/** Waits until the browser has nothing urgent left to do. */
export const settled = `new Promise((done) => requestAnimationFrame(() => requestIdleCallback(done, { timeout: 500 })))`

/** The kinds of element of which there are more or fewer in the page than in what the server sent. */
export const otherElements = (html: string): string => `(() => {
  const count = (page) => {
    const counts = new Map()
    for (const element of page.body.querySelectorAll('*')) {
      if (element.closest('script, noscript, template, style')) continue
      counts.set(element.localName, (counts.get(element.localName) ?? 0) + 1)
    }
    return counts
  }
  const sent = count(new DOMParser().parseFromString(${JSON.stringify(html)}, 'text/html'))
  const stands = count(document)
  return [...new Set([...sent.keys(), ...stands.keys()])].filter((name) => sent.get(name) !== stands.get(name))
    .map((name) => 'element: ' + name + ' ' + (sent.get(name) ?? 0) + ' times as sent, ' + (stands.get(name) ?? 0) + ' times as it stands')
})()`

/** One main heading with words, one main part, at most one header and footer of the page, a language and a title. */
export const frameFaults = (lang: string): string => `(() => {
  const faults = []
  const count = (name) => document.querySelectorAll(name).length
  if (count('h1') !== 1) faults.push('frame: ' + count('h1') + ' h1')
  if (count('main') !== 1) faults.push('frame: ' + count('main') + ' main')
  for (const name of ['header', 'footer']) if (count('body > ' + name) > 1) faults.push('frame: ' + count('body > ' + name) + ' ' + name)
  if (!document.querySelector('h1')?.textContent.trim()) faults.push('frame: the h1 is empty')
  if (document.documentElement.lang !== '${lang}') faults.push('frame: the language is ' + document.documentElement.lang)
  if (document.title.trim().length < 2) faults.push('frame: no title')
  return faults
})()`

/** What reaches past the right edge of the page, by its class; scroll strips of their own are let be. */
export const tooWide = (width: number): string => `(() => {
  const root = document.documentElement
  if (Math.max(root.scrollWidth, document.body.scrollWidth) <= ${width}) return []
  const wide = [...document.body.querySelectorAll('*')].filter((element) => element.getBoundingClientRect().right > ${width} + 1)
  return ['wide: the page is ' + root.scrollWidth + ' wide', ...wide.slice(0, 5).map((element) => 'wide: ' + element.localName + '.' + element.className)]
})()`

/** Pictures that came but could not be shown. */
export const brokenPictures = `[...document.images].filter((image) => image.complete && image.naturalWidth === 0 && image.currentSrc)
  .map((image) => 'picture: ' + image.currentSrc)`

/** Scrolls once through the page, so that the lazy pictures of its length are there, and back. */
export const lookThrough = `(async () => {
  for (let at = 0; at < document.documentElement.scrollHeight; at += 600) {
    window.scrollTo(0, at)
    await new Promise((done) => setTimeout(done, 60))
  }
  const until = performance.now() + 3000
  const isSeen = (image) => image.getBoundingClientRect().left < innerWidth
  while (performance.now() < until && [...document.images].some((image) => isSeen(image) && !image.complete)) {
    await new Promise((done) => setTimeout(done, 50))
  }
  window.scrollTo(0, 0)
})()`

/**
 * Puts bars that stick to an edge back into their place: what lies under one can be scrolled clear of it, so it is not
 * covered for good. Dialogs stay where they are.
 */
export const unstick = `for (const element of document.querySelectorAll('body *')) {
  const { position } = getComputedStyle(element)
  const isBar = position === 'sticky' || (position === 'fixed' && !element.closest('[role="dialog"], .ant-drawer, .ant-modal-root'))
  if (isBar) element.style.position = 'static'
}`

/** What has the focus: its words, where it stands, and how it shows. */
export const focused = `(() => {
  const at = document.activeElement
  if (!at || at === document.body) return null
  const box = at.getBoundingClientRect()
  const look = getComputedStyle(at)
  const shows = look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) >= 2
  const hidden = box.width === 0 || box.height === 0 || look.visibility === 'hidden'
  return {
    tag: at.localName, id: at.id, href: at.getAttribute('href') ?? '', name: (at.getAttribute('aria-label') || at.innerText || at.getAttribute('name') || '').trim(),
    shows, hidden, onScreen: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    covered: (() => {
      const top = document.elementFromPoint(box.left + box.width / 2, Math.min(Math.max(box.top + box.height / 2, 1), innerHeight - 1))
      return top !== null && top !== at && !at.contains(top) && !top.contains(at)
    })(),
  }
})()`

/** Everything that Tab should reach, in the order of the page. */
export const reachable = `[...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')]
  .filter((element) => element.tabIndex >= 0 && !element.disabled && element.type !== 'hidden' && element.getClientRects().length > 0
    && getComputedStyle(element).visibility !== 'hidden')
  .length`

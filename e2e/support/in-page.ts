/** What runs inside the browser, as text: the tests themselves are compiled without the browser's types. */

/** React has taken over the whole page, down to its last landmark. */
export const isTakenOver = `['h1', 'main', 'footer'].every((name) =>
  Object.keys(document.querySelector(name) ?? {}).some((key) => key.startsWith('__reactProps')))`

/** Waits until the browser has nothing urgent left to do. */
export const settled = `new Promise((done) => requestAnimationFrame(() => requestIdleCallback(done, { timeout: 500 })))`

/** How many elements of each kind stand in a page's body: as it was sent, and as it stands now. */
export const elementCounts = (html: string): string => `(() => {
  const count = (page) => {
    const counts = {}
    for (const element of page.body.querySelectorAll('*')) {
      if (element.closest('script, noscript, template, style')) continue
      counts[element.localName] = (counts[element.localName] ?? 0) + 1
    }
    return counts
  }
  return { sent: count(new DOMParser().parseFromString(${JSON.stringify(html)}, 'text/html')), stands: count(document) }
})()`

/** What reaches past the right edge of the page, by its class; scroll strips of their own are let be. */
export const tooWide = (width: number): string => `(() => {
  const root = document.documentElement
  if (Math.max(root.scrollWidth, document.body.scrollWidth) <= ${width}) return []
  const wide = [...document.body.querySelectorAll('*')].filter((element) => element.getBoundingClientRect().right > ${width} + 1)
  return ['page is ' + root.scrollWidth + ' wide', ...wide.slice(0, 5).map((element) => element.localName + '.' + element.className)]
})()`

/** Pictures that came but could not be shown. */
export const brokenPictures = `[...document.images].filter((image) => image.complete && image.naturalWidth === 0 && image.currentSrc)
  .map((image) => image.currentSrc)`

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
  const around = [at, at.parentElement, at.nextElementSibling].filter(Boolean).map((each) => getComputedStyle(each))
  const shows = around.some((each) => (each.outlineStyle !== 'none' && parseFloat(each.outlineWidth) >= 1) || each.boxShadow !== 'none')
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

import { faultsOf, takenOver, watch } from './support/checks.ts'
import { expect, test } from './support/test.ts'

// What a page of the shop might get wrong, planted by a script, and what the checks have to say about it.
const plants: [string, string, RegExp][] = [
  ['a page that doubles itself', `document.body.append(document.querySelector('main').cloneNode(true))`, /^element: main 1 times as sent, 2 times/],
  ['a second h1', `document.querySelector('main').insertAdjacentHTML('beforeend', '<h1>x</h1>')`, /^frame: 2 h1/],
  ['a card too many', `document.querySelector('ul').insertAdjacentHTML('beforeend', '<li>x</li>')`, /^element: li/],
  ['another language', `document.documentElement.lang = 'en'`, /^frame: the language is en/],
  ['something wider than the screen', `document.querySelector('main').insertAdjacentHTML('beforeend', '<p style="width: 3000px">x</p>')`, /^wide: p/],
  ['pale words', `document.querySelector('h1').style.color = '#ddd'`, /^axe: color-contrast/],
  ['a button without a name', `document.querySelector('main').insertAdjacentHTML('beforeend', '<button></button>')`, /^axe: button-name/],
  ['a complaint', `console.error('planted')`, /^console: planted/],
  ['a broken promise', `setTimeout(() => { throw new Error('planted') })`, /^page: planted/],
  ['a question to a foreign host', `new Image().src = 'https://example.com/x.png'`, /^(foreign: https:\/\/example|console: .*example\.com)/],
  ['a missing file', `fetch('/assets/no-such-file.js')`, /^answer: 404 GET/],
]

test('each planted fault is found, and a page without one is sound', async ({ page, shop }) => {
  test.setTimeout(90_000)
  const seen = watch(page, shop.url)
  const open = async () => {
    seen.troubles.length = 0
    const response = await page.goto('/warranty')
    await takenOver(page)
    return { sent: await response?.text() }
  }
  const sound = await open()
  expect(await faultsOf(page, seen, sound)).toEqual([])
  for (const [what, script, said] of plants) {
    const planted = await open()
    await page.evaluate(`(() => { ${script} })()`)
    await page.waitForLoadState('networkidle')
    expect(await faultsOf(page, seen, planted), what).toContainEqual(expect.stringMatching(said))
  }
})

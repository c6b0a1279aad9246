import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanText, fold, gramsOf, tellingGrams } from './fold.ts'
import { canBeMissed, modelWordsOf, nearKeys, nearestWord } from './near-words.ts'
import { wordsOf } from './words-of.ts'

const known = new Set(['海尔', '冰箱', '对开门冰箱', '洗衣机', 'haier', 'lg'])

test.each<[string, string[]]>([
  ['海尔冰箱', ['海尔', '冰箱']], ['海尔 冰箱', ['海尔', '冰箱']], ['海尔对开门冰箱', ['海尔', '对开门冰箱']],
  ['对开门的冰箱', ['对开门的', '冰箱']], ['ＨＡＩＥＲ冰箱', ['haier', '冰箱']], ['BCD-510冰箱', ['bcd510', '冰箱']],
  ['1.5匹 空调', ['1.5匹', '空调']], ['wlg500', ['wlg500']], ['LG洗衣机', ['lg', '洗衣机']], ['冰箱 冰箱', ['冰箱']],
  ['', []], ['  ', []], ['%_\\\'"()*.+?', []], ['冰箱，洗衣机', ['冰箱', '洗衣机']], ['BCD_510-W', ['bcd510w']],
  ['😀', []], ['\u0000', []], ['\ud800冰箱', ['冰箱']],
])('the words of %j', (text, words) => expect(wordsOf(text, known)).toEqual(words))

test('a text of ten thousand letters is read at once, and gives twelve words at most', () => {
  expect(wordsOf('a'.repeat(10_000), known)).toEqual(['a'.repeat(10_000)])
  expect(wordsOf(Array.from({ length: 50 }, (_, n) => `w${n}`).join(' '), known)).toHaveLength(12)
  expect(wordsOf('冰箱'.repeat(5_000), known)).toEqual(['冰箱'])
})

test('control characters and broken characters go, the rest stays as it was typed', () => {
  expect(cleanText(' 冰\u0000箱\t\r\nA-1\ud800 ')).toBe('冰 箱 A-1\ufffd')
})

test('grams are the letters, their neighbours, and four Latin letters and digits', () => {
  expect(gramsOf('冰箱冰')).toEqual(['冰', '箱', '冰箱', '箱冰'])
  expect(gramsOf('冰bc51x')).toEqual(['冰', 'b', 'c', '5', '1', 'x', '冰b', 'bc', 'c5', '51', '1x', 'bc51', 'c51x'])
  expect(gramsOf('')).toEqual([])
  expect([tellingGrams('冰箱冰'), tellingGrams('冰'), tellingGrams('')]).toEqual([['冰箱', '箱冰'], ['冰'], []])
  expect([tellingGrams('bcd510w'), tellingGrams('冰bc5')]).toEqual([['bcd5', 'cd51', 'd510', '510w'], ['冰b', 'bc', 'c5']])
  expect(tellingGrams(Array.from({ length: 500 }, (_, n) => n).join(''))).toHaveLength(12)
})

test('whatever a text contains, its folded text contains folded', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'冰箱海尔ABcd12.90 -_/（）(%’ＡＢ１．㎡℃½é😀'), maxLength: 40 })
  fc.assert(fc.property(letters, fc.nat(40), fc.nat(40), (text, from, length) => {
    const whole = [...text]
    const part = whole.slice(from, from + length).join('')
    expect(fold(text)).toContain(fold(part))
    for (const word of wordsOf(part, known)) {
      expect(fold(text)).toContain(word)
      expect(gramsOf(fold(text))).toEqual(expect.arrayContaining([...gramsOf(word), ...tellingGrams(word)]))
    }
  }), { numRuns: 2_000 })
})

describe('a slip in a model', () => {
  test('its words are those of letters and digits, whole and up to the first number', () => {
    expect(modelWordsOf(['海尔 BCD-510WGHTD9 冰箱', 'KFR_35', '500', 'ab'])).toEqual(['bcd510wghtd9', 'kfr35', 'bcd510'])
    expect(['冰箱冰箱', 'abc', 'a'.repeat(25), 'bcd5'].map(canBeMissed)).toEqual([false, false, false, true])
  })

  test.each([
    ['bcd510', 'bcd510', null], ['bcd51o', 'bcd510', 'bcd510'], ['bcd51', 'bcd510', 'bcd510'], ['bcdd510', 'bcd510', 'bcd510'],
    ['bdc510', 'bcd510', 'bcd510'], ['xcd510', 'bcd510', 'bcd510'], ['bcd522', 'bcd510', null], ['b510cd', 'bcd510', null],
  ])('%s for %s', (typed, word, expected) => {
    expect(nearestWord(typed, [word])).toBe(expected)
    if (expected) expect(nearKeys(typed).some((key) => nearKeys(word).includes(key))).toBe(true)
  })
})

import { expect, test } from 'vitest'
import { isLink } from './link-rule.ts'

test.each(['', ' ', '/', '/c/3', '/search?q=冰箱', ' /c/3 ', 'https://e.cn', 'http://e.cn/a', 'HTTPS://E.CN'])('%j leads somewhere', (text) =>
  expect(isLink(text)).toBe(true))

test.each(['c/3', '//evil.cn', '/\\evil.cn', 'javascript:alert(1)', 'data:text/html,x', 'https://', 'https:///x', 'https://e.cn/ x', 'ftp://e.cn'])(
  '%j does not', (text) => expect(isLink(text)).toBe(false))

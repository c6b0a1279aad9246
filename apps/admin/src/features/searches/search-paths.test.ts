import { expect, test } from 'vitest'
import { shopSearchPath, wordPath } from './search-paths.ts'

test('whatever was typed stays one word of an address', () => {
  for (const path of [wordPath, shopSearchPath]) {
    const { searchParams, pathname } = new URL(path('a&b=c #<script> 冰箱'), 'http://h')
    expect([pathname, [...searchParams.values()]]).toEqual([expect.stringMatching(/^\/search(?:es)?$/), ['a&b=c #<script> 冰箱']])
  }
})

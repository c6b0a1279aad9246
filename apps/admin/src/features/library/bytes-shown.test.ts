import { expect, test } from 'vitest'
import { bytesShown, typeShown } from './bytes-shown.ts'

test.each([[0, '0 B'], [1023, '1023 B'], [1024, '1 KB'], [524_288, '512 KB'], [1_048_576, '1.0 MB'], [20 * 1_048_576, '20.0 MB']])(
  '%i bytes are %s', (bytes, words) => expect(bytesShown(bytes)).toBe(words))

test('a type is called as people call it', () => {
  expect([typeShown('image/jpeg'), typeShown('image/webp')]).toEqual(['JPEG', 'WEBP'])
})

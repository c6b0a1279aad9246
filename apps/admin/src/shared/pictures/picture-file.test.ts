import { expect, test } from 'vitest'
import { pictureFault, smallPicture, withPictures } from './picture-file.ts'

test('only pictures that the server takes travel', () => {
  expect(pictureFault({ type: 'image/webp', size: 20 * 1024 * 1024 })).toBeNull()
  expect(pictureFault({ type: 'image/jpeg', size: 20 * 1024 * 1024 + 1 })).toBe('size')
  expect(pictureFault({ type: 'image/svg+xml', size: 10 })).toBe('type')
  expect(pictureFault({ type: '', size: 10 })).toBe('type')
})

test('our own pictures are asked for small, others as they are', () => {
  expect(smallPicture('http://localhost:8000/media/uploads/a.webp', 240)).toBe('http://localhost:8000/media/uploads/a.webp?w=240')
  expect(smallPicture('/media/a.webp', 480)).toBe('/media/a.webp?w=480')
  expect(smallPicture('https://elsewhere.cn/a.jpg', 240)).toBe('https://elsewhere.cn/a.jpg')
  expect(smallPicture('', 240)).toBe('')
})

test('a picture stands once, and there are never more than allowed', () => {
  expect(withPictures(['a', 'b'], ['b', 'c', 'd'], 3)).toEqual(['a', 'b', 'c'])
})

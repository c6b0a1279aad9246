import { expect, test } from 'vitest'
import { sectionOf, withSection } from './sections.ts'

const text = '# All\n\none\n\n## First\n\na\n\n### Part\n\nb\n\n## Second\n\nc\n'

test('a section ends where the next of its level begins', () => {
  expect(sectionOf(text, '## First')).toBe('## First\n\na\n\n### Part\n\nb\n')
  expect(sectionOf(text, '## Second')).toBe('## Second\n\nc\n')
  expect(sectionOf(text, '## Third')).toBeNull()
})

test('a section takes the place of the one before it, and leaves the others', () => {
  expect(withSection(text, '## First\n\nx\n')).toBe('# All\n\none\n\n## First\n\nx\n\n## Second\n\nc\n')
  expect(withSection(text, '## Second\n\nx\n')).toBe(text.replace('\nc\n', '\nx\n'))
  expect(withSection(text, '## Third\n\nx\n')).toBe(`${text}\n## Third\n\nx\n`)
  expect(withSection('', '## Third\n\nx\n').trim()).toBe('## Third\n\nx')
})

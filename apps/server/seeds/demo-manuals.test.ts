import { expect, test } from 'vitest'
import { catalogue } from './catalogue/index.ts'
import { demoManualPath, drawDemoManual } from './demo-manuals.ts'

test('every product has a manual whose table finds its objects', () => {
  for (const [at, product] of catalogue.products.entries()) {
    const file = drawDemoManual(demoManualPath(at + 1))?.toString('latin1') ?? ''
    expect(file.startsWith('%PDF-1.4\n')).toBe(true)
    const places = [...file.slice(Number(/startxref\n(\d+)/.exec(file)?.[1])).matchAll(/^(\d{10}) 00000 n /gm)].map(([, place]) => Number(place))
    expect(places.length).toBeGreaterThanOrEqual(7)
    for (const [index, place] of places.entries()) expect(file.slice(place).startsWith(`${index + 1} 0 obj\n`)).toBe(true)
    expect(file).toContain(Buffer.from(product.model, 'utf16le').swap16().toString('hex'))
    for (const [, length, drawn] of file.matchAll(/<< \/Length (\d+) >>\nstream\n(.*?)\nendstream/gs)) expect(drawn?.length).toBe(Number(length))
  }
})

test.each(['manuals/demo/0.pdf', 'manuals/demo/9999.pdf', 'manuals/demo/x.pdf', 'manuals/1.pdf', 'demo/1.pdf'])('%s is no manual', (path) => {
  expect(drawDemoManual(path)).toBeNull()
})

import QRCode from 'qrcode'
import { expect, test } from 'vitest'
import { drawCode } from './code-drawing.ts'

test('the drawing has exactly the modules of the code', () => {
  const text = 'weixin://wxpay/bizpayurl?pr=p4lpSuKzz'
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  const { size, path } = drawCode(text)
  expect(size).toBe(modules.size)
  const dark = new Uint8Array(size * size)
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    dark.fill(1, Number(y) * size + Number(x), Number(y) * size + Number(x) + Number(width))
  }
  expect([...dark]).toEqual(Array.from(modules.data, (module) => (module ? 1 : 0)))
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { aProduct } from '../../tests/support/builders.ts'
import { aForm, sendForm } from '../../tests/support/forms.ts'
import { runJob } from '../../tests/support/order-builders.ts'
import { openWorld } from '../../tests/support/world.ts'
import type { SignedIn, World } from '../../tests/support/world.ts'

let w: World
let admin: SignedIn
beforeAll(async () => {
  w = await openWorld()
  admin = await w.signIn('boss', { role: 'admin' })
})
afterAll(() => w[Symbol.asyncDispose]())

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n%%EOF\n')
const upload = (content: Buffer, filename: string, who: SignedIn | null = admin) =>
  sendForm(w, who, '/api/manuals/', aForm({ filename, content }))
const path = (url: string) => new URL(url).pathname

test('a PDF is kept, served to everybody, and goes when no product has it by the next day', async () => {
  const [used, lost] = [(await upload(PDF, '洗衣机说明书.PDF')).json(), (await upload(PDF, 'b.pdf')).json()]
  expect(used).toEqual({ url: expect.stringMatching(/\/media\/manuals\/2026\/11\/20\/[\w-]{36}\.pdf$/), title: '洗衣机说明书', size: PDF.length })
  const { productId, skuIds: [skuId] } = await aProduct(w)
  const changed = await w.app.inject({
    method: 'PATCH', url: `/api/products/${productId}/`, headers: admin.headers,
    payload: { manuals: [{ title: '说明书', url: used.url }] },
  })
  expect(changed.statusCode).toBe(200)
  expect((await w.app.inject(`/api/skus/${skuId}/`)).json().product.manuals).toEqual([{ title: '说明书', url: used.url }])
  const served = await w.app.inject(path(used.url))
  expect([served.statusCode, served.headers['content-type'], served.rawPayload]).toEqual([200, 'application/pdf', PDF])
  w.setNow('2026-11-22T02:00:00Z')
  expect(await runJob(w, 'sweep-files')).toMatchObject({ done: 1 })
  const left = await Promise.all([used, lost].map(({ url }) => w.app.inject(path(url))))
  expect(left.map(({ statusCode }) => statusCode)).toEqual([200, 404])
})

test.each<[string, Buffer]>([
  ['HTML that is called a PDF', Buffer.from('<html><script>alert(1)</script></html>')], ['nothing', Buffer.alloc(0)],
  ['half a PDF', PDF.subarray(0, 20)], ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47])],
])('%s is refused', async (_what, content) => {
  const answer = await upload(content, 'a.pdf')
  expect([answer.statusCode, answer.json().message]).toEqual([400, '说明书要是一份完整的 PDF 文件，最大 20 MB。'])
})

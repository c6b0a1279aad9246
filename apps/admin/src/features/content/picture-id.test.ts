import { expect, test, vi } from 'vitest'
import type { MediaImageView } from '@hearth/contracts/media'
import { pictureIds } from './picture-id.ts'

test('known pictures are not looked up, others once, none for none', async () => {
  const look = vi.fn(async (url: string) => ({ id: url.length } as MediaImageView))
  const ids = await pictureIds(['', 'a', 'bb', 'bb'], { known: new Map([['a', 7]]), look, gone: 'gone' })
  expect([...ids]).toEqual([['a', 7], ['bb', 2]])
  expect(look.mock.calls).toEqual([['bb']])
})

test('of a picture that is gone the field says so', async () => {
  await expect(pictureIds(['a'], { known: new Map(), look: async () => undefined, gone: 'gone' }))
    .rejects.toMatchObject({ message: 'gone', errors: { picture: ['gone'] } })
})

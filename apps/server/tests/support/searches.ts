import { expect, vi } from 'vitest'
import type { World } from './world.ts'

type Headers = { authorization: string }

/** Searches products, as somebody or as a visitor, and waits until as many searches are logged as have been made. */
export async function searchFor(w: World, keyword: string, headers?: Headers): Promise<string[]> {
  const before = await logged(w)
  const answer = await w.app.inject({ url: `/api/products/?search=${encodeURIComponent(keyword)}`, headers })
  expect(answer.statusCode).toBe(200)
  await vi.waitFor(async () => expect(await logged(w)).toBe(before + 1))
  return answer.json<{ results: { name: string }[] }>().results.map(({ name }) => name)
}

async function logged(w: World): Promise<number> {
  const rows = await w.db.selectFrom('search.logs').select('id').execute()
  return rows.length
}

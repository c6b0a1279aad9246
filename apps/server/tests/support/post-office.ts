import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { World } from './world.ts'

export type Letter = { method: 'POST'; url: string; headers: Record<string, string>; payload: string }

/** The address to which companies send their notices: they are kept here, or handed on to the shop. */
export type PostOffice = AsyncDisposable & {
  url: string
  /** What came and was not handed on, oldest first. Companies were told that nobody is at home. */
  kept: Letter[]
  /** From now on everything is handed on to this world; null keeps it. */
  handTo(w: World | null): void
}

export async function openPostOffice(): Promise<PostOffice> {
  const kept: Letter[] = []
  let shop: World | null = null
  const take = async (request: IncomingMessage, reply: ServerResponse) => {
    const letter = await read(request)
    if (!shop) kept.push(letter)
    const answer = shop ? await shop.app.inject(letter) : { statusCode: 502, body: 'nobody is at home' }
    reply.writeHead(answer.statusCode).end(answer.body)
  }
  const server = createServer((request, reply) => void take(request, reply))
  await new Promise<void>((give) => server.listen(0, '127.0.0.1', give))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`, kept,
    handTo: (w) => void (shop = w),
    [Symbol.asyncDispose]: async () => void server.close(),
  }
}

async function read(request: IncomingMessage): Promise<Letter> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  const { host: _host, connection: _connection, 'content-length': _length, ...headers } = request.headers
  return {
    method: 'POST', url: request.url ?? '/', headers: headers as Record<string, string>,
    payload: Buffer.concat(parts).toString('utf8'),
  }
}

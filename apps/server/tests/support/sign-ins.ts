import { createServer } from 'node:http'
import type { RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { DeskParts } from '../../src/http/dev-desk/index.ts'
import type { World } from './world.ts'

/** The simulated companies of a world. */
export function companiesOf(w: World): DeskParts {
  if (!w.server.desk) throw new Error('This world has no simulators')
  return w.server.desk
}

/** A company that answers in a way of its own: a server on loopback, and its address. */
export async function aCompany(listener: RequestListener) {
  const server = createServer(listener)
  await new Promise<void>((go) => server.listen(0, '127.0.0.1', go))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { url, [Symbol.asyncDispose]: async () => void (server.closeAllConnections(), server.close()) }
}

/** Somebody signs in on a company's page, as the desk does it; the code that his browser brings back. */
export async function codeFor(desk: DeskParts['qq']['desk'], loginUrl: string, openid: string): Promise<string> {
  const done = await desk.authorize(loginUrl, openid)
  if ('refused' in done) throw new Error(done.refused)
  return done.code
}

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { Redis } from 'ioredis'
import { freePort } from './world.ts'

/** A real redis-server (Debian's) that keeps nothing on disk, and its address. */
export async function startRedis() {
  const port = await freePort()
  const child = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'], { stdio: 'ignore' })
  await once(child, 'spawn').catch((fault: unknown) => {
    throw new Error('redis-server is missing; install the Debian package of this name', { cause: fault })
  })
  const url = `redis://127.0.0.1:${port}`
  const probe = new Redis(url, { retryStrategy: () => 50, maxRetriesPerRequest: 100 })
  probe.on('error', () => undefined)
  await probe.ping()
  probe.disconnect()
  const stop = async () => {
    const gone = child.exitCode === null ? once(child, 'exit') : null
    child.kill()
    await gone
  }
  return { url, stop }
}

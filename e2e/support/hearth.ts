import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

export type Hearth = { url: string; stop: () => Promise<void> }

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const START_MS = 150_000
const STOP_MS = 25_000
/** A developer's own settings, from the shell or from `.env`, must not reach the shop under test. */
const NOT_OURS = ['DATABASE_URL', 'POSTGRES_HOST', 'POSTGRES_DB', 'REDIS_URL', 'ALIPAY_APPID', 'ALIPAY_PRIVATE_KEY', 'ALIPAY_PUBLIC_KEY']

/** Starts a whole Hearth with the living shop, in a folder of its own, on a port of its own. */
export async function startHearth(): Promise<Hearth> {
  for (const built of ['apps/shop/build/server/index.js', 'apps/admin/dist/index.html']) {
    if (!existsSync(join(ROOT, built))) throw new Error(`${built} is missing: run npm run build first.`)
  }
  const dataDir = await mkdtemp(join(tmpdir(), 'hearth-e2e-'))
  // A database server run by root belongs to an account of its own, which has to get in.
  await chmod(dataDir, 0o755)
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, ['apps/server/src/main.ts'], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env, ...Object.fromEntries(NOT_OURS.map((name) => [name, ''])),
      APP_ENV: 'development', LIVING_SHOP: 'true', HEARTH_DATA_DIR: dataDir, HOST: '127.0.0.1', PORT: String(port), PUBLIC_URL: url,
      CDN_MEDIA_URL: `${url}/media`, LOG_LEVEL: 'warn', CORS_ALLOWED_ORIGINS: url,
      BANK_ACCOUNT_NAME: '赫斯家电有限公司', BANK_NAME: '招商银行成都天府支行', BANK_ACCOUNT_NUMBER: '128905678910001',
    },
  })
  const said = lastWords(child)
  const stop = async () => {
    await end(child)
    await rm(dataDir, { recursive: true, force: true })
  }
  try {
    await answers(child, url)
  } catch (fault) {
    await stop()
    throw new Error(`Hearth did not start. It said:\n${said()}`, { cause: fault })
  }
  return { url, stop }
}

async function answers(child: ChildProcess, url: string): Promise<void> {
  const until = performance.now() + START_MS
  while (child.exitCode === null && performance.now() < until) {
    const answer = await fetch(`${url}/health/`).catch(() => null)
    if (answer?.ok) return
    await wait(250)
  }
  throw new Error(child.exitCode === null ? 'no answer in time' : `it ended with code ${child.exitCode}`)
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  const late = new AbortController()
  await Promise.race([ended, wait(STOP_MS, null, { signal: late.signal }).then(() => child.kill('SIGKILL'), () => null)])
  await ended
  late.abort()
}

/** Keeps the end of what the process prints, for the day it does not start. */
function lastWords(child: ChildProcess): () => string {
  let text = ''
  const take = (part: Buffer) => void (text = (text + part.toString()).slice(-4_000))
  child.stdout?.on('data', take)
  child.stderr?.on('data', take)
  return () => text
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : 0
}

import { createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startServer } from './child.ts'
import type { Server } from './child.ts'

/** What is kept between runs: the databases. */
export const KEPT_DIR = fileURLToPath(new URL('../.cache/bench', import.meta.url))
export const SECRET_KEY = 'bench-only-secret-key-of-more-than-32-characters'

type Start = { databaseUrl: string; profile?: boolean; folder?: string; env?: Record<string, string> }

/** Starts the product's own API process as in production, without throttles. */
export async function startHearth({ databaseUrl, profile = false, folder = 'hearth', env = {} }: Start): Promise<Server> {
  const port = await freePort()
  return startServer({
    file: 'hearth-server.ts',
    env: {
      APP_ENV: 'production', DATABASE_URL: databaseUrl, SECRET_KEY, PORT: String(port), HOST: '127.0.0.1',
      PUBLIC_URL: 'https://shop.example.cn', ALLOWED_HOSTS: '127.0.0.1', CORS_ALLOWED_ORIGINS: 'https://shop.example.cn',
      SECURE_SSL_REDIRECT: 'false', LOG_LEVEL: 'error',
      THROTTLE_ANONYMOUS_PER_MINUTE: '0', THROTTLE_PERSON_PER_MINUTE: '0', HEARTH_DATA_DIR: join(KEPT_DIR, folder),
      ...env,
    },
    execArgv: profile ? ['--cpu-prof', `--cpu-prof-dir=${join(KEPT_DIR, 'profiles')}`] : [],
  })
}

function freePort(): Promise<number> {
  return new Promise((give, refuse) => {
    const probe = createServer().once('error', refuse).listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => give(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

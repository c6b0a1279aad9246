import { buildApp } from '../../src/app.ts'
import { movableClock } from '../../src/platform/clock.ts'
import { environment, readConfig } from '../../src/platform/config.ts'
import { openDb } from '../../src/platform/db.ts'
import { openServer } from '../../src/wiring/server.ts'

/** A Hearth in a process of its own. */
const { config } = readConfig(environment())
const databaseUrl = config.databaseUrl ?? ''
const db = openDb({ url: databaseUrl })
const clock = await movableClock(db, databaseUrl)
const works = process.argv.includes('works')
const server = await openServer(config, { db, databaseUrl, clock, works })
const app = await buildApp(server.deps, server.desk)
await app.listen({ port: config.port, host: '127.0.0.1' })
process.on('SIGTERM', () => {
  void app.close().then(() => server.close()).then(() => process.exit(0))
})
process.send?.('ready')

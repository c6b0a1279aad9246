import { runProcess } from './cli/run-process.ts'

// All in one: API, pages and worker; the embedded PostgreSQL unless a server is configured.
await runProcess({ serves: true, works: true })

import { runProcess } from './cli/run-process.ts'

// Jobs only.
await runProcess({ serves: false, works: true })

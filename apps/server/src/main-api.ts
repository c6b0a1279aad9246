import { runProcess } from './cli/run-process.ts'

// API and pages only; jobs are recorded here and done by a worker.
await runProcess({ serves: true, works: false })

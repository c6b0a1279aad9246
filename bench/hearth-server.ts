import { runProcess } from '../apps/server/src/cli/run-process.ts'
import { serveParent } from './child.ts'

// The product's own API process as `npm start` runs it in production, with its CPU told to the bench.
await runProcess({ serves: true, works: false })
serveParent(`http://127.0.0.1:${process.env.PORT ?? ''}`)

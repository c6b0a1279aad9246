import { openTemplate } from './template.ts'

// The template in a process of its own: it says its address, and goes when its parent does.
const { url, stop } = await openTemplate()
process.once('disconnect', () => void stop().then(() => process.exit(0)))
process.send?.({ url })

declare module 'pino-roll' {
  import type { DestinationStream } from 'pino'

  type RollOptions = {
    file: string
    frequency: 'daily' | 'hourly'
    dateFormat: string
    extension: string
    mkdir: boolean
    limit: { count: number; removeOtherLogFiles: boolean }
  }
  // The package has no types of its own and exports nothing by name.
  const openRoll: (options: RollOptions) => Promise<DestinationStream>
  export default openRoll
}

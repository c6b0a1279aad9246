// The part of autocannon that the bench uses; the package brings no types.
declare module 'autocannon' {
  type Built = { method: string; path: string; headers?: Record<string, string>; body?: string }
  type Request<Context> = {
    method?: string
    path?: string
    headers?: Record<string, string>
    setupRequest?(request: Built, context: Context): Built
    onResponse?(status: number, body: string, context: Context): void
  }
  type Options<Context> = {
    url: string
    connections: number
    duration: number
    /** Requests a second in all, at a steady pace: an open loop. */
    overallRate?: number
    requests: Request<Context>[]
  }
  type Figures = { average: number; p50: number; p99: number }
  type Result = {
    duration: number; errors: number; timeouts: number; non2xx: number; '2xx': number
    /** Milliseconds. */
    latency: Figures
    /** A second. */
    requests: Figures
  }
  type Heard = (connection: object, status: number, bytes: number, ms: number) => void
  type Run = Promise<Result> & { on(event: 'response', heard: Heard): Run }

  export default function autocannon<Context>(options: Options<Context>): Run
}

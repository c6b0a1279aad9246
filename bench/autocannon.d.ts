// The part of autocannon that the bench uses; the package brings no types.
declare module 'autocannon' {
  type Built = { method: string; path: string; headers?: Record<string, string>; body?: string }
  type Request<Context> = {
    method?: string
    path?: string
    setupRequest?(request: Built, context: Context): Built
  }
  type Options<Context> = {
    url: string
    connections: number
    duration: number
    requests: Request<Context>[]
  }
  type Result = { duration: number; errors: number; timeouts: number; non2xx: number; '2xx': number }
  type Heard = (connection: object, status: number, bytes: number, ms: number) => void
  type Run = Promise<Result> & { on(event: 'response', heard: Heard): Run }

  export default function autocannon<Context>(options: Options<Context>): Run
}

import { PassThrough } from 'node:stream'
import { createReadableStreamFromReadable } from '@react-router/node'
import { renderToPipeableStream } from 'react-dom/server'
import { ServerRouter } from 'react-router'
import type { EntryContext, HandleErrorFunction, RouterContextProvider } from 'react-router'
import { shopContext } from './shop-context.ts'

export const streamTimeout = 5_000

/** In this order the router hands them over. */
type Given = [Request, number, Headers, EntryContext, Readonly<RouterContextProvider>]

/** Renders a whole page before its first byte leaves, so that a fault while rendering still gets its own status. */
export default function handleRequest(...given: Given): Promise<Response> | Response {
  const [request, status, headers, router, context] = given
  headers.set('content-type', 'text/html; charset=utf-8')
  if (request.method === 'HEAD') return new Response(null, { status, headers })
  const { nonce, report } = context.get(shopContext)
  return new Promise((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(<ServerRouter context={router} url={request.url} nonce={nonce} />, {
      nonce,
      onAllReady() {
        clearTimeout(timer)
        const body = new PassThrough()
        pipe(body)
        resolve(new Response(createReadableStreamFromReadable(body), { status, headers }))
      },
      onShellError: reject,
      onError: report,
    })
    const timer = setTimeout(abort, streamTimeout + 1_000)
  })
}

/** Faults are reported; refusals that a page answers with its own status are not faults, nor are requests given up. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (!request.signal.aborted) context.get(shopContext).report(error)
}

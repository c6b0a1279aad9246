import type { Plugin } from 'vite'

const INSTRUMENTATION = '\0router-instrumentation'
const PRELOAD_HELPER = '\0vite/preload-helper.js'

const noInstrumentation = `
export const consumeInstrumentationClientResultMetaReceiver = () => undefined
export const getRouteInstrumentationUpdates = () => ({})
export const instrumentClientSideRouter = (router) => router
export const instrumentHandler = (handler) => handler
export const instrumentationResultMetaContext = {}
`

/**
 * Keeps out of the browser build what the shop never uses, because the product page has a budget of 120 kB: React
 * Router's hooks for monitoring tools, and Vite's preloading around `import()` (the router preloads by itself).
 */
export function leanClient(): Plugin {
  return {
    name: 'hearth-lean-client',
    enforce: 'pre',
    apply: 'build',
    applyToEnvironment: (environment) => environment.name === 'client',
    resolveId(source, importer) {
      const isInstrumentation = source.endsWith('/instrumentation.js') && importer?.includes('/react-router/dist/')
      return isInstrumentation ? INSTRUMENTATION : null
    },
    load(id) {
      if (id === INSTRUMENTATION) return noInstrumentation
      return id === PRELOAD_HELPER ? 'export const __vitePreload = (load) => load()' : null
    },
  }
}

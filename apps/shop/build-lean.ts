import type { Plugin } from 'vite'

const INSTRUMENTATION = '\0router-instrumentation'
const DISCOVERY = '\0router-discovery'
const PRELOAD_HELPER = '\0vite/preload-helper.js'

const noInstrumentation = `
export const consumeInstrumentationClientResultMetaReceiver = () => undefined
export const getRouteInstrumentationUpdates = () => ({})
export const instrumentClientSideRouter = (router) => router
export const instrumentHandler = (handler) => handler
export const instrumentationResultMetaContext = {}
`

/** All routes are known from the start (`routeDiscovery: initial`): none is asked for later. */
const noDiscovery = `
export const getPartialManifest = () => ({})
export const getPatchRoutesOnNavigationFunction = () => undefined
export const getPathsWithAncestors = () => []
export const getManifestPath = () => ''
export const handleClientVersionMismatch = async () => false
export const isFogOfWarEnabled = () => false
export const useFogOFWarDiscovery = () => undefined
`

/** What a programmer is told of a mistake in calling the router; the check itself stays. */
const INVARIANT_WORDS = /(invariant\(.+), (?:"(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`)\);$/gm

/**
 * Keeps out of the browser build what the shop never uses, because the product page has a budget of 120 kB: React
 * Router's hooks for monitoring tools, its discovery of routes and its words for programmers, and Vite's preloading
 * around `import()` (the router preloads by itself).
 */
export function leanClient(): Plugin {
  return {
    name: 'hearth-lean-client',
    enforce: 'pre',
    apply: 'build',
    applyToEnvironment: (environment) => environment.name === 'client',
    resolveId(source, importer) {
      if (!importer?.includes('/react-router/dist/')) return null
      if (source.endsWith('/instrumentation.js')) return INSTRUMENTATION
      return source.endsWith('/fog-of-war.js') ? DISCOVERY : null
    },
    load(id) {
      if (id === INSTRUMENTATION) return noInstrumentation
      if (id === DISCOVERY) return noDiscovery
      return id === PRELOAD_HELPER ? 'export const __vitePreload = (load) => load()' : null
    },
    transform: {
      filter: { id: /\/react-router\/dist\/production\// },
      handler: (code) => ({ code: code.replace(INVARIANT_WORDS, '$1);'), map: null }),
    },
  }
}

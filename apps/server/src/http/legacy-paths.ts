import type { IncomingMessage } from 'node:http'
import type { Config } from '../platform/config.ts'

// The paths of source 001 that clash with nothing, at their documented place (contract §5.1 a).
const LIFECYCLE_ALIASES = new RegExp(
  '^/api/(?:product-types|operation-records|repair-records)(?:/|$|\\?)'
  + '|^/api/users/(?:me|agents)/?(?:$|\\?)'
  + '|^/api/products/(?:bulk_create|bulk_shipping|activate|check_warranty|get_by_qrcode)/?(?:$|\\?)',
)

/**
 * Every second name a source gives to a path, rewritten before routing (contract, decision 2): `/api/v1/…`, source
 * 001's own paths, its profile switch, root paths on legacy hosts, and the names of the health check.
 */
export function canonicalUrl(config: Config): (request: IncomingMessage) => string {
  return (request) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '')
    let url = request.url ?? '/'
    if (config.legacyRootHosts.includes(host) && !/^\/(?:api|media|static|dev)\//.test(url)) url = `/api${url}`
    url = url.replace(/^\/api\/v1(?=\/|$|\?)/, '/api')
    if (/^\/(?:healthz|api\/health)\/?(?:$|\?)/.test(url)) return '/health/'
    const wantsLifecycle = request.headers['x-api-profile'] === 'lifecycle' || config.lifecycleHosts.includes(host)
    if (wantsLifecycle && /^\/api\/(?!lifecycle\/)/.test(url)) return url.replace('/api/', '/api/lifecycle/')
    return LIFECYCLE_ALIASES.test(url) ? url.replace('/api/', '/api/lifecycle/') : url
  }
}

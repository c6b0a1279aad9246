import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join, posix, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** The order of the modules: each may use those before it. This line is the design decision. */
const MODULE_ORDER = [
  'areas', 'accounts', 'media', 'customers', 'search', 'catalog', 'content', 'stock', 'book', 'bulk', 'pricing', 'cart', 'credit', 'payments',
  'orders', 'reconciliation', 'lifecycle', 'fulfilment', 'aftersales', 'supply', 'notifications', 'support',
]
const FLOORS = ['kernel', 'contracts', 'platform', 'modules', 'providers', 'simulators', 'reads', 'http', 'wiring', 'entry']

type Source = { path: string; text: string }

function sourcesUnder(folder: string): Source[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$|node_modules|\.d\.ts$|(^|[\\/])(build|dist|\.react-router)[\\/]/.test(name))
    .map((name) => {
      const path = posix.join(folder, name.replaceAll('\\', '/'))
      return { path, text: readFileSync(join(root, path), 'utf8') }
    })
}

/** The floor a file stands on; null for what stands outside the house (tests, seeds, front ends). */
function floorOf(path: string): string | null {
  const own = /^packages\/(kernel|contracts|client)\//.exec(path)?.[1]
  if (own) return own
  const inServer = /^apps\/server\/src\/(.+)$/.exec(path)?.[1]
  if (!inServer) return null
  return inServer.includes('/') && !inServer.startsWith('cli/') ? (inServer.split('/')[0] ?? null) : 'entry'
}

function importsOf({ path, text }: Source): string[] {
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => {
    const target = match[1] ?? ''
    if (target.startsWith('@hearth/')) return target.replace(/^@hearth\/([^/]+)(?:\/(.*))?$/, 'packages/$1/src/$2.ts')
    if (!target.startsWith('.')) return ''
    return relative(root, resolve(root, dirname(path), target)).replaceAll('\\', '/')
  }).filter(Boolean)
}

const moduleOf = (path: string) => /^apps\/server\/src\/modules\/([^/]+)\//.exec(path)?.[1] ?? null

/** What is wrong with one import, or null. */
function wrongImport(from: string, to: string): string | null {
  const floor = floorOf(from)
  const other = floorOf(to)
  if (/^apps\/(shop|admin)\//.test(from)) return to.startsWith('apps/server') ? 'a front end imports the server' : null
  if (!floor || !other) return null
  if (floor === 'client') return ['contracts', 'kernel', 'client'].includes(other) ? null : 'the client package looks up'
  if (other === 'client') return ['http', 'entry'].includes(floor) ? null : 'only the edge uses the client package'
  if (FLOORS.indexOf(other) > FLOORS.indexOf(floor)) return `${floor} imports ${other}, which stands above`
  if (floor === 'platform' && other === 'contracts') return 'platform knows no wire shapes'
  if (floor === 'modules') return wrongModuleImport(from, to, other)
  if (floor === 'providers' && other === 'modules') return to.endsWith('/index.ts') ? null : 'a provider looks behind a module\'s door'
  if (floor === 'simulators' && ['modules', 'providers', 'contracts'].includes(other)) return 'a simulator is the outside world'
  if (floor === 'reads' && !['kernel', 'platform', 'reads'].includes(other)) return 'a read needs the platform only'
  if (other === 'modules' && !to.endsWith('/index.ts')) return 'behind a module\'s door'
  return null
}

function wrongModuleImport(from: string, to: string, other: string): string | null {
  if (other === 'contracts') return 'a module knows no wire shapes'
  if (other !== 'modules' || moduleOf(from) === moduleOf(to)) return null
  if (!to.endsWith('/index.ts')) return 'behind another module\'s door'
  const upwards = MODULE_ORDER.indexOf(moduleOf(to) ?? '') > MODULE_ORDER.indexOf(moduleOf(from) ?? '')
  return upwards ? 'a module imports a later one' : null
}

const SCHEMAS = [...MODULE_ORDER, 'platform', 'pgboss', 'sim']

/** What is wrong inside one file, beyond its imports. */
function wrongText({ path, text }: Source): string[] {
  const floor = floorOf(path)
  const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
  const wrong: string[] = []
  const own = moduleOf(path)
  if (own) {
    for (const schema of SCHEMAS.filter((each) => each !== own)) {
      if (new RegExp(`(?:from|into|join|update|table)\\s+${schema}\\.\\w|['"\`]${schema}\\.\\w+(?: as \\w+)?['"\`]\\s*[,)]`, 'i').test(sqlIn(code))) {
        wrong.push(`names the schema ${schema}`)
      }
    }
    if (/\.(?:selectFrom|insertInto|updateTable|deleteFrom)\(|\bsql(?:<[^`]*>)?`/.test(code) && !path.endsWith('.sql.ts')) wrong.push('holds SQL outside its .sql.ts')
  }
  if (floor === 'reads' && /\b(?:insertInto|updateTable|deleteFrom)\(|sql(?:<[^`]*>)?`\s*(?:insert|update|delete)\b/i.test(code)) {
    wrong.push('a read writes')
  }
  if (floor !== 'platform' && floor !== null && /sql[^`]*`[^`]*\bnow\(\)/.test(code) && !path.includes('/platform/')) wrong.push('SQL says now()')
  if (/\bnew Date\(\)|\bDate\.now\(\)/.test(code) && floor === 'modules') wrong.push('asks the machine for the time')
  const mayFetch = ['providers', 'simulators', 'client'].includes(floor ?? '') || path.includes('/dev-desk/')
  if (/(?<![.\w])fetch\(/.test(code) && floor !== null && !mayFetch) wrong.push('calls out')
  if (/process\.env/.test(code) && floor !== null && !path.endsWith('platform/config.ts')) wrong.push('reads the environment')
  return wrong
}

/** Event types and job names look like table names; only what touches a table counts. */
function sqlIn(code: string): string {
  return [...code.matchAll(/(?:selectFrom|insertInto|updateTable|deleteFrom|[jJ]oin|using)\(\s*(['"][^'"]+['"]\s*[,)])|(sql(?:<[^`]*>)?`[^`]*`)/g)]
    .map((match) => match[1] ?? match[2] ?? '').join('\n')
}

const sources = [
  ...sourcesUnder('packages/kernel/src'), ...sourcesUnder('packages/contracts/src'), ...sourcesUnder('packages/client/src'),
  ...sourcesUnder('apps/server/src'), ...sourcesUnder('apps/shop/app'), ...sourcesUnder('apps/admin/src'),
]

describe('the house', () => {
  test('imports go down the floors and along the module order', () => {
    const wrong = sources.flatMap((source) => importsOf(source)
      .map((to) => ({ to, what: wrongImport(source.path, to) }))
      .filter(({ what }) => what !== null)
      .map(({ to, what }) => `${source.path} → ${to}: ${String(what)}`))
    expect(wrong).toEqual([])
  })

  test('each room holds only what belongs there', () => {
    expect(sources.flatMap((source) => wrongText(source).map((what) => `${source.path}: ${what}`))).toEqual([])
  })

  test('every module stands in the module order', () => {
    const modules = readdirSync(join(root, 'apps/server/src/modules'))
    expect(modules.filter((name) => !MODULE_ORDER.includes(name))).toEqual([])
  })

  test('one function per machine writes the state', () => {
    const tables = ['orders.orders', 'payments.payments', 'payments.refunds', 'payments.suspense', 'lifecycle.units', 'lifecycle.repairs', 'bulk.imports']
    for (const table of tables) expect(stateWriters(sources, table), table).toHaveLength(1)
  })
})

/** The statements that set the column `state` of a table. */
function stateWriters(all: readonly Source[], table: string): string[] {
  const builder = new RegExp(`updateTable\\('${table}(?: as \\w+)?'\\)(?:(?!\\.where)[\\s\\S])*?\\.set\\((?:(?!\\.where)[\\s\\S])*?\\bstate\\b`, 'g')
  const raw = new RegExp(`update ${table}\\b[^\`]*?\\bset\\b(?:(?!\\bwhere\\b)[^\`])*?\\bstate\\s*=`, 'g')
  return all.flatMap(({ path, text }) => [...text.matchAll(builder), ...text.matchAll(raw)].map(() => path))
}

describe('the rules can fail', () => {
  const m = 'apps/server/src/modules'
  test.each([
    ['packages/kernel/src/money.ts', 'packages/contracts/src/orders.ts'],
    ['apps/server/src/platform/db.ts', `${m}/orders/index.ts`],
    ['apps/server/src/platform/db.ts', 'packages/contracts/src/orders.ts'],
    [`${m}/orders/place-order.ts`, 'packages/contracts/src/orders.ts'],
    [`${m}/orders/place-order.ts`, `${m}/stock/hold-stock.ts`],
    [`${m}/stock/hold-stock.ts`, `${m}/orders/index.ts`],
    [`${m}/orders/place-order.ts`, 'apps/server/src/http/deps.ts'],
    ['apps/server/src/providers/alipay.ts', `${m}/payments/settle-payment.ts`],
    ['apps/server/src/simulators/alipay/index.ts', `${m}/payments/index.ts`],
    ['apps/server/src/reads/order-list.sql.ts', `${m}/orders/index.ts`],
    ['apps/server/src/http/orders.routes.ts', `${m}/orders/orders.sql.ts`],
    ['apps/server/src/http/orders.routes.ts', 'apps/server/src/wiring/jobs.ts'],
    ['apps/shop/app/root.tsx', 'apps/server/src/app.ts'],
    ['packages/client/src/http.ts', 'apps/server/src/app.ts'],
  ])('%s may not import %s', (from, to) => expect(wrongImport(from, to)).not.toBeNull())

  test.each([
    [`${m}/orders/orders.sql.ts`, "tx.updateTable('stock.levels').set({})"],
    [`${m}/orders/orders.sql.ts`, 'sql`select 1 from stock.levels`'],
    [`${m}/orders/place-order.ts`, "tx.insertInto('orders.orders')"],
    [`${m}/orders/place-order.ts`, 'const at = new Date()'],
    [`${m}/orders/orders.sql.ts`, 'sql`update orders.orders set paid_at = now()`'],
    ['apps/server/src/reads/order-list.sql.ts', "db.insertInto('orders.orders')"],
    ['apps/server/src/http/orders.routes.ts', "await fetch('https://example.com')"],
    ['apps/server/src/http/orders.routes.ts', 'process.env.SECRET_KEY'],
  ])('%s may not say %s', (path, text) => expect(wrongText({ path, text })).not.toEqual([]))

  test('a second writer of a state is found', () => {
    const planted = { path: `${m}/orders/x.sql.ts`, text: "tx.updateTable('orders.orders').set({ state: 'paid' })" }
    expect(stateWriters([...sources, planted], 'orders.orders')).toHaveLength(2)
  })

  test.each([
    [`${m}/orders/place-order.ts`, `${m}/stock/index.ts`],
    ['apps/server/src/http/orders.routes.ts', `${m}/orders/index.ts`],
    ['apps/server/src/providers/alipay.ts', `${m}/payments/index.ts`],
  ])('%s may import %s', (from, to) => expect(wrongImport(from, to)).toBeNull())
})

import { parseArgs } from 'node:util'
import { say, withConfigured } from './configured.ts'

type Asked = { products: number; skusPerProduct: number; seed: number }

const USAGE = `npm run hearth -- generate [--products 100000] [--skus-per-product 3] [--seed 7]
  --products          how many products, 1 to 1000000
  --skus-per-product  how many SKUs each has, 1 to 12
  --seed              another number makes other products`
const LIMITS = { products: 1_000_000, 'skus-per-product': 12, seed: 999_999 }

/** `generate`: fills the shop with generated products, for trying a large catalogue out. Never in production. */
export async function generate(words: readonly string[]): Promise<void> {
  const asked = read(words)
  if (!asked) return
  await withConfigured(async ({ db, config }) => {
    if (config.isProduction) return fail('正式环境不能生成演示商品。 There are no generated products in production.')
    const beganAt = performance.now()
    const { generateCatalogue } = await import('../../seeds/generated/generate.ts')
    const { added, known } = await generateCatalogue(db, { ...asked, say })
    const seconds = ((performance.now() - beganAt) / 1_000).toFixed(1)
    say(`已生成 ${added} 个商品，${known} 个原已存在（${seconds} 秒）。 ${added} products added, ${known} were there already.`)
  })
}

function read(words: readonly string[]): Asked | null {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: {
        products: { type: 'string', default: '100000' }, 'skus-per-product': { type: 'string', default: '3' },
        seed: { type: 'string', default: '7' },
      },
    })
    const whole = (name: keyof typeof LIMITS) => wholeNumber(name, values[name])
    return { products: whole('products'), skusPerProduct: whole('skus-per-product'), seed: whole('seed') }
  } catch (fault) {
    fail(`${fault instanceof Error ? fault.message : String(fault)}\n\n${USAGE}`)
    return null
  }
}

function wholeNumber(name: keyof typeof LIMITS, text: string): number {
  const value = Number(text)
  if (/^\d+$/.test(text) && value >= 1 && value <= LIMITS[name]) return value
  throw new Error(`--${name} 应为 1 到 ${LIMITS[name]} 的整数。 --${name} must be a whole number from 1 to ${LIMITS[name]}.`)
}

function fail(text: string): void {
  process.stderr.write(`${text}\n`)
  process.exitCode = 1
}

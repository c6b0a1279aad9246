import type { Config } from '../platform/config.ts'
import type { Db } from '../platform/db.ts'
import { demoAccounts } from '../http/dev-desk/demo-accounts.ts'

/** Where everything is, and who can sign in. */
export async function printWelcome(config: Config, db: Db, say: (text: string) => void): Promise<void> {
  const at = (path: string) => `${config.publicUrl}${path}`
  const lines = ['', 'Hearth is running.', `  Shop            ${at('/')}`, `  Console         ${at('/admin/')}`]
  if (!config.isProduction) {
    lines.push(`  API             ${at('/api/docs/')}`, `  Developer desk  ${at('/dev/')}`)
    const admin = await db.selectFrom('accounts.users').select('id').where('username', '=', 'admin').executeTakeFirst()
    if (config.loadsLivingShop && admin) {
      lines.push('', 'Demo accounts:')
      for (const account of demoAccounts) {
        lines.push(`  ${account.username.padEnd(10)} ${account.password.padEnd(20)} ${account.who.en} · ${account.who.zh}`)
      }
    }
  }
  say([...lines, '', 'Ctrl-C stops everything.'].join('\n'))
}

import { fenFromText } from '@hearth/kernel/money'
import type { Bad, Env } from './config-providers.ts'

/** The shop's own account, to which buyers transfer money. */
export type BankAccount = { accountName: string; bank: string; accountNumber: string }

export type PaymentsConfig = {
  /** null: nobody can pay by bank transfer here. */
  bankAccount: BankAccount | null
  /** How long an order waits for staff once its buyer has sent proof of a transfer. */
  proofHoldMs: number
  /** The most that one payment may be; null: no limit. */
  paymentMaxFen: number | null
  /** What was agreed that payment companies take, in hundredths of a percent. */
  feeBasisPoints: { alipay: number; wechat: number }
  /** Signs the simple notices of `mock` and `bank`, which production does not take. */
  simpleNoticeSecret: string
}

const BANK = ['BANK_ACCOUNT_NAME', 'BANK_NAME', 'BANK_ACCOUNT_NUMBER'] as const
const DAY_MS = 86_400_000

/** Nobody's: the demo shop shows paying by bank transfer without any real account. */
export const DEMO_BANK_ACCOUNT: BankAccount = {
  accountName: '示例电器商城（演示账户，请勿汇款）', bank: '示例银行演示支行', accountNumber: '0000 0000 0000 0000',
}

type Around = { secretKey: string; isDemo: boolean }

/**
 * What the environment says of paying, beside the companies. The bank account is there whole or not at all; the demo
 * shop of a developer has one that does not exist.
 */
export function readPayments(env: Env, { secretKey, isDemo }: Around, bad: Bad): PaymentsConfig {
  const isBank = BANK.some((name) => env[name])
  for (const name of BANK) if (isBank && !env[name]) bad(name, 'is missing while bank transfer is switched on')
  const days = env.BANK_PROOF_HOLD_DAYS || '3'
  if (!/^[1-9]\d?$/.test(days)) bad('BANK_PROOF_HOLD_DAYS', 'must be a number of days from 1 to 99')
  const most = env.PAYMENT_MAX_AMOUNT ? fenFromText(env.PAYMENT_MAX_AMOUNT) : null
  if (env.PAYMENT_MAX_AMOUNT && !most) bad('PAYMENT_MAX_AMOUNT', 'must be an amount such as 50000.00')
  return {
    bankAccount: isBank
      ? { accountName: env.BANK_ACCOUNT_NAME ?? '', bank: env.BANK_NAME ?? '', accountNumber: env.BANK_ACCOUNT_NUMBER ?? '' }
      : isDemo ? DEMO_BANK_ACCOUNT : null,
    proofHoldMs: Number(days) * DAY_MS,
    paymentMaxFen: most,
    feeBasisPoints: { alipay: feeRate(env, 'ALIPAY_FEE_RATE', bad), wechat: feeRate(env, 'WECHAT_PAY_FEE_RATE', bad) },
    simpleNoticeSecret: env.PAYMENT_NOTICE_SECRET || secretKey,
  }
}

/** A percent with two places, as an amount has. */
function feeRate(env: Env, name: string, bad: Bad): number {
  const rate = fenFromText(env[name] || '0.60')
  if (rate === null) bad(name, 'must be a percent such as 0.60')
  return rate ?? 0
}

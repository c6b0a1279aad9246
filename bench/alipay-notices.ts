import { createSign, generateKeyPairSync } from 'node:crypto'

/** A merchant's account at Alipay for one run: what the server is configured with, and Alipay's own hand. */
export type BenchAlipay = {
  env: Record<string, string>
  /** The signed notice that this trade was paid, as a form. */
  notice(trade: { orderNumber: string; amount: string }): string
}

const APP_ID = '9021000000000007'
const SELLER_ID = '2088000000000007'

let opened: BenchAlipay | null = null

/** The account of this run; its keys are made when it is first asked for. */
export function benchAlipay(): BenchAlipay {
  opened ??= openAccount()
  return opened
}

function openAccount(): BenchAlipay {
  const [merchant, company] = [newKeys(), newKeys()]
  return {
    env: {
      ALIPAY_APPID: APP_ID, ALIPAY_SELLER_ID: SELLER_ID, ALIPAY_PRIVATE_KEY: merchant.privateKey,
      ALIPAY_PUBLIC_KEY: company.publicKey,
    },
    notice: ({ orderNumber, amount }) => {
      const fields: Record<string, string> = {
        notify_id: `bench-${orderNumber}`, notify_type: 'trade_status_sync', notify_time: '2026-11-20 10:00:00',
        charset: 'utf-8', version: '1.0', app_id: APP_ID, auth_app_id: APP_ID, seller_id: SELLER_ID,
        trade_no: `22${orderNumber}`, out_trade_no: orderNumber, subject: 'Hearth', trade_status: 'TRADE_SUCCESS',
        total_amount: amount, receipt_amount: amount, buyer_pay_amount: amount,
      }
      const content = Object.keys(fields).sort().map((name) => `${name}=${fields[name]}`).join('&')
      const sign = createSign('RSA-SHA256').update(content, 'utf8').sign(company.privateKey, 'base64')
      return new URLSearchParams({ ...fields, sign_type: 'RSA2', sign }).toString()
    },
  }
}

function newKeys() {
  return generateKeyPairSync('rsa', {
    modulusLength: 2_048, publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
}

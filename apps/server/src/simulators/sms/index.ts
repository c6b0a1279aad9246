import type { FastifyPluginAsync } from 'fastify'
import type { SmsConfig } from '../../platform/config-providers.ts'
import type { Db } from '../../platform/db.ts'
import { inTransaction } from '../../platform/db.ts'
import { createBooks, isOut, putOutage, selectMessages } from './books.ts'
import type { Message } from './books.ts'
import { OUTAGE } from './company.ts'
import type { Company } from './company.ts'
import { simulatorPlugin } from './plugin.ts'

export type { Channel, Message } from './books.ts'

/** What was sent, and the company's bad days, for the developer desk and tests. */
export type MessageDesk = {
  /** The newest hundred messages, newest first; of one receiver when `to` is given. */
  messages(to?: string): Promise<Message[]>
  /** Makes every message fail, in all processes, until it is ended. */
  setDown(isDown: boolean): Promise<void>
  isDown(): Promise<boolean>
}

export type SmsSimulator = {
  /** What a customer of this company puts into his settings. */
  config: SmsConfig
  plugin: FastifyPluginAsync
  desk: MessageDesk
}

/**
 * Alibaba Cloud's text messages as they look from outside, over loopback HTTP with the real signature. `baseUrl` is
 * where the plugin will be mounted. Never opened in production.
 */
export async function openSmsSimulator(parts: { db: Db; baseUrl: string; now(): Date }): Promise<SmsSimulator> {
  const { db, baseUrl, now } = parts
  await createBooks(db)
  const company: Company = { db, now, keyId: 'LTAIsimulated', secret: 'simulated-access-key-secret', signName: 'Hearth' }
  return {
    config: {
      accessKeyId: company.keyId, accessKeySecret: company.secret, signName: company.signName,
      templates: { verify: 'SMS_100000001', reset_password: 'SMS_100000002' }, endpoint: baseUrl,
    },
    plugin: simulatorPlugin(company),
    desk: {
      messages: (to) => selectMessages(db, to ?? null),
      setDown: (isDown) => inTransaction(db, (tx) => putOutage(tx, OUTAGE, isDown)),
      isDown: () => isOut(db, OUTAGE),
    },
  }
}

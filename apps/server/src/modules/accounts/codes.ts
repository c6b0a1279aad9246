import { randomInt } from 'node:crypto'
import svgCaptcha from 'svg-captcha'
import sharp from 'sharp'
import { Refusal } from '@hearth/kernel/errors'
import { isProviderDown, isProviderSaidNo } from '../../platform/provider-faults.ts'
import { hitThrottle } from '../../platform/shared-store.ts'
import type { SharedStore, Throttle } from '../../platform/shared-store.ts'
import { refuseFields, sentences } from './errors.ts'
import { hashOf } from './sessions.ts'
import type { SmsPurpose, SmsSender } from './sms-sender.ts'

const LIVES_MS = 300_000
const TRIES = 5
const INK = '#4a2b14'
const PAPER = '#f6f4f1'
const DAY_MS = 86_400_000
const pictureKey = (id: string) => `picture:${id}`
const smsKey = (mobile: string, purpose: SmsPurpose) => `sms:${purpose}:${mobile}`

/** Draws a picture code (contract D-03): 4 characters, 300 seconds, one use. @returns a PNG of 150 × 50 */
export async function drawPictureCode(store: SharedStore, id: string, now: Date): Promise<Buffer> {
  const { text, data } = svgCaptcha.create({ size: 4, ignoreChars: '0Oo1IlLi', noise: 3 })
  await store.keep({ key: pictureKey(id), value: text.toLowerCase(), until: new Date(now.getTime() + LIVES_MS) })
  return sharp(Buffer.from(dark(data))).flatten({ background: PAPER }).png().toBuffer()
}

/** In ink that is read in sunlight, by weak eyes too; the library draws in pale greys. */
function dark(svg: string): string {
  return svg.replace(/(fill|stroke)="#[0-9a-f]+"/gi, (_, attribute: string) => `${attribute}="${INK}"`)
}

/** The text of a picture code still alive; the developer desk's. */
export function readPictureCode(store: SharedStore, id: string, now: Date): Promise<string | null> {
  return store.read(pictureKey(id), now)
}

/** Spends a picture code. Throws accounts.invalid on `text` when it was not read right. */
export async function checkPicture(
  store: SharedStore, answer: { id: string; text: string }, now: Date, facts: Record<string, unknown> = {},
): Promise<void> {
  const text = await store.take(pictureKey(answer.id), now)
  if (text === null || text !== answer.text.trim().toLowerCase()) refuseFields({ text: [sentences.picture] }, facts)
}

export type CodeParts = {
  store: SharedStore
  sms: SmsSender | null
  smsDaily: { mobile: number; address: number; device: number }
  now: Date
}
export type SendCode = { mobile: string; purpose: SmsPurpose; address: string; deviceId: string | null }

/**
 * Sends a code of 6 digits that lives 300 seconds (contract D-04). One a minute to a mobile, and so many a day for a
 * mobile, an address and a device. When the company is down nothing counts. Calls the company, so no transaction.
 * Throws throttle.too_many, accounts.sms_not_set_up, accounts.sms_down, accounts.invalid.
 */
export async function sendSmsCode(parts: CodeParts, input: SendCode): Promise<void> {
  const { store, sms, now } = parts
  if (!sms) throw new Refusal('accounts.sms_not_set_up')
  const counted = await countSending(parts, input)
  const { mobile, purpose } = input
  const code = String(randomInt(0, 1_000_000)).padStart(6, '0')
  try {
    await sms.sendCode({ mobile, code, purpose })
  } catch (fault) {
    for (const [throttle, who] of counted) await store.unhit(throttle, who)
    if (isProviderSaidNo(fault)) refuseFields({ mobile: [sentences.smsRefused] })
    if (isProviderDown(fault)) throw Object.assign(new Refusal('accounts.sms_down'), { cause: fault })
    throw fault
  }
  // Only now, so that a message that could not be sent leaves the code before it good.
  await store.keep({ key: smsKey(mobile, purpose), value: code, until: new Date(now.getTime() + LIVES_MS) })
}

async function countSending({ store, smsDaily, now }: CodeParts, input: SendCode): Promise<[Throttle, string][]> {
  const device = input.deviceId === null ? null : hashOf(input.deviceId)
  const rules: [Throttle, string | null][] = [
    [{ name: `sms-${input.purpose}`, limit: 1, windowMs: 60_000 }, input.mobile],
    [{ name: `sms-day-${input.purpose}`, limit: smsDaily.mobile, windowMs: DAY_MS }, input.mobile],
    [{ name: 'sms-day-address', limit: smsDaily.address, windowMs: DAY_MS }, input.address],
    [{ name: 'sms-day-device', limit: smsDaily.device, windowMs: DAY_MS }, device],
  ]
  const counted: [Throttle, string][] = []
  for (const [throttle, who] of rules) {
    if (who === null) continue
    try {
      await hitThrottle(store, throttle, who, now)
      counted.push([throttle, who])
    } catch (refusal) {
      for (const [each, whose] of counted) await store.unhit(each, whose)
      throw refusal
    }
  }
  return counted
}

export type GivenCode = { mobile: string; purpose: SmsPurpose; code: string }

/** Whether this is the code, without spending it. Who hears `false` has to be counted by {@link useSmsCode}. */
export async function holdsSmsCode(store: SharedStore, given: GivenCode, now: Date): Promise<boolean> {
  return (await store.read(smsKey(given.mobile, given.purpose), now)) === given.code
}

/** Spends the code that was sent to a mobile; five wrong ones end it. Throws accounts.invalid on `sms_code`. */
export async function useSmsCode(store: SharedStore, { mobile, purpose, code }: GivenCode, now: Date): Promise<void> {
  const isRight = await store.match({ key: smsKey(mobile, purpose), value: code, maxTries: TRIES }, now)
  if (!isRight) refuseFields({ sms_code: [sentences.smsCode] })
}

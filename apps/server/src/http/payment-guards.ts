import type { FastifyRequest } from 'fastify'
import { Refusal } from '@hearth/kernel/errors'
import { isStaff } from '../modules/accounts/index.ts'
import { selectListedPayment } from '../modules/payments/index.ts'
import type { Payment } from '../modules/payments/index.ts'
import { hitThrottle } from '../platform/shared-store.ts'
import { personOf } from './access.ts'
import type { Deps } from './deps.ts'
import { deviceIdOf } from './device.ts'
import { idOf } from './id-of.ts'

const PAYING = { name: 'pay', limit: 10, windowMs: 60_000 }
const SAME_PERSON = { name: 'pay_start_person', limit: 1, windowMs: 5_000 }
const SAME_DEVICE = { name: 'pay_start_device', limit: 3, windowMs: 10_000 }

/** 10 payment actions a minute per person; staff look at as many as they need. */
export async function countPayAction(deps: Deps, request: FastifyRequest): Promise<void> {
  const person = personOf(request)
  if (isStaff(person) && request.method === 'GET') return
  await hitThrottle(deps.store, PAYING, String(person.id), deps.now())
}

/**
 * Before a payment is started: the same person not twice in 5 s, one device at most 3 times in 10 s (contract §0.3).
 * Never by the network address: an office behind one would lock itself out (decision 16).
 */
export async function guardStart(deps: Deps, request: FastifyRequest): Promise<void> {
  const at = deps.now()
  await hitThrottle(deps.store, SAME_PERSON, String(personOf(request).id), at)
  const device = deviceIdOf(request)
  if (device) await hitThrottle(deps.store, SAME_DEVICE, device, at)
}

/** The attempt in the path: one's own, or any for staff. Throws payments.not_found. */
export async function shownPayment(deps: Deps, request: FastifyRequest): Promise<Payment> {
  const person = personOf(request)
  const payment = await selectListedPayment(deps.db, idOf(request))
  if (!payment || (payment.userId !== person.id && !isStaff(person))) throw new Refusal('payments.not_found')
  return payment
}

/** One's own attempt. Throws payments.not_found. */
export async function ownPayment(deps: Deps, request: FastifyRequest): Promise<Payment> {
  const payment = await shownPayment(deps, request)
  if (payment.userId !== personOf(request).id) throw new Refusal('payments.not_found')
  return payment
}

import { isIPv6 } from 'node:net'
import type { FastifyRequest } from 'fastify'

/**
 * What limits per address count by: the address, and of one of version 6 its network of 64 bits, which a household or a
 * rented server has whole.
 */
export function networkOf({ ip }: FastifyRequest): string {
  const plain = ip.replace(/^::ffff:(?=\d+\.)/i, '')
  if (!isIPv6(plain)) return plain
  const [head = '', tail] = plain.split('::')
  const before = head.split(':').filter(Boolean)
  const after = (tail ?? '').split(':').filter(Boolean)
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length
  return `${[...before, ...Array<string>(zeros).fill('0'), ...after].slice(0, 4).map((part) => part.replace(/^0+(?=.)/, '')).join(':')}::/64`
}

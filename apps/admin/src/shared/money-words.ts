import type { ConsoleTexts } from '@hearth/client/console-texts'
import type { RefundView } from '@hearth/contracts/refunds'

/** Why money goes back: a person's words, or the rule by which it does so by itself. */
export function refundReason({ reason, suspense }: Pick<RefundView, 'reason' | 'suspense'>, t: ConsoleTexts['money']): string {
  const rules: Record<string, string> = t.suspense.reasons
  return suspense === null ? reason : rules[reason] ?? reason
}

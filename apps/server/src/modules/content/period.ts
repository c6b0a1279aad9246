/** Whether something is shown: never, not yet, now, not any more. */
export type ContentState = 'off' | 'scheduled' | 'running' | 'ended'
export type Shown = { isActive: boolean; startsAt: Date | null; endsAt: Date | null }

/** How it stands at that instant. Shown from the start until the end; an open end is null. */
export function stateAt({ isActive, startsAt, endsAt }: Shown, at: Date): ContentState {
  if (endsAt && endsAt <= at) return 'ended'
  if (!isActive) return 'off'
  return startsAt && startsAt > at ? 'scheduled' : 'running'
}

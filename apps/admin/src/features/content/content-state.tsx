import type { ContentState } from '@hearth/contracts/content'
import { useTexts } from '../../shared/language.tsx'

const tones: Record<ContentState, string> = { off: 'grey', scheduled: 'amber', running: 'teal', ended: 'ink' }

/** Whether something is shown now. */
export function ContentStateTag({ state }: { state: ContentState }) {
  return <span className={`tag tag-${tones[state]}`}>{useTexts().content.states[state]}</span>
}

import Segmented from 'antd/es/segmented'
import { useState } from 'react'
import { useTexts } from '../../shared/language.tsx'
import { smallPicture } from '../../shared/pictures/picture-file.ts'
import type { CaseDraft } from './case-draft.ts'

/** A case as the shop shows it, as wide as a phone or as a desk. */
export function CasePreview({ draft }: { draft: CaseDraft }) {
  const { cases: t, content: words } = useTexts()
  const [wide, setWide] = useState<'phone' | 'desk'>('phone')
  return (
    <section className="panel case-preview" aria-label={t.previewTitle}>
      <div className="part-head">
        <h2>{t.previewTitle}</h2>
        <Segmented value={wide} onChange={setWide} aria-label={t.previewTitle}
          options={[{ value: 'phone', label: words.onPhone }, { value: 'desk', label: words.onDesk }]} />
      </div>
      <p className="hint">{words.previewNote}</p>
      <div className={`case-frame case-${wide}`} tabIndex={0} role="group"
        aria-label={wide === 'phone' ? words.onPhone : words.onDesk}>
        <article className="case-look">
          {draft.cover !== '' && <img className="case-cover" src={smallPicture(draft.cover, 800)} alt="" />}
          <p className="case-title">{draft.title.trim() === '' ? t.noTitle : draft.title}</p>
          {draft.blocks.map((block) => block.type === 'text'
            ? <p key={block.key} className="case-text">{block.text}</p>
            : block.picture !== '' && (
              <figure key={block.key}>
                <img src={smallPicture(block.picture, 800)} alt={block.text} />
                {block.text.trim() !== '' && <figcaption>{block.text}</figcaption>}
              </figure>
            ))}
        </article>
      </div>
    </section>
  )
}

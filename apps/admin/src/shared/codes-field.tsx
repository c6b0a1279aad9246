import Button from 'antd/es/button'
import TextArea from 'antd/es/input/TextArea'
import { useId } from 'react'
import type { ConsoleTexts } from '@hearth/client/console-texts'
import { refusalReason } from '@hearth/client/console-texts'
import type { RefusedCode } from './fault-words.ts'
import { useTexts } from './language.tsx'
import { parseCodes, withoutCodes } from './unit-codes.ts'

type CodesFieldProps = {
  label: string
  value: string
  onChange: (text: string) => void
  /** How many codes there must be; absent when any number will do. */
  expected?: number
  refused: RefusedCode[]
  rows?: number
}

/** A box for codes as people paste and scan them: counts, names what is double or no code, shows what was refused. */
export function CodesField({ label, value, onChange, expected, refused, rows = 4 }: CodesFieldProps) {
  const texts = useTexts()
  const id = useId()
  const { codes } = parseCodes(value)
  const standing = refused.filter((entry) => codes.includes(entry.code))
  const removeRefused = () => onChange(withoutCodes(value, standing.map(({ code }) => code)))
  const full = expected === undefined || codes.length === expected || codes.length === 0
  return (
    <div className="codes">
      <div className="codes-head">
        <label htmlFor={id}>{label}</label>
        <span className={full ? 'codes-count' : 'codes-count codes-count-off'} aria-live="polite">
          {expected === undefined ? texts.codes.count(codes.length) : texts.codes.countOf(codes.length, expected)}
        </span>
      </div>
      <TextArea
        id={id}
        className="codes-box"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        rows={rows}
        spellCheck={false}
        autoComplete="off"
        status={standing.length > 0 || !full ? 'error' : ''}
        aria-describedby={`${id}-words`}
      />
      <div id={`${id}-words`}>
        <CodeWords value={value} texts={texts} />
        <RefusedCodes refused={standing} onRemove={removeRefused} />
      </div>
    </div>
  )
}

function CodeWords({ value, texts }: { value: string; texts: ConsoleTexts }) {
  const { duplicates, malformed } = parseCodes(value)
  return (
    <>
      {duplicates.length > 0 && <p className="words-amber">{texts.codes.duplicates(someOf(duplicates, texts))}</p>}
      {malformed.length > 0 && <p className="words-red">{texts.codes.malformed(someOf(malformed, texts))}</p>}
    </>
  )
}

/** The codes that the server refused, each with its reason. */
export function RefusedCodes({ refused, onRemove }: { refused: RefusedCode[]; onRemove?: () => void }) {
  const texts = useTexts()
  if (refused.length === 0) return null
  return (
    <div className="refused" role="alert">
      <p className="words-red">{texts.codes.refused(refused.length)}</p>
      <ul>
        {refused.map(({ code, reason }) => (
          <li key={code}><code>{code}</code> <span>{refusalReason(texts, reason)}</span></li>
        ))}
      </ul>
      {onRemove && <Button size="small" onClick={onRemove}>{texts.codes.remove}</Button>}
    </div>
  )
}

function someOf(codes: string[], texts: ConsoleTexts): string {
  const shown = codes.slice(0, 5).join(' ')
  return codes.length > 5 ? `${shown} … ${texts.codes.andMore(codes.length)}` : shown
}

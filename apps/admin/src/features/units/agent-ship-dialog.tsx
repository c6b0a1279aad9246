import Select from 'antd/es/select'
import { useMutation } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { UnitsToAgent } from '@hearth/client/console-api'
import { ActionDialog } from '../../shared/action-dialog.tsx'
import { api } from '../../shared/api.ts'
import { CodesField, RefusedCodes } from '../../shared/codes-field.tsx'
import { refusedCodes } from '../../shared/fault-words.ts'
import { useTexts } from '../../shared/language.tsx'
import { useOnceKey } from '../../shared/once-key.ts'
import { ActionFault } from '../../shared/states.tsx'
import { useToast } from '../../shared/toast.tsx'
import { parseCodes } from '../../shared/unit-codes.ts'
import { useAgentChoices, useUnitsChanged } from './unit-choices.ts'

type AgentShipProps = { codes: string[]; onClose: () => void; onDone: () => void }

/** Ships units to an agent: the selected ones, or any pasted and scanned codes. All or nothing. */
export function AgentShipDialog({ codes, onClose, onDone }: AgentShipProps) {
  const texts = useTexts()
  const t = texts.agentShipping
  const { parsed, text, setText, agentId, setAgentId, agentName, choices } = useAgentDraft(codes)
  const onceKey = useOnceKey()
  const toast = useToast()
  const changed = useUnitsChanged()
  const [tried, setTried] = useState(false)
  const shipping = useMutation({
    mutationFn: (body: UnitsToAgent) => api.shipUnits(body, onceKey(body)),
    onSuccess: ({ count }) => {
      toast(t.done(count, agentName))
      onDone()
      onClose()
    },
    onSettled: changed,
  })
  function submit(): void {
    setTried(true)
    if (agentId === undefined || parsed.codes.length === 0 || parsed.malformed.length > 0) return
    shipping.mutate({ agent_id: agentId, qrcode_ids: parsed.codes })
  }
  const count = parsed.codes.length
  const preview = agentId === undefined ? t.previewNoAgent(count) : t.preview(count, agentName)
  const refused = refusedCodes(shipping.error)
  return (
    <ActionDialog
      title={t.title}
      will={count === 0 ? [t.nothing] : [preview, ...t.will]}
      submit={t.submit(count)}
      busy={shipping.isPending}
      error={shipping.error}
      onSubmit={submit}
      onClose={onClose}
      width={600}
    >
      <div className="fields">
        <AgentField choices={choices} value={agentId} onChange={setAgentId} missing={tried && agentId === undefined} />
        <CodesField label={texts.codes.label} value={text} onChange={setText} refused={refused} rows={8} />
        <p className="hint">{texts.codes.hint}</p>
        <RefusedCodes refused={refused.filter(({ code }) => !parsed.codes.includes(code))} />
      </div>
    </ActionDialog>
  )
}

function useAgentDraft(codes: string[]) {
  const [text, setText] = useState(codes.join('\n'))
  const [agentId, setAgentId] = useState<number>()
  const choices = useAgentChoices(true)
  const agentName = choices.agents.find((agent) => agent.id === agentId)?.username ?? ''
  return { parsed: parseCodes(text), text, setText, agentId, setAgentId, agentName, choices }
}

type AgentFieldProps = {
  choices: ReturnType<typeof useAgentChoices>
  value: number | undefined
  onChange: (agentId: number) => void
  missing: boolean
}

function AgentField({ choices, value, onChange, missing }: AgentFieldProps) {
  const texts = useTexts()
  const id = useId()
  return (
    <div>
      <label htmlFor={id} className="field-label">{texts.units.agent}<span aria-hidden="true"> *</span></label>
      <Select id={id} className="full" value={value} placeholder={texts.units.pickAgent} options={choices.options}
        loading={choices.loading} showSearch={{ optionFilterProp: 'label' }} status={missing ? 'error' : ''}
        aria-label={texts.units.agent} onChange={onChange} />
      {missing && <p className="words-red" role="alert">{texts.agentShipping.agentNeeded}</p>}
      <ActionFault error={choices.error} />
    </div>
  )
}

import { useEffect, useState } from 'react'
import type { ChangeEvent, FormEvent } from 'react'
import type { ProfileView } from '@hearth/client/api/accounts'
import { uploadAvatar } from '@hearth/client/api/accounts'
import { ApiRefusal } from '@hearth/client/http'
import { profileTexts } from '@hearth/client/texts/shop-profile'
import { Form, useRevalidator } from 'react-router'
import { Avatar } from '../parts/avatar.tsx'
import { useShop, useTexts } from '../parts/use-shop.ts'
import type { FormState } from '../server/form-state.ts'

const MAX_BYTES = 20 * 1_048_576

type Props = { person: Pick<ProfileView, 'username' | 'avatar_url'>; state: FormState }

/** The picture: seen before it is saved, and sent from the page itself; without scripts as a form of parts. */
export function ProfileAvatar({ person, state }: Props) {
  const texts = useTexts(profileTexts)
  const picked = usePicked()
  const [said, setSaid] = useState({ good: '', bad: '' })
  const [isBusy, setBusy] = useState(false)
  const { language } = useShop()
  const { revalidate } = useRevalidator()
  const trouble = said.bad || state.refused?.message
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    if (!picked.file) return setSaid({ good: '', bad: texts.avatarMissing })
    if (picked.file.size > MAX_BYTES) return setSaid({ good: '', bad: texts.avatarTooBig })
    setBusy(true)
    try {
      await uploadAvatar(picked.file, language)
      setSaid({ good: texts.avatarSaved, bad: '' })
      await revalidate()
      form.reset()
      picked.pick(null)
    } catch (error) {
      const isOurs = error instanceof ApiRefusal && error.status < 500
      setSaid({ good: '', bad: (isOurs && error.message) || texts.avatarFailed })
    } finally {
      setBusy(false)
    }
  }
  const pick = (event: ChangeEvent<HTMLInputElement>) => {
    setSaid({ good: '', bad: '' })
    picked.pick(event.target.files?.[0] ?? null)
  }
  const alt = picked.preview ? texts.avatarPreview : texts.avatar
  return (
    <Form method="post" encType="multipart/form-data" onSubmit={send} className="mt-4 flex gap-5">
      <input type="hidden" name="part" value="avatar" />
      <Avatar src={picked.preview || person.avatar_url} name={person.username} alt={alt} />
      <div className="min-w-0 flex-1">
        <label htmlFor="field-file" className="block text-sm font-semibold">{texts.avatarPick}</label>
        <input
          id="field-file" name="file" type="file" accept="image/jpeg,image/png,image/webp" required onChange={pick} aria-invalid={trouble ? true : undefined} aria-describedby="told-file"
          className="file-input mt-1"
        />
        <p id="told-file" role="status" className={`text-sm ${trouble ? 'text-red' : said.good ? 'text-teal' : 'text-muted'}`}>{trouble || said.good || texts.avatarHint}</p>
        <button type="submit" name="intent" value="avatar" disabled={isBusy} className="btn btn-line mt-2">{isBusy ? texts.saving : texts.avatarSave}</button>
      </div>
    </Form>
  )
}

/** The picked file and an address to show it by, given back when another one is picked. */
function usePicked() {
  const [picked, setPicked] = useState<{ file: File | null; preview: string }>({ file: null, preview: '' })
  useEffect(() => () => {
    if (picked.preview) URL.revokeObjectURL(picked.preview)
  }, [picked])
  return { ...picked, pick: (file: File | null) => setPicked({ file, preview: file ? URL.createObjectURL(file) : '' }) }
}

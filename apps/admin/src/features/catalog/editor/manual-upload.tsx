import UploadOutlined from '@ant-design/icons/UploadOutlined'
import Button from 'antd/es/button'
import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import type { ManualUploaded } from '@hearth/contracts/media'
import { api } from '../../../shared/api.ts'
import { useTexts } from '../../../shared/language.tsx'
import { ActionFault } from '../../../shared/states.tsx'

/** A PDF from this machine, which becomes a row of the manuals. */
export function ManualUpload({ onUploaded }: { onUploaded: (manual: ManualUploaded) => void }) {
  const t = useTexts().editor
  const input = useRef<HTMLInputElement>(null)
  const uploading = useMutation({ mutationFn: (file: File) => api.uploadManual(file), onSuccess: onUploaded })
  return (
    <div className="manual-upload">
      <Button icon={<UploadOutlined aria-hidden />} loading={uploading.isPending}
        onClick={() => input.current?.click()}>
        {t.uploadManual}
      </Button>
      <input ref={input} type="file" accept="application/pdf,.pdf" hidden aria-label={t.uploadManual}
        onChange={({ target }) => {
          if (target.files?.[0]) uploading.mutate(target.files[0])
          target.value = ''
        }} />
      <ActionFault error={uploading.error} />
    </div>
  )
}

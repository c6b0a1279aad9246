import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { api } from '../api.ts'
import { faultWords } from '../fault-words.ts'
import { useTexts } from '../language.tsx'
import { randomKey } from '../random-key.ts'
import { pictureFault } from './picture-file.ts'

/** A file on its way, or one that did not arrive, with the reason. */
export type Upload = { key: string; file: File; fault: string | null }

/** Uploads files one after another and says the address of each that arrived. */
export function useUploads(onArrived: (url: string) => void) {
  const texts = useTexts()
  const client = useQueryClient()
  const [uploads, setUploads] = useState<Upload[]>([])
  const arrived = useRef(onArrived)
  useEffect(() => { arrived.current = onArrived })
  const mark = (key: string, fault: string | null) =>
    setUploads((now) => now.map((upload) => (upload.key === key ? { ...upload, fault } : upload)))
  const dismiss = (key: string) => setUploads((now) => now.filter((upload) => upload.key !== key))

  async function send({ key, file }: Upload): Promise<void> {
    const fault = pictureFault(file)
    if (fault) return mark(key, texts.pictures.faults[fault])
    try {
      const { url } = await api.uploadPicture(file)
      dismiss(key)
      arrived.current(url)
    } catch (error) {
      mark(key, faultWords(error, texts))
    }
  }
  async function upload(files: readonly File[]): Promise<void> {
    const fresh = files.map((file) => ({ key: randomKey(), file, fault: null }))
    setUploads((now) => [...now, ...fresh])
    for (const each of fresh) await send(each)
    void client.invalidateQueries({ queryKey: ['pictures'] })
  }
  function again(failed: Upload): void {
    mark(failed.key, null)
    void send({ ...failed, fault: null })
  }
  return { uploads, upload, again, dismiss }
}

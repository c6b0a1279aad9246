import { useQuery } from '@tanstack/react-query'
import Button from 'antd/es/button'
import Drawer from 'antd/es/drawer'
import { useState } from 'react'
import type { MediaImageView } from '@hearth/contracts/media'
import { api } from '../../shared/api.ts'
import { Facts, Part } from '../../shared/facts.tsx'
import { useTexts } from '../../shared/language.tsx'
import { PersonLink } from '../../shared/person-link.tsx'
import { timeShown } from '../../shared/shown.ts'
import { LoadFault, LoadingBlock } from '../../shared/states.tsx'
import { useToast } from '../../shared/toast.tsx'
import { bytesShown, typeShown } from './bytes-shown.ts'
import { Blurred, nameOf } from './library-grid.tsx'
import { PictureUses } from './picture-uses.tsx'

type DrawerProps = { id: number | null; onClose: () => void; onRemove: (picture: MediaImageView) => void }

/** Everything about one picture. */
export function PictureDrawer({ id, onClose, onRemove }: DrawerProps) {
  const texts = useTexts()
  return (
    <Drawer open={id !== null} onClose={onClose} size={520} destroyOnHidden title={texts.library.title}
      closable={{ 'aria-label': texts.dialog.close }} styles={{ wrapper: { maxWidth: '100vw' } }}>
      {id !== null && <Look id={id} onRemove={onRemove} />}
    </Drawer>
  )
}

function Look({ id, onRemove }: { id: number; onRemove: (picture: MediaImageView) => void }) {
  const t = useTexts().library
  const found = useQuery({ queryKey: ['pictures', 'one', id], queryFn: () => api.picture(id) })
  if (found.isError) return <LoadFault error={found.error} retry={() => void found.refetch()} />
  if (!found.data) return <LoadingBlock rows={10} />
  const picture = found.data
  return (
    <div className="look">
      <div className="picture-look"><Blurred picture={picture} width={800} /></div>
      <div className="look-actions">
        <Button href={picture.url} target="_blank" rel="noreferrer">{t.openWhole}</Button>
        <Button danger onClick={() => onRemove(picture)}>{t.remove}</Button>
      </div>
      <PictureFacts picture={picture} />
      <Address url={picture.url} />
      <Part title={t.uses}><PictureUses id={id} /></Part>
    </div>
  )
}

function PictureFacts({ picture }: { picture: MediaImageView }) {
  const t = useTexts().library
  return (
    <Facts facts={[
      { label: t.name, value: nameOf(picture, t.unnamed), wide: true },
      { label: t.size, value: <span className="num">{t.pixels(picture.width, picture.height)}</span> },
      { label: t.weight, value: picture.size > 0 ? <span className="num">{bytesShown(picture.size)}</span> : t.drawnLater },
      { label: t.type, value: typeShown(picture.content_type) },
      { label: t.when, value: <span className="num">{timeShown(picture.created_at)}</span> },
      { label: t.who, value: <Uploader id={picture.uploaded_by} /> },
    ]} />
  )
}

function Uploader({ id }: { id: number | null }) {
  const found = useQuery({
    queryKey: ['people', 'one', id], queryFn: () => api.person(id ?? 0), enabled: id !== null, retry: false,
  })
  return id === null ? <>—</> : <PersonLink id={id} name={found.data?.username ?? `#${id}`} />
}

function Address({ url }: { url: string }) {
  const t = useTexts().library
  const toast = useToast()
  const [failed, setFailed] = useState(false)
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(url)
      toast(t.copied)
    } catch {
      setFailed(true)
    }
  }
  return (
    <Part title={t.address} extra={<Button size="small" onClick={() => void copy()}>{t.copy}</Button>}>
      <p className="code picture-address">{url}</p>
      {failed && <p className="words-red" role="alert">{t.notCopied}</p>}
    </Part>
  )
}

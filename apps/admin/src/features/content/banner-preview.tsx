import { useTexts } from '../../shared/language.tsx'
import { smallPicture } from '../../shared/pictures/picture-file.ts'

type PreviewProps = { title: string; picture: string }

/** A banner as the shop's home page shows it, on a phone and on a desk, in proportion to the room there is. */
export function BannerPreview(props: PreviewProps) {
  const t = useTexts().content
  return (
    <div className="previews">
      <figure className="preview">
        <figcaption>{t.onPhone}</figcaption>
        <div className="preview-box preview-phone"><Hero {...props} width={480} /></div>
      </figure>
      <figure className="preview">
        <figcaption>{t.onDesk}</figcaption>
        <div className="preview-box preview-desk"><Hero {...props} width={800} /></div>
      </figure>
    </div>
  )
}

function Hero({ title, picture, width }: PreviewProps & { width: 480 | 800 }) {
  const { banners: t } = useTexts()
  return (
    <div className="hero-look">
      <div className="hero-picture">{picture !== '' && <img src={smallPicture(picture, width)} alt="" />}</div>
      <div className="hero-words">
        <p className="hero-title">{title}</p>
        <span className="hero-button">{t.go}</span>
      </div>
    </div>
  )
}

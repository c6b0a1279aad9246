import Button from 'antd/es/button'
import { useState } from 'react'
import { createPortal } from 'react-dom'
import type { UnitView } from '@hearth/contracts/units'
import { qrPicturePath } from '@hearth/client/console-api'
import { useTexts } from '../../shared/language.tsx'

/** The unit's QR picture with what one does with it: print a label, download, open the scan page. */
export function UnitQr({ unit }: { unit: UnitView }) {
  const texts = useTexts()
  const t = texts.units
  const [attempt, setAttempt] = useState(0)
  const [failed, setFailed] = useState(false)
  const picture = qrPicturePath(unit.id, 'svg')
  function again(): void {
    setFailed(false)
    setAttempt(attempt + 1)
  }
  if (failed) {
    return (
      <p className="words-red">
        {t.qrFailed} <Button size="small" onClick={again}>{texts.faults.retry}</Button>
      </p>
    )
  }
  return (
    <div className="unit-qr">
      <img key={attempt} src={picture} alt={t.qrAlt(unit.qrcode_id)} width="148" height="148"
        onError={() => setFailed(true)} />
      <div className="unit-qr-actions">
        <Button onClick={() => window.print()}>{t.print}</Button>
        <a href={picture} download={`${unit.qrcode_id}.svg`}>{t.downloadSvg}</a>
        <a href={qrPicturePath(unit.id, 'png')} download={`${unit.qrcode_id}.png`}>{t.downloadPng}</a>
        <a href={unit.scan_url} target="_blank" rel="noreferrer">{t.scanPage}</a>
      </div>
      {createPortal(<PrintLabel unit={unit} picture={picture} />, document.body)}
    </div>
  )
}

/** What goes on paper: invisible on the screen, alone on the sheet (see units.css). */
function PrintLabel({ unit, picture }: { unit: UnitView; picture: string }) {
  return (
    <div className="print-label" aria-hidden="true">
      <img src={picture} alt="" />
      <div>
        <strong>{unit.qrcode_id}</strong>
        <span>{unit.product_type.name}</span>
        <span>{unit.product_type.model}</span>
      </div>
    </div>
  )
}

import { profileTexts } from '@hearth/client/texts/shop-profile'
import { minuteText } from '@hearth/client/view/dates'
import { Form } from 'react-router'
import { Notice } from '../parts/notice.tsx'
import { Submit } from '../parts/submit.tsx'
import { useTexts } from '../parts/use-shop.ts'

/** An account that is to be deleted says so wherever it is looked at, with the way back. */
export function DeletionNotice({ deletesAt }: { deletesAt: string }) {
  const texts = useTexts(profileTexts)
  return (
    <Notice kind="care">
      <p className="num">{texts.deletePending(minuteText(deletesAt))}</p>
      <p className="mt-1 font-normal">{texts.deletePendingText}</p>
      <Form method="post" action="/me/profile" className="mt-3"><Submit name="intent" value="keep" busy={texts.keeping} className="btn btn-line">{texts.keep}</Submit></Form>
    </Notice>
  )
}

import { expect, test } from 'vitest'
import { editedNote, orderNotes, refundedNote, spokenNote } from './order-notes.ts'

test('what the shop wrote itself is said in English, and what a person wrote stays', () => {
  expect(spokenNote(orderNotes.expired.zh, 'en')).toBe('Not paid in time, cancelled automatically')
  expect(spokenNote(orderNotes.revived.zh, 'en')).toBe(orderNotes.revived.en)
  expect(spokenNote(refundedNote('1234.50'), 'en')).toBe('¥1234.50 refunded')
  expect(spokenNote(editedNote(['receiver', 'area', 'note']), 'en')).toBe('Changed: recipient, area, note')
  for (const theirs of ['', '不想要了', '已退 3 元', '修改：颜色、备注', '已退 1.00 元，余下月底', orderNotes.expired.zh + '了']) {
    expect(spokenNote(theirs, 'en')).toBe(theirs)
  }
})

test('in Chinese every note stands as it was written', () => {
  for (const note of [orderNotes.expired.zh, refundedNote('5.00'), editedNote(['phone', 'isDeliveryInstall'])]) {
    expect(spokenNote(note, 'zh')).toBe(note)
  }
  expect(editedNote(['phone', 'isDeliveryInstall'])).toBe('修改：电话、送装一体')
})

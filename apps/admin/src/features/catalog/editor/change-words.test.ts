import { expect, test } from 'vitest'
import { consoleTexts } from '@hearth/client/console-texts'
import { fieldWords, valueWords } from './change-words.ts'

const texts = consoleTexts('zh')

test('values are said as people say them', () => {
  const said = (field: string, value: unknown) => valueWords(field, value, texts)
  expect([said('price', '4299.00'), said('cost_price', null), said('is_active', false), said('warranty_months', 36)])
    .toEqual(['¥4,299.00', '空', '否', '36 个月'])
  expect([said('main_images', ['a', 'b']), said('detail_images', []), said('selling_points', ['静音', '省电'])])
    .toEqual(['2 张', '空', '静音；省电'])
  expect(said('parameters', [{ name: '容积', value: '510 L' }])).toBe('容积 510 L')
  expect(said('spec_options', { 颜色: ['白', '灰'] })).toBe('颜色 白、灰')
  expect(said('description', 'x'.repeat(300))).toHaveLength(161)
})

test('a field that nobody named keeps its own name', () => {
  expect([fieldWords('key_spec', texts), fieldWords('unknown_field', texts)]).toEqual(['一句话参数', 'unknown_field'])
})

import type { RefusalTable, Sentence } from '@hearth/kernel/errors'

export const bulkErrors = {
  'bulk.not_found': { status: 404, code: 'NOT_FOUND', zh: '没有这次导入。', en: 'There is no such import.' },
  'bulk.unreadable': {
    status: 400, code: 'INVALID_FILE', zh: '文件无法识别。请用模板填写，保存为 CSV 或 Excel（.xlsx）。',
    en: 'This file cannot be read. Fill in the template and save it as CSV or Excel (.xlsx).',
  },
  'bulk.too_many_lines': {
    status: 400, code: 'INVALID_FILE', zh: '一次最多导入 {most} 行，请分成几个文件。',
    en: 'At most {most} lines at a time. Split the file.',
  },
  'bulk.no_lines': { status: 400, code: 'INVALID_FILE', zh: '文件里没有数据行。', en: 'The file has no lines.' },
  'bulk.no_code_column': {
    status: 400, code: 'INVALID_FILE', zh: '首行没有“商品编码”或“商品编号”这一列，请用模板的首行。',
    en: 'The first line has no column "Product code" or "Product number". Use that of the template.',
  },
  'bulk.column_twice': {
    status: 400, code: 'INVALID_FILE', zh: '首行中“{column}”出现了两次。', en: '"{column}" stands twice in the first line.',
  },
  'bulk.not_now': {
    status: 409, code: 'RESOURCE_CONFLICT', zh: '这次导入当前不能这样操作，请刷新查看。',
    en: 'This cannot be done with the import now. Load it again.',
  },
  'bulk.lines_are_bad': {
    status: 409, code: 'RESOURCE_CONFLICT', zh: '有 {bad} 行不能导入。请改好后重新上传，或只导入其余的行。',
    en: '{bad} lines cannot be imported. Mend and upload them again, or import the others only.',
  },
  'bulk.nothing_to_do': {
    status: 409, code: 'RESOURCE_CONFLICT', zh: '没有可以导入的行。', en: 'No line would change anything.',
  },
  'bulk.line_refused': {
    status: 400, code: 'VALIDATION_ERROR', zh: '这一行不能导入。', en: 'This line cannot be imported.',
  },
  'bulk.too_many_to_excel': {
    status: 400, code: 'VALIDATION_ERROR', zh: '超过 {most} 行，请改用 CSV 导出。', en: 'More than {most} lines. Export as CSV.',
  },
} as const satisfies RefusalTable

export const sentences = {
  missing: { zh: '此项必填。', en: 'This field is required.' },
  missingForNew: { zh: '新商品必须填写此项。', en: 'A new product needs this.' },
  productNumber: { zh: '应为商品编号（数字）；新商品不填。', en: 'Must be the number of a product; new ones have none.' },
  noSuchProduct: { zh: '没有这个编号的商品。', en: 'There is no product of this number.' },
  amount: { zh: '应为金额，例如 99.00。', en: 'Must be an amount such as 99.00.' },
  priceZero: { zh: '应大于零。', en: 'Must be above zero.' },
  pieces: { zh: '应为 0 到 10000000 的整数。', en: 'Must be a whole number from 0 to 10000000.' },
  months: { zh: '应为 0 到 240 的整数。', en: 'Must be a whole number from 0 to 240.' },
  yesOrNo: { zh: '请填“是”或“否”。', en: 'Say yes or no.' },
  specs: { zh: '应写成“颜色=白色;容量=510升”。', en: 'Write it as "Colour=White;Volume=510 L".' },
  tooLong: { zh: '文字太长。', en: 'The text is too long.' },
  brandUnknown: { zh: '没有这个品牌，请先在“品牌”中添加。', en: 'There is no such brand. Add it first.' },
  categoryUnknown: {
    zh: '没有这个分类。同名分类请写全路径，例如“冰箱/对开门冰箱”。',
    en: 'There is no such category. Where names repeat, write the path, e.g. "Fridges/Side by side".',
  },
  lineTwice: { zh: '与第 {line} 行是同一个规格。', en: 'The same SKU as line {line}.' },
  otherSays: { zh: '与第 {line} 行说的不同；同一商品的这一项应一致。', en: 'Line {line} says otherwise of the same product.' },
  whichSku: { zh: '这个商品有多个规格，请填写 SKU 编码或规格。', en: 'The product has several SKUs: say the SKU code or the specs.' },
  tooManySkus: { zh: '同一商品最多 500 个规格。', en: 'At most 500 SKUs of one product.' },
  heldBack: { zh: '同一商品的第 {line} 行有误，这一行随之搁置。', en: 'Held back with line {line} of the same product.' },
} as const satisfies Record<string, Sentence>

import { zipOf } from './zip-stream.ts'

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const LINKS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const KIND = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const COLUMN_WIDTH = 18
const LONGEST_CELL = 32_767

const parts: [name: string, text: string][] = [
  ['[Content_Types].xml', `${XML}<Types xmlns="${PACKAGE}/content-types">`
    + '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    + '<Default Extension="xml" ContentType="application/xml"/>'
    + `<Override PartName="/xl/workbook.xml" ContentType="${KIND}.sheet.main+xml"/>`
    + `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${KIND}.worksheet+xml"/>`
    + `<Override PartName="/xl/styles.xml" ContentType="${KIND}.styles+xml"/></Types>`],
  ['_rels/.rels', `${XML}<Relationships xmlns="${PACKAGE}/relationships">`
    + `<Relationship Id="rId1" Type="${LINKS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`],
  ['xl/workbook.xml', `${XML}<workbook xmlns="${MAIN}" xmlns:r="${LINKS}">`
    + '<sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>'],
  ['xl/_rels/workbook.xml.rels', `${XML}<Relationships xmlns="${PACKAGE}/relationships">`
    + `<Relationship Id="rId1" Type="${LINKS}/worksheet" Target="worksheets/sheet1.xml"/>`
    + `<Relationship Id="rId2" Type="${LINKS}/styles" Target="styles.xml"/></Relationships>`],
  ['xl/styles.xml', `${XML}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>`
    + '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
    + '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
    + '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
    + '<cellXfs count="2"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/></cellXfs></styleSheet>'],
]

/**
 * An Excel file with one sheet of texts, the first row bold and held in place. It is made while it is read, so memory
 * does not grow with it. Every cell is a text: nothing becomes a formula.
 */
export function excelOf(rows: AsyncIterable<string[][]>): AsyncGenerator<Buffer> {
  const files = parts.map(([name, text]) => ({ name, texts: [text] }))
  return zipOf([...files, { name: 'xl/worksheets/sheet1.xml', texts: sheetOf(rows) }])
}

async function* sheetOf(rows: AsyncIterable<string[][]>): AsyncGenerator<string> {
  let line = 0
  for await (const some of rows) {
    const start = line === 0 ? `${XML}<worksheet xmlns="${MAIN}">${frame(some[0]?.length ?? 1)}<sheetData>` : ''
    yield start + some.map((cells) => rowOf(cells, (line += 1))).join('')
  }
  if (line === 0) yield `${XML}<worksheet xmlns="${MAIN}"><sheetData>`
  yield '</sheetData></worksheet>'
}

function frame(columns: number): string {
  return '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" '
    + `state="frozen"/></sheetView></sheetViews><cols><col min="1" max="${Math.max(1, columns)}" width="${COLUMN_WIDTH}" `
    + 'customWidth="1"/></cols>'
}

function rowOf(cells: readonly string[], line: number): string {
  const style = line === 1 ? ' s="1"' : ''
  const told = cells.map((cell, at) => (cell === '' ? '' : `<c r="${columnName(at)}${line}" t="inlineStr"${style}><is>`
    + `<t xml:space="preserve">${escaped(cell.slice(0, LONGEST_CELL))}</t></is></c>`))
  return `<row r="${line}">${told.join('')}</row>`
}

/** 0 → A, 25 → Z, 26 → AA. */
function columnName(at: number): string {
  const before = at >= 26 ? columnName(Math.floor(at / 26) - 1) : ''
  return before + String.fromCharCode(65 + (at % 26))
}

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

function escaped(text: string): string {
  // Control characters and halves of a pair are no XML.
  return text.toWellFormed().replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '').replace(/[&<>]/g, (sign) => SIGNS[sign] ?? '')
}

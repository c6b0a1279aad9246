import { catalogue } from './catalogue/index.ts'
import type { ProductSeed } from './catalogue/index.ts'

const PAGE = { width: 595, height: 842, left: 56, top: 780, bottom: 64 }
/** Full-width signs in a line of text. */
const LINE_SIGNS = 42
const TITLE_SIGNS = 26
const PATH = /^manuals\/demo\/([1-9]\d{0,3})\.pdf$/

type Line = { text: string; size: number; gap: number }

/** The path of the manual of the product at this place of the catalogue, from 1. */
export function demoManualPath(place: number): string {
  return `manuals/demo/${place}.pdf`
}

/** Writes the manual of this path as a PDF; null for any other path. */
export function drawDemoManual(path: string): Buffer | null {
  const product = catalogue.products[Number(PATH.exec(path)?.[1] ?? 0) - 1]
  return product ? pdfOf(pagesOf(linesOf(product))) : null
}

function linesOf(product: ProductSeed): Line[] {
  const heading = (text: string): Line => ({ text, size: 14, gap: 34 })
  const plain = (text: string): Line[] =>
    wrapped(text).map((part, at) => ({ text: part, size: 11, gap: at === 0 ? 22 : 18 }))
  const install = product.hasInstallation
    ? '请等安装师傅上门，不要自行接水、接电、接气。安装后请当面试机，再在验收单上签字。'
    : '放在平稳、通风的地方，离墙至少十厘米。搬动后静置两小时再通电。'
  return [
    ...wrapped(`${product.name} 使用说明书`, TITLE_SIGNS).map((text): Line => ({ text, size: 18, gap: 26 })),
    ...plain(`型号 ${product.model}。本册是演示商店的样例，正式机器以随机附带的说明书为准。`),
    heading('一、开箱与安装'), ...plain('先对照装箱单清点配件，检查外观。机身标签上的编码是这台机器的身份，请不要撕下。'), ...plain(install),
    heading('二、使用'), ...plain(product.description),
    heading('三、清洁与保养'), ...plain('清洁前请断开电源。外壳用软布擦拭，不用汽油、酒精和钢丝球。长期不用时请断电并保持通风。'),
    heading('四、质保'), ...plain(`整机质保 ${product.warrantyMonths} 个月，从激活那天算起。扫机身编码可以查到期日，也可以报修。`),
    heading('五、规格参数'), ...product.parameters.flatMap(([label, value]) => plain(`${label}：${value}`)),
  ]
}

/** Lines of so many full-width signs; Latin signs are half as wide, and no line begins with a stop. */
function wrapped(text: string, most = LINE_SIGNS): string[] {
  const lines: string[] = []
  let [line, width] = ['', 0]
  for (const sign of text.replace(/\s+/g, ' ')) {
    const wide = sign < '\u007f' ? 0.5 : 1
    if (width + wide > most && !/[，。；、）：]/.test(sign)) {
      lines.push(line)
      ;[line, width] = ['', 0]
    }
    line += sign
    width += wide
  }
  return [...lines, line]
}

/** Each page as the drawing of its lines, from the top down. */
function pagesOf(lines: readonly Line[]): string[] {
  const pages: string[][] = [[]]
  let y = PAGE.top
  for (const { text, size, gap } of lines) {
    y -= gap
    if (y < PAGE.bottom) {
      pages.push([])
      y = PAGE.top
    }
    pages.at(-1)?.push(`BT /F1 ${size} Tf ${PAGE.left} ${y} Td <${Buffer.from(text, 'utf16le').swap16().toString('hex')}> Tj ET`)
  }
  return pages.map((drawn) => drawn.join('\n'))
}

/** A PDF of these pages. Its Chinese font is one that every reader brings along. */
function pdfOf(pages: readonly string[]): Buffer {
  const first = 6
  const kids = pages.map((_, at) => `${first + at * 2} 0 R`).join(' ')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /FontDescriptor 5 0 R /DW 1000 /W [1 95 500] ' +
      '/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 ' +
      '/Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
    ...pages.flatMap((drawn, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${PAGE.width} ${PAGE.height}] /Contents ${first + at * 2 + 1} 0 R ` +
        '/Resources << /Font << /F1 3 0 R >> >> >>',
      `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`,
    ]),
  ]
  let file = '%PDF-1.4\n'
  const places = objects.map((body, at) => {
    const place = file.length
    file += `${at + 1} 0 obj\n${body}\nendobj\n`
    return place
  })
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  return Buffer.from(`${file}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`)
}

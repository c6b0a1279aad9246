import { Readable, pipeline } from 'node:stream'
import { crc32, createDeflateRaw } from 'node:zlib'

/** A file of an archive, as it is written. */
export type ZipFile = { name: string; texts: AsyncIterable<string> | Iterable<string> }

type Entry = { name: Buffer; offset: number; crc: number; packed: number; size: number }

const FLAGS = 0x0808 // sizes follow the data; names are UTF-8
const DEFLATED = 8
const VERSION = 20
const FIRST_DAY_OF_1980 = 0x21

/** A ZIP archive, made while it is read: memory does not grow with its size. Below 4 GB. */
export async function* zipOf(files: readonly ZipFile[]): AsyncGenerator<Buffer> {
  const entries: Entry[] = []
  let offset = 0
  for (const file of files) {
    const entry: Entry = { name: Buffer.from(file.name), offset, crc: 0, packed: 0, size: 0 }
    entries.push(entry)
    const head = Buffer.concat([headOf(0x04034b50, [VERSION], entry, false), entry.name])
    yield head
    yield* packed(entry, file.texts)
    const tail = numbers([[4, 0x08074b50], [4, entry.crc], [4, entry.packed], [4, entry.size]])
    yield tail
    offset += head.length + entry.packed + tail.length
  }
  const directory = Buffer.concat(entries.map((entry) => Buffer.concat([
    headOf(0x02014b50, [VERSION, VERSION], entry, true), entry.name,
  ])))
  yield directory
  yield numbers([
    [4, 0x06054b50], [4, 0], [2, entries.length], [2, entries.length], [4, directory.length], [4, offset], [2, 0],
  ])
}

async function* packed(entry: Entry, texts: ZipFile['texts']): AsyncGenerator<Buffer> {
  async function* counted(): AsyncGenerator<Buffer> {
    for await (const text of texts) {
      const bytes = Buffer.from(text)
      entry.crc = crc32(bytes, entry.crc)
      entry.size += bytes.length
      yield bytes
    }
  }
  const deflate = createDeflateRaw()
  // A fault of the source ends the reading below; who stops reading ends the source.
  pipeline(Readable.from(counted()), deflate, () => undefined)
  for await (const chunk of deflate as AsyncIterable<Buffer>) {
    entry.packed += chunk.length
    yield chunk
  }
}

function headOf(signature: number, versions: number[], entry: Entry, isDirectory: boolean): Buffer {
  const { crc, packed: packedSize, size } = isDirectory ? entry : { crc: 0, packed: 0, size: 0 }
  return numbers([
    [4, signature], ...versions.map((version): [2, number] => [2, version]), [2, FLAGS], [2, DEFLATED], [2, 0],
    [2, FIRST_DAY_OF_1980], [4, crc], [4, packedSize], [4, size], [2, entry.name.length], [2, 0],
    ...(isDirectory ? [[2, 0], [2, 0], [2, 0], [4, 0], [4, entry.offset]] as [2 | 4, number][] : []),
  ])
}

function numbers(fields: [2 | 4, number][]): Buffer {
  const bytes = Buffer.alloc(fields.reduce((sum, [width]) => sum + width, 0))
  let at = 0
  for (const [width, value] of fields) at = bytes.writeUIntLE(value, at, width)
  return bytes
}

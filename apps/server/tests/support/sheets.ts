import { excelOf } from '../../src/platform/excel-stream.ts'

/** A whole Excel file of these rows. */
export async function excelFile(rows: string[][]): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of excelOf((async function* () { yield rows })())) chunks.push(chunk)
  return Buffer.concat(chunks)
}

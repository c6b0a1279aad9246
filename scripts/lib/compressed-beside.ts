import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

/**
 * The server sends assets as they lie there: a `.br` and a `.gz` beside each saves compressing on every request. Each
 * build of an application looks again, because its last one may add to the files of the first.
 */
export function compressedBeside(folder: string): Plugin {
  return {
    name: 'compressed-beside',
    apply: 'build',
    closeBundle: async () => {
      const there = await readdir(folder)
      const names = there.filter((name) => /\.(js|css|svg)$/.test(name) && !there.includes(`${name}.br`))
      await Promise.all(names.map(async (name) => {
        const content = await readFile(join(folder, name))
        await writeFile(join(folder, `${name}.br`), await promisify(brotliCompress)(content))
        await writeFile(join(folder, `${name}.gz`), await promisify(gzip)(content, { level: 9 }))
      }))
    },
  }
}

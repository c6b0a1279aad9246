import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

/** The server sends assets as they lie there: a `.br` and a `.gz` beside each saves compressing on every request. */
export function compressedBeside(folder: string): Plugin {
  return {
    name: 'compressed-beside',
    apply: 'build',
    applyToEnvironment: (environment) => environment.name === 'client',
    closeBundle: async () => {
      const names = (await readdir(folder)).filter((name) => /\.(js|css|svg)$/.test(name))
      await Promise.all(names.map(async (name) => {
        const content = await readFile(join(folder, name))
        await writeFile(join(folder, `${name}.br`), await promisify(brotliCompress)(content))
        await writeFile(join(folder, `${name}.gz`), await promisify(gzip)(content, { level: 9 }))
      }))
    },
  }
}

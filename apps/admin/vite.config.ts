import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import type { Plugin } from 'vite'

const dist = join(import.meta.dirname, 'dist')

/** The server sends assets as they lie there: a `.br` and a `.gz` beside each saves compressing on every request. */
function compressedBeside(): Plugin {
  return {
    name: 'compressed-beside',
    apply: 'build',
    closeBundle: async () => {
      const folder = join(dist, 'assets')
      const names = (await readdir(folder)).filter((name) => /\.(js|css|svg)$/.test(name))
      await Promise.all(names.map(async (name) => {
        const content = await readFile(join(folder, name))
        await writeFile(join(folder, `${name}.br`), await promisify(brotliCompress)(content))
        await writeFile(join(folder, `${name}.gz`), await promisify(gzip)(content, { level: 9 }))
      }))
    },
  }
}

/** The console is a static single-page application under /admin/; the server answers its API on the same origin. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/admin/',
  plugins: [react(), compressedBeside()],
  build: {
    outDir: dist, emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false },
  },
  server: { proxy: { '/api': 'http://localhost:8000', '/media': 'http://localhost:8000' } },
})

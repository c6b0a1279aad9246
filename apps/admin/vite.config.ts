import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { compressedBeside } from '../../scripts/lib/compressed-beside.ts'

const dist = join(import.meta.dirname, 'dist')

/** The console is a static single-page application under /admin/; the server answers its API on the same origin. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/admin/',
  plugins: [react(), compressedBeside(join(dist, 'assets'))],
  build: {
    outDir: dist, emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false },
  },
  server: { proxy: { '/api': 'http://localhost:8000', '/media': 'http://localhost:8000' } },
})

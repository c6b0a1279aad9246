import { join } from 'node:path'
import { reactRouter } from '@react-router/dev/vite'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'
import { compressedBeside } from '../../scripts/lib/compressed-beside.ts'
import { leanClient } from './build-lean.ts'

const assets = join(import.meta.dirname, 'build/client/assets')

/**
 * The server build is one module without outside imports: React's production build is inside it whatever NODE_ENV
 * the server runs with. In the browser two files are shared by all pages, one by those of the account and one
 * by what calls the API itself, because many small ones compress badly.
 */
export default defineConfig({
  plugins: [tailwindcss(), reactRouter(), leanClient(), compressedBeside(assets)],
  build: { target: 'es2022', assetsInlineLimit: 0, modulePreload: false },
  environments: {
    client: {
      build: {
        rollupOptions: {
          treeshake: { manualPureFunctions: ['console.warn', 'warning', 'warnOnce'] },
          output: {
            entryFileNames: 'assets/[name]-[hash].js',
            codeSplitting: {
              groups: [
                { name: 'framework', test: /node_modules|texts\/catalogue|preload-helper/, priority: 2 },
                { name: 'calls', test: /client\/src\/(?:http|api\/(?:catalog|finding))\.ts/, priority: 2 },
                { name: 'shop', test: /app\/(?:root|parts\/(?:header|place-link|footer|bottom-bar|icons|logo|page-head|picture|price|product-card|empty|error-page|progress-bar|breadcrumb|notice|submit|use-shop))\.tsx?|texts\/shop\.ts|view\/(?:pages|price|warranty)\.ts/, priority: 1 },
                { name: 'account', test: /app\/parts\/(?:account-rules|avatar|confirm|door|form-notice|narrow|password-field|picture-code|sms-code|told|use-sms|with-next)\.tsx?|app\/pages\/(?:address-form|deletion-notice)|texts\/shop-(?:account|addresses|codes|profile|register)\.ts|api\/accounts\.ts/, priority: 1 },
              ],
            },
          },
        },
      },
    },
    ssr: {
      build: { rollupOptions: { input: './app/server.ts', output: { codeSplitting: false } } },
      resolve: { noExternal: true },
    },
  },
})

import { reactRouter } from '@react-router/dev/vite'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'

/**
 * The server build is one module without outside imports: React's production build is inside it whatever NODE_ENV
 * the server runs with.
 */
export default defineConfig({
  plugins: [tailwindcss(), reactRouter()],
  build: { target: 'es2022', assetsInlineLimit: 0 },
  environments: {
    ssr: {
      build: { rollupOptions: { input: './app/server.ts' } },
      resolve: { noExternal: true },
    },
  },
})

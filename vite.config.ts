import { defineConfig } from 'vite'
import solid from 'vite-plugin-solid'

export default defineConfig(({ command }) => {
  // Whoever asks for the build may run under NODE_ENV=test; what people get is never the libraries' development copies.
  if (command === 'build') process.env['NODE_ENV'] = 'production'
  return {
    root: 'web',
    plugins: [solid()],
    build: { outDir: '../dist/web', emptyOutDir: true, assetsInlineLimit: 0 },
    server: { host: '127.0.0.1', fs: { allow: ['..'] }, proxy: { '/api': 'http://127.0.0.1:3000' } },
  }
})

import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { pdfReaderFiles } from './pdf-reader-files.ts'

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))

/** The screens: static files that the loopback host and the shell's `app://` protocol serve alike. */
export default defineConfig({
  root: path('../renderer'),
  base: './',
  plugins: [react(), pdfReaderFiles()],
  worker: { format: 'es' },
  build: {
    outDir: path('../dist/renderer'),
    emptyOutDir: true,
    target: 'es2024',
    // The files lie beside the app, and the catalogue of all fields is among them.
    chunkSizeWarningLimit: 4000,
  },
})

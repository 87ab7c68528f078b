import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const home = fileURLToPath(new URL('../node_modules/pdfjs-dist/', import.meta.url))

/** Typefaces that PDFs name without bringing them, letter tables of East Asia, and decoders of scanners' pictures. */
const wanted: readonly { readonly folder: string; readonly name: RegExp }[] = [
  { folder: 'standard_fonts', name: /\.(?:pfb|ttf)$/ },
  { folder: 'cmaps', name: /\.bcmap$/ },
  { folder: 'wasm', name: /_nowasm_fallback\.js$/ },
]

/** What the PDF reader fetches while it reads lies beside the screens: nothing comes from a network. */
export function pdfReaderFiles(): Plugin {
  return {
    name: 'pdf-reader-files',
    apply: 'build',
    generateBundle() {
      for (const { folder, name } of wanted)
        for (const file of readdirSync(join(home, folder)).filter((each) => name.test(each)))
          this.emitFile({
            type: 'asset',
            fileName: `pdf/${folder}/${file}`,
            source: readFileSync(join(home, folder, file)),
          })
    },
  }
}

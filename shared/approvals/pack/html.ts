/** Text as HTML shows it. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** HTML that was put together by {@link html}, so that it is not escaped again. */
export interface Html {
  readonly html: string
}

type Piece = string | number | Html | readonly Html[]

/** Puts HTML together; whatever is not HTML already is escaped. */
export function html(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  return { html: strings.map((text, at) => text + shown(pieces[at])).join('') }
}

function shown(piece: Piece | undefined): string {
  if (piece === undefined) return ''
  if (typeof piece === 'string' || typeof piece === 'number') return escapeHtml(String(piece))
  return 'html' in piece ? piece.html : piece.map((one) => one.html).join('')
}

/** Prints on A4 from any browser; nothing is fetched. */
const style = `
@page { size: A4; margin: 16mm 15mm; }
* { box-sizing: border-box; }
body { margin: 0; color: #14181d; font: 10.5pt/1.4 "Inter", "Segoe UI", Arial, sans-serif; font-variant-numeric: tabular-nums; }
section { max-width: 180mm; margin: 0 auto; padding: 8mm 4mm; }
section + section { break-before: page; border-top: 1px dashed #b9c0c9; }
@media print { section { padding: 0; border: 0 !important; max-width: none; } }
h1 { margin: 0; font-size: 17pt; }
h2 { margin: 6mm 0 1.5mm; font-size: 11.5pt; }
p { margin: 1mm 0; }
.head { display: flex; justify-content: space-between; gap: 8mm; padding-bottom: 3mm; border-bottom: 1.5pt solid #14181d; }
.head dl { margin: 0; display: grid; grid-template-columns: auto auto; gap: 0 3mm; font-size: 9.5pt; }
dt { color: #4b5560; } dd { margin: 0; font-weight: 600; text-align: right; }
table { width: 100%; border-collapse: collapse; }
th { padding: 1mm 1.5mm; border-bottom: 1pt solid #14181d; font-size: 9pt; font-weight: 600; text-align: left; }
td { padding: .8mm 1.5mm; border-bottom: .4pt solid #c6ccd5; vertical-align: top; overflow-wrap: anywhere; }
tr { break-inside: avoid; }
h2 { break-after: avoid; }
.n { text-align: right; white-space: nowrap; }
.item { width: 16mm; color: #4b5560; white-space: nowrap; }
.value { width: 62mm; }
.sum td { font-weight: 600; border-bottom: 1pt solid #14181d; }
.over { font-weight: 700; } .over::after { content: " ▲"; }
.note { color: #4b5560; font-size: 9pt; }
.sign { display: flex; gap: 12mm; margin-top: 16mm; }
.sign p { flex: 1; padding-top: 1.5mm; border-top: .6pt solid #14181d; font-size: 9pt; }
.plate { width: 120mm; margin: 8mm auto; padding: 5mm 6mm; border: 1.2pt solid #14181d; border-radius: 2.5mm; font: 12pt/1.55 "Consolas", "DejaVu Sans Mono", monospace; }
.plate p { margin: 0; white-space: nowrap; }
.plate .maker { margin-bottom: 2mm; padding-bottom: 2mm; border-bottom: .6pt solid #14181d; font-weight: 700; white-space: normal; }
.plate .vin { margin: 2mm 0; font-size: 15pt; font-weight: 700; letter-spacing: .08em; }
.plate .mass { display: flex; justify-content: space-between; max-width: 78mm; }
`

/** One page of its own, whole in itself. */
export function page(language: string, title: string, body: readonly Html[]): string {
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
${body.map((one) => one.html).join('\n')}
</body>
</html>
`
}

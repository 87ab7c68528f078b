import { isUtf8 } from 'node:buffer'
import { type Problem, problem } from '../../shared/problem.ts'

type Family = 'ascii' | 'utf-16le' | 'utf-16be'

/** Encodings that spell the prolog in ASCII: only in these (and in UTF-16) can a DOCTYPE be seen before parsing. */
const asciiSupersets = /^(?:utf-?8|us-ascii|ascii|iso-8859-\d{1,2}|windows-125\d|cp-?125\d)$/i
const utf16 = /^(?:utf-16|utf-16le|utf-16be|iso-10646-ucs-2)$/i
const declaration = /^<\?xml\s[^?]*?encoding\s*=\s*["']([^"']*)["']/

/**
 * Looks at what stands before the root element, without a parser: a document type must be refused before libxml2
 * sees it, since libxml2 reads and expands entity declarations as it goes.
 */
export function refuseProlog(bytes: Uint8Array): Problem | undefined {
  const family = familyOf(bytes)
  if (!family) return problem('xml-encoding-unknown', { encoding: '?' })
  const text = decode(bytes, family)
  const declared = declaration.exec(text)?.[1]
  if (declared !== undefined) {
    if (!asciiSupersets.test(declared) && !utf16.test(declared)) {
      return problem('xml-encoding-unknown', { encoding: declared })
    }
    if (utf16.test(declared) !== (family !== 'ascii')) {
      return problem('xml-encoding-mismatch', {
        declared,
        real: family === 'ascii' ? 'UTF-8' : family.toUpperCase(),
      })
    }
  }
  return hasDoctype(text) ? problem('xml-dtd') : brokenEncoding(bytes, family, declared)
}

function brokenEncoding(
  bytes: Uint8Array,
  family: Family,
  declared: string | undefined,
): Problem | undefined {
  if (family === 'ascii') {
    const nul = bytes.indexOf(0)
    if (nul >= 0) return problem('xml-nul-byte', {}, { line: lineAt(bytes, nul) })
    const isUtf8Text = declared === undefined || /^utf-?8$/i.test(declared)
    if (!isUtf8Text || isUtf8(bytes)) return undefined
    return problem('xml-encoding-broken', { encoding: 'UTF-8' }, { line: firstLineThatIsNoUtf8(bytes) })
  }
  try {
    new TextDecoder(family, { fatal: true }).decode(bytes)
    return undefined
  } catch {
    return problem('xml-encoding-broken', { encoding: family.toUpperCase() })
  }
}

/** By byte order mark, else by how the first `<` is spelled (XML 1.0, appendix F). */
function familyOf(bytes: Uint8Array): Family | undefined {
  const [a = -1, b = -1, c = -1, d = -1] = bytes
  // UCS-4 and EBCDIC could hide a DOCTYPE from this reader; no IVI file comes in them.
  if (a === 0 && b === 0) return undefined
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return undefined
  if (a === 0x4c && b === 0x6f && c === 0xa7) return undefined
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return 'utf-16le'
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return 'utf-16be'
  return 'ascii'
}

function decode(bytes: Uint8Array, family: Family): string {
  if (family !== 'ascii') return new TextDecoder(family).decode(bytes)
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', hasMark ? 3 : 0)
}

function hasDoctype(text: string): boolean {
  let at = 0
  for (;;) {
    while (at < text.length && ' \t\r\n'.includes(text.charAt(at))) at++
    if (text.startsWith('<!DOCTYPE', at)) return true
    const end = text.startsWith('<?', at) ? '?>' : text.startsWith('<!--', at) ? '-->' : undefined
    if (!end) return false
    const found = text.indexOf(end, at + 2)
    // Unterminated: the parser says so.
    if (found < 0) return false
    at = found + end.length
  }
}

function lineAt(bytes: Uint8Array, position: number): number {
  let line = 1
  for (let at = bytes.indexOf(10); at >= 0 && at < position; at = bytes.indexOf(10, at + 1)) line++
  return line
}

function firstLineThatIsNoUtf8(bytes: Uint8Array): number {
  let start = 0
  for (let line = 1; ; line++) {
    const end = bytes.indexOf(10, start)
    if (!isUtf8(bytes.subarray(start, end < 0 ? bytes.length : end)) || end < 0) return line
    start = end + 1
  }
}

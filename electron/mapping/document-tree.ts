import { SaxesParser } from 'saxes'
import { problem } from '../../shared/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'

/** A piece of a JSON or XML document, told alike: an attribute is a part called `@name`, a list is parts of one name. */
export interface DocumentPart {
  readonly name: string
  readonly text: string
  readonly parts: readonly DocumentPart[]
}

const mostParts = 500_000
const deepest = 100

/**
 * A document from outside, without DTD, entities or network. Problem: `configuration-unreadable` {form, what}; a
 * document of more than half a million parts, or deeper than 100, is refused by the same.
 */
export function readDocument(bytes: Uint8Array, form: 'json' | 'xml'): Result<DocumentPart> {
  try {
    const text = decode(bytes, form)
    return ok(form === 'json' ? fromJson(JSON.parse(text)) : fromXml(text))
  } catch (error) {
    const what = error instanceof Error ? error.message.slice(0, 300) : String(error)
    return fail(problem('configuration-unreadable', { form: form.toUpperCase(), what }))
  }
}

function decode(bytes: Uint8Array, form: 'json' | 'xml'): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200))
  const named =
    form === 'xml'
      ? /^(?:\u00EF\u00BB\u00BF)?<\?xml[^>]*encoding=["']([\w.-]+)["']/.exec(head)?.[1]
      : undefined
  return new TextDecoder(named ?? 'utf-8', { fatal: true }).decode(bytes)
}

class TooMuch extends Error {}

function counter(): (depth: number) => void {
  let parts = 0
  return (depth) => {
    parts += 1
    if (parts > mostParts) throw new TooMuch(`more than ${mostParts} parts`)
    if (depth > deepest) throw new TooMuch(`deeper than ${deepest}`)
  }
}

function fromJson(json: unknown): DocumentPart {
  const count = counter()
  const make = (name: string, value: unknown, depth: number): readonly DocumentPart[] => {
    count(depth)
    if (Array.isArray(value)) return value.flatMap((one) => make(name, one, depth + 1))
    if (typeof value === 'object' && value !== null) {
      const parts = Object.entries(value).flatMap(([key, one]) => make(key, one, depth + 1))
      return [{ name, text: '', parts }]
    }
    return [{ name, text: value === null || value === undefined ? '' : String(value), parts: [] }]
  }
  return {
    name: '',
    text: '',
    parts: make('', json, 0).flatMap((part) => (Array.isArray(json) ? [part] : part.parts)),
  }
}

function fromXml(text: string): DocumentPart {
  const count = counter()
  interface Growing {
    name: string
    text: string
    parts: Growing[]
  }
  const root: Growing = { name: '', text: '', parts: [] }
  const open: Growing[] = [root]
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('doctype', () => {
    throw new TooMuch('document type declaration')
  })
  parser.on('opentag', ({ local, attributes }) => {
    count(open.length)
    const part: Growing = { name: local, text: '', parts: [] }
    for (const { local: name, value, prefix } of Object.values(attributes)) {
      if (prefix === 'xmlns' || name === 'xmlns') continue
      count(open.length)
      part.parts.push({ name: `@${name}`, text: value, parts: [] })
    }
    open.at(-1)?.parts.push(part)
    open.push(part)
  })
  const write = (said: string): void => {
    const part = open.at(-1)
    if (part) part.text += said
  }
  parser.on('text', write)
  parser.on('cdata', write)
  parser.on('closetag', () => {
    const part = open.pop()
    if (part) part.text = part.text.trim()
  })
  parser.write(text).close()
  return root
}

const step = /^([^[\]/]+)(?:\[([^=\]]+)=([^\]]*)\])?$/

/** True where a text is a path of {@link partsAt}. */
export function isDocumentPath(path: string): boolean {
  return path === '.' || path.split('/').every((each) => step.test(each))
}

/**
 * The parts at a path below a part: names between slashes, `@name` an attribute, `name[key=value]` only those that have
 * a part `key` with that text, `.` the part itself. Namespaces and lists do not count.
 */
export function partsAt(part: DocumentPart, path: string): readonly DocumentPart[] {
  if (path === '.') return [part]
  let found: readonly DocumentPart[] = [part]
  for (const each of path.split('/')) {
    const [, name, key, value] = step.exec(each) ?? []
    found = found.flatMap(({ parts }) =>
      parts.filter(
        (one) =>
          one.name === name &&
          (key === undefined || one.parts.some((inner) => inner.name === key && inner.text === value)),
      ),
    )
  }
  return found
}

/** The text at a path; undefined where nothing or nothing but blanks stands there. */
export function textAt(part: DocumentPart, path: string): string | undefined {
  return partsAt(part, path)
    .map(({ text }) => text.trim())
    .find((text) => text !== '')
}

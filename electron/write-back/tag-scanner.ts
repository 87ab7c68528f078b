/**
 * Reads the XML of a worksheet and tells where each tag stands, so that a copy can be patched at the very place; a
 * general parser counts characters and tells no starts. It keeps a parser's borders: no DTD, no entities but XML's own
 * five, tags must nest.
 */
export interface TagHandler {
  /** `attributes` are raw: see {@link attributesOf}. A self-closing tag is opened and closed. */
  open(name: string, attributes: string, place: TagPlace): void
  close(name: string, place: TagPlace): void
  /** Decoded; one text may come in several calls. */
  text(text: string): void
}

/** Offsets in characters from the start of the text: the tag's `<` and behind its `>`. */
export interface TagPlace {
  readonly start: number
  readonly end: number
  /** As written, with its prefix. */
  readonly name: string
  readonly selfClosing: boolean
}

export interface TagScanner {
  /** False once the text turned out to be no sound XML; nothing is read from then on. */
  write(xml: string): boolean
  /** False where the text is cut off. */
  end(): boolean
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
/** Between two tags no sound part has more characters than this. */
const longestText = 4 * 1024 * 1024
const deepest = 64

/** The text with its references resolved; undefined where one is unknown. */
export function decodeText(raw: string): string | undefined {
  if (!raw.includes('&')) return raw
  let sound = true
  const text = raw.replace(/&(?:#(\d{1,7})|#x([0-9A-Fa-f]{1,6})|(\w+));|&/g, (_, ten, hex, name) => {
    const code = ten ? Number(ten) : hex ? Number.parseInt(hex, 16) : undefined
    if (code !== undefined && code <= 0x10ffff) return String.fromCodePoint(code)
    const character = name === undefined ? undefined : named[name]
    if (character === undefined) sound = false
    return character ?? ''
  })
  return sound ? text : undefined
}

/** Attributes by their name as written; what is no sound attribute is left out. */
export function attributesOf(raw: string): Record<string, string> {
  const attributes: Record<string, string> = {}
  for (let at = 0; ; ) {
    while (raw.charCodeAt(at) <= 32) at += 1
    const equals = raw.indexOf('=', at)
    if (equals < 0) return attributes
    let open = equals + 1
    while (raw.charCodeAt(open) <= 32) open += 1
    const quote = raw[open]
    const close = quote === '"' || quote === "'" ? raw.indexOf(quote, open + 1) : -1
    if (close < 0) return attributes
    attributes[raw.slice(at, equals).trimEnd()] = decodeText(raw.slice(open + 1, close)) ?? ''
    at = close + 1
  }
}

/** Where the tag that starts at `from` ends (its `>`); -1 where the piece ends before. */
function tagEnd(xml: string, from: number): number {
  let quote = 0
  for (let at = from; at < xml.length; at += 1) {
    const code = xml.charCodeAt(at)
    if (quote !== 0) {
      if (code === quote) quote = 0
    } else if (code === 34 || code === 39) quote = code
    else if (code === 62) return at
  }
  return -1
}

function localOf(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

/** `decode` makes a text of what stands between two tags; undefined where it cannot. */
export function startTagScanner(
  handler: TagHandler,
  decode: (raw: string) => string | undefined = decodeText,
): TagScanner {
  let carried = ''
  /** Characters in front of `carried`. */
  let passed = 0
  let sound = true
  let rootClosed = false
  const stack: string[] = []

  const emitText = (raw: string): void => {
    const text = decode(raw)
    if (text === undefined || (stack.length === 0 && /[^\s\uFEFF]/.test(text))) sound = false
    else if (stack.length > 0 && text !== '') handler.text(text)
  }

  const emitTag = (xml: string, start: number, end: number): void => {
    const closing = xml.charCodeAt(start + 1) === 47
    const selfClosing = !closing && xml.charCodeAt(end - 1) === 47
    const inside = xml.slice(start + (closing ? 2 : 1), selfClosing ? end - 1 : end)
    let length = 0
    while (length < inside.length && inside.charCodeAt(length) > 32) length += 1
    const name = inside.slice(0, length)
    const place: TagPlace = { start: passed + start, end: passed + end + 1, name, selfClosing }
    if (name === '') sound = false
    else if (closing) {
      if (stack.pop() !== name) sound = false
      else handler.close(localOf(name), place)
      if (stack.length === 0) rootClosed = true
    } else {
      if (rootClosed || stack.length >= deepest) sound = false
      handler.open(localOf(name), inside.slice(length), place)
      if (selfClosing) {
        handler.close(localOf(name), place)
        if (stack.length === 0) rootClosed = true
      } else stack.push(name)
    }
  }

  /** Behind the construct that starts with `<!` or `<?`; -1 where the piece ends before. */
  const special = (xml: string, at: number): number => {
    const ending = (opening: string, close: string): number => {
      const end = xml.indexOf(close, at + opening.length)
      return end < 0 ? -1 : end + close.length
    }
    if (xml.startsWith('<?', at)) return ending('<?', '?>')
    if (xml.startsWith('<!--', at)) return ending('<!--', '-->')
    if (xml.startsWith('<![CDATA[', at)) {
      const end = ending('<![CDATA[', ']]>')
      if (end >= 0 && stack.length > 0) handler.text(xml.slice(at + 9, end - 3))
      return end
    }
    // A document type declaration, or the start of something above that is cut off.
    if (!['<!--', '<![CDATA['].some((start) => start.startsWith(xml.slice(at)))) sound = false
    return -1
  }

  return {
    write: (piece) => {
      const xml = carried + piece
      let at = 0
      while (sound) {
        const start = xml.indexOf('<', at)
        if (start < 0) break
        if (start > at) emitText(xml.slice(at, start))
        const next = xml.charCodeAt(start + 1)
        at = start
        if (Number.isNaN(next)) break
        if (next === 33 || next === 63) {
          const behind = special(xml, start)
          if (behind < 0) break
          at = behind
        } else {
          const end = tagEnd(xml, start + 1)
          if (end < 0) break
          emitTag(xml, start, end)
          at = end + 1
        }
      }
      carried = xml.slice(at)
      passed += at
      if (carried.length > longestText) sound = false
      return sound
    },
    end: () => {
      if (sound && carried !== '') emitText(carried)
      return sound && stack.length === 0 && rootClosed && !carried.includes('<')
    },
  }
}

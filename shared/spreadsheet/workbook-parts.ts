import { SaxesParser } from 'saxes'

/** Element name without its prefix: some programs write `<x:row>`. */
export function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

export type Attributes = Readonly<Record<string, string>>

/** Calls `onElement` for each start tag; false where the text is no well-formed XML or has a DTD. */
export function eachElement(xml: string, onElement: (name: string, attributes: Attributes) => void): boolean {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false })
  let sound = true
  parser.on('error', () => {
    sound = false
  })
  parser.on('doctype', () => {
    sound = false
  })
  parser.on('opentag', (tag) => onElement(localName(tag.name), tag.attributes))
  parser.write(xml).close()
  return sound
}

export interface Relationship {
  readonly id: string
  /** Last part of its type, such as `worksheet` or `table`. */
  readonly type: string
  /** Full part name without a slash in front; empty where it points outside the package. */
  readonly part: string
}

/** Name of the part that holds the relationships of a part. */
export function relationshipsOf(part: string): string {
  const slash = part.lastIndexOf('/')
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`
}

function resolve(from: string, target: string): string {
  const steps = target.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}

/** `from` names the part whose relationships these are; empty for the package's own. */
export function parseRelationships(xml: string, from: string): readonly Relationship[] | undefined {
  const relationships: Relationship[] = []
  const sound = eachElement(xml, (name, { Id = '', Type = '', Target = '', TargetMode }) => {
    if (name !== 'Relationship') return
    const part = TargetMode === 'External' ? '' : resolve(from, Target)
    relationships.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), part })
  })
  return sound ? relationships : undefined
}

export interface SheetEntry {
  readonly name: string
  readonly part: string
  readonly hidden: boolean
}

export interface Workbook {
  /** Worksheets in the order of their tabs; chart and dialogue sheets are left out. */
  readonly sheets: readonly SheetEntry[]
  readonly date1904: boolean
}

const truths = ['1', 'true', 'on']

export function parseWorkbook(xml: string, relationships: readonly Relationship[]): Workbook | undefined {
  const sheets: SheetEntry[] = []
  let date1904 = false
  const sound = eachElement(xml, (name, attributes) => {
    if (name === 'workbookPr') date1904 = truths.includes(attributes.date1904 ?? '')
    if (name !== 'sheet') return
    const key = Object.keys(attributes).find((attribute) => /^\w+:id$/.test(attribute))
    const id = key === undefined ? undefined : attributes[key]
    const target = relationships.find((relationship) => relationship.id === id)
    if (target?.type !== 'worksheet') return
    const hidden = ['hidden', 'veryHidden'].includes(attributes.state ?? '')
    sheets.push({ name: attributes.name ?? '', part: target.part, hidden })
  })
  return sound ? { sheets, date1904 } : undefined
}

/** The sheet that is read: the named one, else the first visible one, else the first. */
export function chooseSheet(workbook: Workbook, name?: string): SheetEntry | undefined {
  if (name !== undefined) return workbook.sheets.find((sheet) => sheet.name === name)
  return workbook.sheets.find((sheet) => !sheet.hidden) ?? workbook.sheets[0]
}

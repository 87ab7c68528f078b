import { type XmlDocument, XmlElement } from 'libxml2-wasm'

/** A message as this authority reads it: XPath of each value from the root, rows numbered where a name repeats. */
export interface Vehicle {
  readonly values: ReadonlyMap<string, string>
  /** The first value at a path below `/InitialVehicleInformation/`, row numbers left out; empty where absent. */
  value(path: string): string
  /** Whether anything stands at this path. */
  has(path: string): boolean
}

export const rootPath = '/InitialVehicleInformation/'

export function readVehicle(document: XmlDocument): Vehicle {
  const values = new Map<string, string>()
  const byBarePath = new Map<string, string>()
  const visit = (element: XmlElement, path: string): void => {
    const children: XmlElement[] = []
    for (let node = element.firstChild; node; node = node.next)
      if (node instanceof XmlElement) children.push(node)
    const bare = path.replaceAll(/\[\d+\]/g, '')
    if (children.length === 0) values.set(path, element.content)
    if (!byBarePath.has(bare)) byBarePath.set(bare, children.length === 0 ? element.content : '')
    for (const [name, row] of numbered(children)) if (row.name !== 'Signature') visit(row, `${path}/${name}`)
  }
  visit(document.root, `/${document.root.name}`)
  return {
    values,
    value: (path) => byBarePath.get(rootPath + path) ?? '',
    has: (path) => byBarePath.has(rootPath + path),
  }
}

function numbered(children: readonly XmlElement[]): readonly (readonly [string, XmlElement])[] {
  const count = new Map<string, number>()
  for (const { name } of children) count.set(name, (count.get(name) ?? 0) + 1)
  const seen = new Map<string, number>()
  return children.map((child) => {
    const at = (seen.get(child.name) ?? 0) + 1
    seen.set(child.name, at)
    return [count.get(child.name) === 1 ? child.name : `${child.name}[${at}]`, child]
  })
}

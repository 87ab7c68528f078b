import { SaxesParser, type SaxesTagNS } from 'saxes'

interface Node {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Node[]
}

/**
 * What an IVI schema says, path by path, read with another parser and other code than the product's own reader, so
 * that a fault in that one cannot hide in the comparison.
 */
export function xsdMeaning(xsd: string): ReadonlyMap<string, string> {
  const schema = parse(xsd)
  const named = (kind: string) =>
    new Map(schema.children.filter((node) => node.name === kind).map((node) => [node.attributes.name, node]))
  const complexTypes = named('complexType')
  const simpleTypes = named('simpleType')
  const meaning = new Map<string, string>()
  meaning.set('', `${schema.attributes.targetNamespace} ${schema.attributes.elementFormDefault}`)

  const visitGroup = (typeName: string, path: string): void => {
    const model = complexTypes.get(typeName)?.children[0]
    if (!model) throw new Error(`no model of ${typeName}`)
    meaning.set(`${path}#`, model.name)
    for (const [at, member] of model.children.entries()) {
      const { name, type, ref, minOccurs = '1', maxOccurs = '1' } = member.attributes
      if (ref !== undefined) {
        meaning.set(`${path}/${ref.split(':')[1]}`, `reference ${minOccurs}..${maxOccurs}`)
        continue
      }
      const here = `${path}/${name}`
      const place = model.name === 'sequence' ? ` at ${at}` : ''
      meaning.set(here, `${minOccurs}..${maxOccurs}${place} ${describe(String(type))}`)
      if (complexTypes.has(type)) visitGroup(String(type), here)
    }
  }
  const describe = (typeName: string): string => {
    const restriction = simpleTypes.get(typeName)?.children[0]
    if (!restriction) return 'group'
    const facets = restriction.children.map((facet) => `${facet.name}=${facet.attributes.value}`).sort()
    return `${restriction.attributes.base?.split(':')[1]} ${facets.join(' ')}`
  }
  for (const root of schema.children.filter((node) => node.name === 'element')) {
    visitGroup(String(root.attributes.type), String(root.attributes.name))
  }
  return meaning
}

/** The paths at which two schemas say different things. */
export function differences(
  left: ReadonlyMap<string, string>,
  right: ReadonlyMap<string, string>,
): readonly string[] {
  const paths = new Set([...left.keys(), ...right.keys()])
  return [...paths].filter((path) => left.get(path) !== right.get(path))
}

function parse(xsd: string): Node {
  const top: Node = { name: '', attributes: {}, children: [] }
  const open: Node[] = [top]
  const parser = new SaxesParser({ xmlns: true })
  parser.on('opentag', (tag: SaxesTagNS) => {
    const attributes = Object.fromEntries(
      Object.values(tag.attributes).map(({ name, value }) => [name, value]),
    )
    const node: Node = { name: tag.local, attributes, children: [] }
    if (tag.local !== 'annotation' && tag.local !== 'documentation') open.at(-1)?.children.push(node)
    open.push(node)
  })
  parser.on('closetag', () => {
    open.pop()
  })
  parser.write(xsd).close()
  const [schema] = top.children
  if (!schema) throw new Error('no schema')
  return schema
}

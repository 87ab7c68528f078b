import { SaxesParser } from 'saxes'

interface Element {
  readonly name: string
  text: string
  readonly children: Element[]
}

/**
 * What a message says, without its Signature, comments, order of `xs:all` members and white space between elements:
 * two files with the same infoset differ in nothing that a receiver could read. Made with another parser than the
 * product's own.
 */
export function sortedInfoset(xml: string): string {
  const top: Element = { name: '', text: '', children: [] }
  const open = [top]
  const parser = new SaxesParser({ xmlns: true })
  parser.on('opentag', ({ uri, local }) => {
    const element = { name: `{${uri}}${local}`, text: '', children: [] }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  const onText = (text: string) => {
    const element = open.at(-1)
    if (element) element.text += text
  }
  parser.on('text', onText)
  parser.on('cdata', onText)
  parser.on('closetag', () => {
    open.pop()
  })
  parser.write(xml.replace(/^\ufeff/, '')).close()
  return print(top)
}

function print(element: Element): string {
  const children = element.children.filter(
    ({ name }) => name !== '{http://www.w3.org/2000/09/xmldsig#}Signature',
  )
  if (children.length === 0) return `${element.name}=${JSON.stringify(element.text)}`
  // Rows keep their order among each other, members with different names have none.
  const sorted = [...children].sort((left, right) =>
    left.name < right.name ? -1 : left.name > right.name ? 1 : 0,
  )
  return `${element.name}(${sorted.map(print).join(',')})`
}

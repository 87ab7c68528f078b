import { type Catalogue, groupType } from '../../shared/ivi/catalogue.ts'
import { checkCharacters } from '../../shared/ivi/check-value.ts'
import { isRows, type MessageGroup, type MessageTree } from '../../shared/ivi/message.ts'

/** A group's members in schema order with their tags ready, since the writer runs at every check of a draft. */
interface WriterPlan {
  readonly members: readonly {
    readonly name: string
    readonly open: string
    readonly close: string
    readonly empty: string
    /** Absent for a field. */
    readonly group?: WriterPlan
    readonly repeats: boolean
  }[]
  readonly names: ReadonlySet<string>
}

const plans = new WeakMap<Catalogue, WriterPlan>()

/**
 * The message as XML: UTF-8 without byte order mark, in schema order whatever the tree's own, without Signature,
 * comments or added white space. It writes what is there, complete or not; empty groups stay.
 *
 * The tree must come from the product's own readers, `buildTree` or `checkTree`: a name that the catalogue does not
 * know, or a character that XML cannot carry, is a bug and throws.
 */
export function buildIviXml(tree: MessageTree, catalogue: Catalogue): Uint8Array {
  const root = `${catalogue.root} xmlns="${catalogue.namespace}"`
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<${root}>${writeGroup(tree, planOf(catalogue))}</${catalogue.root}>`
  // One look over the whole text costs less than one a value.
  const refused = checkCharacters(xml)
  if (refused) throw new Error(`a value holds ${refused.args?.character}, which XML cannot carry`)
  return Buffer.from(xml)
}

function planOf(catalogue: Catalogue): WriterPlan {
  const known = plans.get(catalogue)
  if (known) return known
  const planGroup = (name: string): WriterPlan => {
    const members = groupType(catalogue, name).members.filter((member) => member.kind !== 'signature')
    return {
      names: new Set(members.map((member) => member.name)),
      members: members.map((member) => ({
        name: member.name,
        open: `<${member.name}>`,
        close: `</${member.name}>`,
        empty: `<${member.name}/>`,
        repeats: member.kind === 'group' && member.max === 'unbounded',
        ...(member.kind === 'group' ? { group: planGroup(member.type) } : {}),
      })),
    }
  }
  const plan = planGroup(catalogue.root)
  plans.set(catalogue, plan)
  return plan
}

function writeGroup(group: MessageGroup, plan: WriterPlan): string {
  let xml = ''
  let written = 0
  for (const member of plan.members) {
    const node = group[member.name]
    if (node === undefined) continue
    written++
    const isValue = typeof node === 'string'
    if (isValue === (member.group !== undefined) || (!isValue && isRows(node) !== member.repeats)) {
      throw new Error(`${member.name} does not have the shape that the catalogue gives it`)
    }
    if (isValue) xml += node === '' ? member.empty : member.open + escapeText(node) + member.close
    else if (member.group) {
      for (const row of isRows(node) ? node : [node]) {
        const content = writeGroup(row, member.group)
        xml += content === '' ? member.empty : member.open + content + member.close
      }
    }
  }
  if (written < Object.keys(group).length) {
    const unknown = Object.keys(group).find((name) => !plan.names.has(name) && group[name] !== undefined)
    if (unknown !== undefined) throw new Error(`the catalogue has no ${unknown} here`)
  }
  return xml
}

// A bare carriage return would come back as a line feed; `]]>` may not stand in text.
const special = /[&<>\r]/
const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#xD;' }

function escapeText(text: string): string {
  return special.test(text) ? text.replace(/[&<>\r]/g, (character) => escapes[character] ?? character) : text
}

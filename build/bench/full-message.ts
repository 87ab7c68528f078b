import type { Catalogue, GroupType, ValueType } from '../../shared/ivi/catalogue.ts'
import { groupType, valueType } from '../../shared/ivi/catalogue.ts'
import { checkValue } from '../../shared/ivi/check-value.ts'
import { exampleOf, relevance } from '../../shared/ivi/facts.ts'
import { rowNumbering } from '../../shared/ivi/form-lines.ts'
import { formSections, isForCategory } from '../../shared/ivi/layout.ts'

export interface FullMessage {
  readonly category: string
  /** `C`, `V` or `I`. */
  readonly stage: string
  readonly vin: string
  /** Rows of each table at each level; the outermost tables get one more. */
  readonly rows: number
}

/**
 * Every field that a vehicle of this category may state, by instance path: every table with rows, every value a usual
 * one of its field. As a whole it means nothing; it is as large as a message gets.
 */
export function fullMessage(catalogue: Catalogue, wanted: FullMessage): Map<string, string> {
  const { category, stage, vin, rows } = wanted
  const members = new Set(
    formSections.filter((section) => isForCategory(section, category)).flatMap(({ fields }) => fields),
  )
  const leaves = new Map<string, string>()
  const fill = (group: GroupType, place: string, prefix: string, row: number, depth: number): void => {
    for (const member of group.members) {
      if (member.kind === 'signature') continue
      const schema = place + member.name
      if (member.kind === 'field') {
        const isStated = members.has(schema) && relevance(schema, category, stage) !== 'irrelevant'
        const type = valueType(catalogue, member.type)
        if (isStated) leaves.set(prefix + member.name, typicalOf(schema, type) ?? lexicalOf(type, row))
        continue
      }
      const below = groupType(catalogue, member.type)
      const count = member.max === 1 ? 1 : Math.max(member.min, rows + (depth === 0 ? 1 : 0))
      for (let at = 1; at <= count; at += 1) {
        const step = member.max === 1 ? member.name : `${member.name}[${at}]`
        fill(below, `${schema}/`, `${prefix}${step}/`, at, member.max === 1 ? depth : depth + 1)
      }
    }
  }
  fill(groupType(catalogue, catalogue.root), '', '', 1, 0)
  return leaves
    .set('CocDataGroup/VehicleIdentificationNumber', vin)
    .set('CocDataGroup/VehicleCategory', category)
    .set('CocDataGroup/StageOfCompletion', stage)
    .set('CocDataGroup/TypeApprovalNumber', 'e24*2018/858*00990*04')
    .set('Header/IviReferenceId', '0c1de60d-5b3c-4b0e-8f9a-2f4b62f3a303')
}

const numbers: ReadonlySet<string> = new Set([
  ...rowNumbering.running,
  ...rowNumbering.next,
  ...rowNumbering.references.map(({ field }) => field),
])

/** What a field usually says; numbers of rows follow their rows. */
function typicalOf(field: string, type: ValueType): string | undefined {
  const example = numbers.has(field) ? undefined : exampleOf(field)
  return example !== undefined && !checkValue(type, example) ? example : undefined
}

/** A value that the type accepts; running numbers and other small numbers follow the row. */
function lexicalOf(type: ValueType, row: number): string {
  if (type.codes) return type.codes[(row - 1) % type.codes.length] ?? ''
  switch (type.base) {
    case 'date':
      return '2026-04-20'
    case 'dateTime':
      return '2026-04-20T08:00:00.000+02:00'
    case 'decimal':
      return (row + 0.5).toFixed(Math.min(1, type.fractionDigits ?? 1))
    case 'int':
    case 'short':
      return String(Math.max(row, Number(type.minInclusive ?? row)))
    case 'string':
      return 'Bodywork in an invented wording for a long remark'.slice(0, type.maxLength ?? 40)
  }
}

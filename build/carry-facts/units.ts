import { type Catalogue, fieldIndex } from '../../shared/ivi/catalogue.ts'
import type { Certainty } from './facts-files.ts'
import type { Item } from './items.ts'
import facts from './unit-rules.json' with { type: 'json' }

interface Rule {
  readonly item?: string
  readonly element: string
  readonly not?: string
  readonly unit: string
  readonly certainty?: Certainty
}

export interface Unit {
  readonly unit: string
  readonly certainty: Certainty
  readonly source: string
}

const rules = facts.rules as readonly Rule[]
const notMeasured = new RegExp(facts.notMeasured)

/** The unit of every measured field, by the element's name. */
export function carryUnits(catalogue: Catalogue, items: readonly Item[]): Readonly<Record<string, Unit>> {
  const units: Record<string, Unit> = {}
  for (const { path, name, type } of fieldIndex(catalogue).values()) {
    const isNumber = type.base === 'decimal' || type.base === 'int' || type.base === 'short'
    if (!isNumber || notMeasured.test(name)) continue
    const unit = unitOf(
      name,
      items.filter(({ fields }) => fields.includes(path)),
    )
    if (unit && unit.unit !== '') units[name] = unit
  }
  return units
}

function unitOf(name: string, items: readonly Item[]): Unit | undefined {
  const rule = rules.find(
    ({ item, element, not }) =>
      (item === undefined || items.some((candidate) => candidate.item === item)) &&
      new RegExp(element).test(name) &&
      !(not !== undefined && new RegExp(not).test(name)),
  )
  if (rule?.item === undefined && rule) {
    return {
      unit: rule.unit,
      certainty: rule.certainty ?? 'low',
      source: 'own judgement by the name of the element',
    }
  }
  const [item] = items.filter(({ unit }) => unit !== '')
  if (!item) return undefined
  return {
    unit: rule?.unit ?? item.unit,
    certainty: rule?.certainty ?? 'medium',
    source: `CoC item ${item.item}`,
  }
}

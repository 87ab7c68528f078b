import type { MessageTree } from '../../shared/ivi/message.ts'
import { valueAt } from '../../shared/ivi/message.ts'
import type { Layers } from '../../shared/record/layers.ts'
import type { Finding } from '../../shared/rules/finding.ts'
import { compare, type Decimal, formatDecimal, parseDecimal, subtract } from '../../shared/values/decimal.ts'
import { percentDifference } from '../../shared/values/percent.ts'
import type { Variant } from '../../shared/variants/variant.ts'

const order = 'CocDataGroup/MassGroup/MassInRunningOrder'
const actual = 'CocDataGroup/MassGroup/ActualMass'

interface Draft {
  readonly tree: MessageTree
  readonly layers: Layers
  readonly variant: Variant | undefined
  readonly options: readonly string[]
}

/**
 * An option in the wrong item: item 13 is over the body's by just the mass of options that count in item 13.2 alone,
 * or it equals item 13.2 where the body keeps them apart. {mass, expected, difference, options}
 */
export function optionItemFindings({ tree, layers, variant, options }: Draft): readonly Finding[] {
  const source = [layers.typed, layers.measured, layers.file].some((layer) => layer?.[order]?.value)
  const expected = parse(layers.variant?.[order]?.value ?? layers.computed?.[order]?.value)
  const stated = parse(valueAt(tree, order))
  if (!source || !variant || !expected || !stated || compare(stated, expected) <= 0) return []
  const over = subtract(stated, expected)
  const names = optionsOf(variant, options, over)
  const apart = names === undefined ? bodysActual(tree, layers, stated, expected) : undefined
  if (names === undefined && apart === undefined) return []
  const percent = percentDifference(stated, expected)
  return [
    {
      rule: 'option-item',
      severity: 'warning',
      path: order,
      paths: [order, actual],
      code: names === undefined ? 'running-order-is-actual' : 'option-in-running-order',
      args: {
        mass: `${formatDecimal(stated)} kg`,
        expected: `${formatDecimal(expected)} kg`,
        over: `${formatDecimal(over)} kg`,
        difference: percent ? formatDecimal(percent) : '',
        ...(names === undefined ? {} : { options: names }),
        ...(apart ? { actual: `${formatDecimal(apart)} kg` } : {}),
      },
      fix: [{ path: order, value: formatDecimal(expected) }],
    },
  ]
}

function parse(text: string | null | undefined): Decimal | undefined {
  return parseDecimal(text ?? '')
}

/** Options of the vehicle whose masses together make the difference, to the kilogram. */
function optionsOf(variant: Variant, chosen: readonly string[], over: Decimal): string | undefined {
  const heavy = variant.options
    .filter(({ id }) => chosen.includes(id))
    .map(({ name, masses }) => ({
      name,
      kg: masses.reduce((sum, mass) => sum + (mass.counts === 'option' ? mass.kg : 0), 0),
    }))
    .filter(({ kg }) => kg > 0)
    .slice(0, 12)
  for (let set = 1; set < 2 ** heavy.length; set += 1) {
    const some = heavy.filter((_, index) => (set >> index) % 2 === 1)
    const sum = some.reduce((total, { kg }) => total + kg, 0)
    if (Math.abs(sum - Number(formatDecimal(over))) <= 1) return some.map(({ name }) => name).join(', ')
  }
  return undefined
}

/** The body's item 13.2, where it keeps both items apart and here they are one. */
function bodysActual(
  tree: MessageTree,
  layers: Layers,
  stated: Decimal,
  expected: Decimal,
): Decimal | undefined {
  const ours = parse(valueAt(tree, actual))
  const bodys = parse(layers.variant?.[actual]?.value ?? layers.computed?.[actual]?.value)
  return ours && bodys && compare(ours, stated) === 0 && compare(bodys, expected) > 0 ? bodys : undefined
}

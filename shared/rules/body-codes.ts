import facts from '../../schemas/rules/bodywork.json' with { type: 'json' }
import safety from '../../schemas/rules/safety-systems.json' with { type: 'json' }
import { bodyworkCodes, isBodywork, specialPurposes } from './bodywork.ts'
import { isOver } from './compare.ts'
import { type Found, found, kg, set } from './found.ts'
import { limit } from './limits.ts'
import type { Reading } from './reading.ts'

const byCategory: Readonly<Record<string, readonly string[]>> = facts.byCategory.codes
const specialCategories: Readonly<Record<string, readonly string[]>> = facts.specialPurposeCategories.codes
const systemsByCategory: Readonly<Record<string, readonly string[]>> = safety.byCategory

/** Rule 86. */
export function* bodyworkFitsCategory(vehicle: Reading): Iterable<Found> {
  const category = vehicle.text('category')
  const known = byCategory[vehicle.category?.base ?? '']
  if (!category || !known) return
  for (const code of bodyworkCodes(vehicle)) {
    if (known.includes(code.value)) continue
    yield found('bodywork-of-other-category', [code, category], {
      code: code.value,
      category: category.value,
      known: known.join(', '),
    })
  }
}

/** Rule 87. */
export function* bodyworkOnFinishedVehicle(vehicle: Reading): Iterable<Found> {
  const category = vehicle.text('category')
  for (const code of bodyworkCodes(vehicle)) {
    if (isBodywork('incompleteByNature', code.value)) {
      yield found('bodywork-incomplete-by-nature', [code], { code: code.value })
    }
    const base = vehicle.category?.base ?? ''
    if (category && isBodywork('pickUp', code.value) && !facts.pickUp.categories.includes(base)) {
      yield found('pick-up-category', [code, category], { code: code.value, category: category.value })
    }
    const laden = vehicle.number('ladenMass')
    if (laden && isBodywork('van', code.value) && isOver(laden.value, limit('vanLadenMassMost'))) {
      yield found('van-too-heavy', [code, laden], { code: code.value, laden: kg(laden.value) })
    }
  }
}

/** Rule 88. */
export function* bodyworkSupplements(vehicle: Reading): Iterable<Found> {
  for (const body of vehicle.rows('bodies')) {
    const code = body.text('bodywork')
    const rows = body.rows('supplements').flatMap((row) => row.text('supplement') ?? [])
    if (code && isBodywork('withSupplement', code.value) && rows.length === 0) {
      yield found('supplement-missing', [body.at('supplements'), code], { code: code.value })
    }
    const other = rows.find(({ value }) => isBodywork('otherSupplement', value))
    if (other && !body.has('otherBodywork')) {
      yield found('other-bodywork-text', [body.at('otherBodywork'), other], { code: other.value })
    }
    const tank = rows.find(({ value }) => isBodywork('dangerousGoodsTank', value))
    const goods = vehicle.text('dangerousGoods')
    if (tank && goods && goods.value !== 'Y') {
      yield found('dangerous-goods-tank', [goods, tank], { code: tank.value })
    }
  }
}

/** Rule 89: the designation and the suffix S of the category belong together. */
export function* specialPurposeSuffix(vehicle: Reading): Iterable<Found> {
  const category = vehicle.text('category')
  const [designation] = specialPurposes(vehicle)
  if (!category || !vehicle.category) return
  if (designation && !vehicle.category.special) {
    const args = { designation: designation.value, category: category.value }
    yield found(
      'special-purpose-without-suffix',
      [category, designation],
      args,
      set(category, `${category.value}S`),
    )
  }
  const known = designation && specialCategories[designation.value]
  if (designation && known && !known.includes(vehicle.category.base)) {
    yield found('special-purpose-of-other-category', [designation, category], {
      designation: designation.value,
      category: category.value,
      known: known.join(', '),
    })
  }
  if (!designation && vehicle.category.special) {
    yield found('suffix-without-special-purpose', [vehicle.at('bodies'), category], {
      category: category.value,
    })
  }
}

/** Rule 84. */
export function* safetySystemsFitCategory(vehicle: Reading): Iterable<Found> {
  const known = systemsByCategory[vehicle.category?.base ?? '']
  if (!known) return
  for (const row of vehicle.rows('safetySystems')) {
    const system = row.text('safetySystem')
    if (!system || known.includes(system.value)) continue
    yield found('safety-system-of-other-category', [system], {
      system: system.value,
      category: vehicle.text('category')?.value ?? '',
    })
  }
}
